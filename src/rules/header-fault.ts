import type { z } from 'zod';
import { say } from '../messages/language.js';
import { nearest } from '../messages/nearest.js';
import { headerFaults } from '../messages/rule-header.js';
import { standardTexts } from '../messages/standards.js';

interface Row {
  readonly row?: number;
}

/** Line 1 of the file is the `/*---` above the header. */
const ABOVE = 1;

/** What is wrong with a header that is no YAML, and on which line of the file. */
export function yamlFault(error: unknown): { message: string; row: Row } {
  const { linePos, message } = error as { linePos?: [{ line: number }]; message?: string };
  const line = linePos?.[0].line;
  return {
    message: (message ?? String(error)).split('\n')[0] ?? '',
    row: line === undefined ? {} : { row: line + ABOVE },
  };
}

function lineOf(head: string, key: string): Row {
  const index = head.split('\n').findIndex((line) => line.startsWith(`${key}:`));
  return index < 0 ? {} : { row: index + 1 + ABOVE };
}

type Wanted = keyof typeof headerFaults.wanted;

/** The first thing that is wrong with a header, as its writer should read it: the key, and what would be right. */
export function headerFault(
  issues: readonly z.core.$ZodIssue[],
  head: string,
  known: readonly string[],
): { detail: string; row: Row } {
  const strange = issues.find((issue) => issue.code === 'unrecognized_keys');
  if (strange?.code === 'unrecognized_keys' && strange.path.length === 0) {
    const key = strange.keys[0] ?? '';
    const near = nearest(key, known);
    const hint = near === null ? '' : say(standardTexts.didYouMean, { nearest: near });
    const detail = say(headerFaults.unknown, { key, hint, known: known.join(' ') });
    return { detail, row: lineOf(head, key) };
  }
  const key = String(issues[0]?.path[0] ?? '');
  const row = lineOf(head, key);
  const wanted = key in headerFaults.wanted ? say(headerFaults.wanted[key as Wanted]) : '';
  const text = row.row === undefined ? headerFaults.missing : headerFaults.wrong;
  return { detail: say(text, { key, wanted }), row };
}
