import type { Readable } from 'node:stream';
import { DibaoError } from '../errors.js';
import { parseHouseholdId, parseId } from '../normalise/index.js';

/** What is asked for, before it has been looked up. */
export interface Target {
  /** As given, trimmed. */
  readonly text: string;
  /** True where it came by standard input: an ID number is allowed, and nothing of it is echoed. */
  readonly private: boolean;
}

const LONGEST = 1000;

/** The first line that is not blank. */
async function firstLine(stdin: Readable): Promise<string> {
  let text = '';
  stdin.setEncoding('utf8');
  for await (const chunk of stdin) {
    text = (text + String(chunk)).trimStart();
    if (text.includes('\n') || text.length > LONGEST) break;
  }
  return (text.split('\n')[0] ?? '').replace(/^\uFEFF/, '').trim();
}

/**
 * The target as the user gave it; `-` reads one line of standard input.
 * @throws DibaoError stdin-empty
 */
export async function readTarget(argument: string, stdin: () => Readable): Promise<Target> {
  if (argument !== '-') return { text: argument.trim(), private: false };
  const text = await firstLine(stdin());
  if (text === '') throw new DibaoError('stdin-empty');
  return { text, private: true };
}

/** A case id, whole or its beginning; null where it is none. */
export function caseIdOf(text: string): string | null {
  const found = /^([A-Za-z]\w*(?:\.[A-Za-z-]+?)?)-([0-9a-f]{4,16})$/i.exec(text.normalize('NFKC'));
  return found ? `${found[1]}-${found[2]?.toLowerCase()}` : null;
}

export function householdIdOf(text: string): string {
  return parseHouseholdId(text).value;
}

/** The canonical text of what may be an ID number, also an invalid one that stands on the roster as it is. */
export function personKeyOf(text: string): string | null {
  const { value, problem } = parseId(text);
  const joined =
    problem === null || problem === 'id-checksum' || problem === 'id-date' || problem === 'id-length';
  return value.length >= 15 && joined ? value : null;
}
