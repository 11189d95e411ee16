import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Campaign } from '../campaign-file/types.js';
import type { FileResult } from '../load/types.js';
import { say } from '../messages/language.js';
import { inputTexts as texts } from '../messages/nightly.js';
import { knownRecord } from '../records/index.js';
import { numberInForce, parameterInForce } from '../standards/in-force.js';
import { isStale } from './alarms.js';
import { groupBy } from './group-by.js';
import type { InputDoubt } from './nightly-types.js';

/** An input of an earlier run, as its run.json lists it. */
export interface EarlierInput {
  readonly register: string;
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
}

/** What an earlier run read, and as of which day. */
export interface EarlierInputs {
  readonly as_of: string;
  readonly inputs: readonly EarlierInput[];
}

type Input = EarlierInput;

const inputOf = ({ task, sha256, parts }: FileResult): Input => ({
  register: task.record,
  file: task.shown,
  sha256,
  rows: parts.reduce((sum, part) => sum + part.rows, 0),
});

function doubt(kind: InputDoubt['kind'], { register, file }: Pick<Input, 'register' | 'file'>, text: string) {
  return { kind, register, file, text };
}

function lateOnes(campaign: Campaign, files: readonly FileResult[]): InputDoubt[] {
  const days = numberInForce(campaign.parameters, 'stale_days', campaign.as_of).value;
  return files.flatMap((file) => {
    const { data_date: date } = file.task.spec;
    if (date === null || !isStale(campaign, date)) return [];
    return [doubt('late', inputOf(file), say(texts.late, { date, days }))];
  });
}

/** Whether a file is another now than when its reading was planned: its size, its time, or that it is there at all. */
function hasChanged({ task }: FileResult): boolean {
  const now = statSync(task.path, { throwIfNoEntry: false });
  return task.seen !== undefined && (now?.size !== task.seen.size || now.mtimeMs !== task.seen.mtimeMs);
}

/**
 * The files that changed while they were read.
 * @param seconds given: one that changed less than so long ago is looked at again when that time is over
 */
async function growingOnes(files: readonly FileResult[], seconds: number | null): Promise<InputDoubt[]> {
  if (seconds !== null) {
    const [now, span] = [Date.now(), seconds * 1000];
    const left = files.map(({ task }) => Math.min((task.seen?.mtimeMs ?? 0) + span - now, span));
    await sleep(Math.max(0, ...left));
  }
  return files.filter(hasChanged).map((file) => doubt('growing', inputOf(file), say(texts.growing)));
}

/** Files of a register that are there no more; none where others of as many have come in their place. */
function missingOnes(before: readonly Input[], now: readonly Input[], since: string): InputDoubt[] {
  if (now.length >= before.length) return [];
  const names = new Set(now.map(({ file }) => file));
  const gone = before.filter(({ file }) => !names.has(file));
  return gone.map((one) => doubt('missing', one, say(texts.missing, { since })));
}

function unchangedOnes(before: readonly Input[], now: readonly Input[], since: string): InputDoubt[] {
  const known = new Set(before.map(({ sha256 }) => sha256));
  const same = now.filter(({ sha256 }) => known.has(sha256));
  return same.map((one) => doubt('unchanged', one, say(texts.unchanged, { since })));
}

/** Files far smaller than those of their name; where none is, the register as a whole. */
function smallerOnes(
  before: readonly Input[],
  now: readonly Input[],
  since: string,
  share: number,
): InputDoubt[] {
  const isSmaller = (rows: number, than: number): boolean => rows < share * than;
  const percent = Math.round(share * 100);
  const text = (rows: number, than: number) => say(texts.smaller, { rows, before: than, since, percent });
  const old = new Map(before.map((one) => [one.file, one.rows]));
  const files = now.flatMap((one) => {
    const than = old.get(one.file) ?? 0;
    return isSmaller(one.rows, than) ? [doubt('smaller', one, text(one.rows, than))] : [];
  });
  const [first] = now;
  if (files.length > 0 || first === undefined) return files;
  const sum = (inputs: readonly Input[]): number => inputs.reduce((all, { rows }) => all + rows, 0);
  const [rows, than] = [sum(now), sum(before)];
  return isSmaller(rows, than)
    ? [doubt('smaller', { register: first.register, file: '' }, text(rows, than))]
    : [];
}

/**
 * What is to be doubted of the inputs: late ones, and against an earlier run those that are missing, unchanged or far
 * smaller; and those that changed while they were read. Of the file system's clock nothing but that last is used, and
 * it is told without a time: the same inputs, lying still, give the same words.
 * @param before what the earlier run read; null where there is none to compare with
 * @param isStrict a file that has just changed is waited for
 */
export async function inputDoubts(
  campaign: Campaign,
  files: readonly FileResult[],
  before: EarlierInputs | null,
  isStrict: boolean,
): Promise<InputDoubt[]> {
  const number = (name: string): number => numberInForce(campaign.parameters, name, campaign.as_of).value;
  const own = await growingOnes(files, isStrict ? number('settle_seconds') : null);
  const doubts = [...lateOnes(campaign, files), ...own];
  if (before === null) return doubts;
  const slow = campaign.parameters.find(({ name }) => name === 'slow_registers');
  const words = slow === undefined ? [] : parameterInForce(slow, campaign.as_of).value;
  const isSlow = (register: string): boolean => Array.isArray(words) && words.includes(register);
  const since = before.as_of;
  const inputs = groupBy(files.map(inputOf), ({ register }) => register);
  const earlier = groupBy(before.inputs, ({ register }) => register);
  for (const register of new Set([...inputs.keys(), ...earlier.keys()])) {
    const [then, now] = [earlier.get(register) ?? [], inputs.get(register) ?? []];
    doubts.push(...missingOnes(then, now, since));
    if (!isSlow(register)) doubts.push(...unchangedOnes(then, now, since));
    doubts.push(...smallerOnes(then, now, since, number('shrink_share')));
  }
  return doubts;
}

const all = {
  late: texts.lateAll,
  missing: texts.missingAll,
  unchanged: texts.unchangedAll,
  growing: texts.growingAll,
  smaller: texts.smallerAll,
} as const;

/** A sentence for each kind of doubt, with its files. */
export function doubtWarnings(
  campaign: Campaign,
  doubts: readonly InputDoubt[],
  before: EarlierInputs | null,
): string[] {
  const days = numberInForce(campaign.parameters, 'stale_days', campaign.as_of).value;
  const named = ({ kind, register, file, text }: InputDoubt): string => {
    const name = file === '' ? say(texts.register, { title: say(knownRecord(register).title) }) : file;
    return kind === 'smaller' ? say(texts.of, { file: name, text }) : name;
  };
  return [...groupBy(doubts, ({ kind }) => kind)].map(([kind, own]) => {
    const values = { days, since: before?.as_of ?? '', files: own.map(named).join('、') };
    return say(all[kind as InputDoubt['kind']], values);
  });
}
