import { describePlace } from '../errors.js';
import { forms } from '../forms/index.js';
import type { Happening } from '../ledger/events.js';
import { readRow } from './cells.js';
import { compareAnswers, joined } from './compare.js';
import { isError } from './faults.js';
import { judgeSecondLook, judgeVerification } from './judge-cases.js';
import { judgeSurvey } from './judge-households.js';
import { judgeReport } from './judge-report.js';
import { judgeObjection, judgeRecovery, judgeService } from './judge-service.js';
import type { Judges } from './judged.js';
import type { AnswerFile, AnswerRow, AnswerSheet, Claim, Fault, RowFault } from './types.js';
import { many, type Outcome, type Weighed, weigh } from './weigh.js';
import { subjectOf, type World } from './world.js';

const judges: Judges = {
  verification: judgeVerification,
  second_look: judgeSecondLook,
  report: judgeReport,
  survey: judgeSurvey,
  service: judgeService,
  objection: judgeObjection,
  recovery: judgeRecovery,
};

export interface CollectSettings {
  /** A second, different answer is taken in place of the one on record. */
  readonly replace: boolean;
  /** One refused file keeps all of them out. */
  readonly allOrNothing: boolean;
}

/** What became of a file's answers. Rows, but happenings for the outcomes. */
export interface FileVerdict {
  readonly file: AnswerFile;
  readonly faults: readonly Fault[];
  /** It has an error, or another file has and all were to be taken or none. */
  readonly refused: boolean;
  readonly answered: number;
  readonly unanswered: number;
  readonly counts: Readonly<Record<Outcome, number>>;
}

export interface Collected {
  readonly files: readonly FileVerdict[];
  /** To be written, in order. */
  readonly happenings: readonly Happening[];
}

interface Weighing {
  readonly claim: Claim;
  readonly weighed: Weighed;
}

interface RowResult {
  readonly file: AnswerFile;
  readonly sheet: AnswerSheet;
  readonly row: AnswerRow;
  readonly claims: readonly Weighing[];
  readonly faults: RowFault[];
}

const isPassed = ({ weighed }: Weighing): boolean =>
  weighed.outcome === 'known' || weighed.outcome === 'superseded';

function judgeRow(
  file: AnswerFile,
  sheet: AnswerSheet,
  row: AnswerRow,
  world: World,
  replace: boolean,
): RowResult {
  const { kind } = sheet;
  const { values, faults } = readRow(kind, row);
  const { batch = '', township = '' } = file.stamp ?? {};
  const origin = { file: file.shown, sha256: file.sha256, row: row.row };
  const judged = judges[kind]({ values, origin, batch, township, world });
  const claims = judged.happenings.map((happening): Weighing => {
    const batchKnown = batch !== '' || kind === 'second_look';
    const claim = { happening, sheet: row.sheet, row: row.row, kind, batchKnown };
    return { claim, weighed: weigh(claim, world, replace) };
  });
  const ofWeighing = claims.flatMap(({ weighed }) => weighed.faults);
  // What was taken once is not judged again: the day and the deadline have moved on since.
  const isOld =
    faults.every((fault) => !isError(asFault(fault))) && claims.length > 0 && claims.every(isPassed);
  return {
    file,
    sheet,
    row,
    claims,
    faults: isOld ? [...ofWeighing] : [...faults, ...judged.faults, ...ofWeighing],
  };
}

const asFault = ({ code }: RowFault): Pick<Fault, 'code'> => ({ code });

function placed({ sheet, row }: RowResult, { code, key, values = {} }: RowFault): Fault {
  const title = key === null ? '' : (sheet.titles[key] ?? titleOf(sheet, key));
  const value = key === null ? '' : (row.texts[key] ?? '');
  return { code, sheet: row.sheet, row: row.row, column: title, value, values };
}

function titleOf({ kind }: AnswerSheet, key: string): string {
  return forms[kind].columns.find((column) => column.key === key)?.title.replace(/\(.*\)$/, '') ?? '';
}

/** Says of two answers about one subject that differ, in this call, where the other stands. */
function compareAll(results: readonly RowResult[]): void {
  const first = new Map<string, { result: RowResult; happening: Happening }>();
  for (const result of results) {
    for (const one of result.claims) {
      const { happening } = one.claim;
      if (isPassed(one) || many.has(happening.what) || happening.what === 'reported') continue;
      const subject = subjectOf(happening);
      const other = first.get(subject);
      if (other === undefined) {
        first.set(subject, { result, happening });
        continue;
      }
      const { relation, columns } = compareAnswers(other.happening, happening);
      if (relation !== 'other') continue;
      const words = columns.join('、');
      result.faults.push({
        code: 'twice-different',
        key: null,
        values: { place: placeOf(other.result, result), columns: words },
      });
      other.result.faults.push({
        code: 'twice-different',
        key: null,
        values: { place: placeOf(result, other.result), columns: words },
      });
    }
  }
}

function placeOf(one: RowResult, seenFrom: RowResult): string {
  const file = one.file === seenFrom.file ? undefined : one.file.shown;
  const sheet = one.sheet === seenFrom.sheet ? undefined : one.row.sheet;
  return describePlace({ file, sheet, row: one.row.row });
}

/** The form has a row for each objection: one that says less than another of the same form is somebody else's. */
function areTwoObjections(first: Happening, second: Happening): boolean {
  if (first.what !== 'objected' || second.what !== 'objected') return false;
  return first.origin?.sha256 === second.origin?.sha256;
}

/** Joins what the rows say into what is to be written: one happening a subject, but of those that may be many. */
class Writing {
  readonly happenings: Happening[] = [];
  readonly #at = new Map<string, number[]>();

  /** False where it says nothing that another row does not. */
  add(happening: Happening): boolean {
    const subject = subjectOf(happening);
    const places = this.#at.get(subject) ?? [];
    for (const at of places) {
      const before = this.happenings[at];
      if (before === undefined) continue;
      const { relation } = compareAnswers(before, happening);
      if (relation === 'equal' || (relation === 'less' && !areTwoObjections(before, happening))) return false;
      if (relation === 'more' && !many.has(happening.what)) {
        this.happenings[at] = joined(before, happening);
        return false;
      }
    }
    if (happening.what === 'reported' && places.length > 0) return false;
    this.#at.set(subject, [...places, this.happenings.length]);
    this.happenings.push(happening);
    return true;
  }
}

function ofStamp({ stamp }: AnswerFile, { state, campaign }: World): Fault[] {
  const name = stamp?.campaign ?? '';
  if (name === '' || name === state.name || name === campaign) return [];
  const values = { campaign: name };
  return [{ code: 'other-campaign', sheet: null, row: null, column: '', value: '', values }];
}

/**
 * Judges the answers of all files of one call, and says what is to be written of those without an error. Pure.
 * @param files in the order in which they are to be written
 */
export function collectAnswers(
  files: readonly AnswerFile[],
  world: World,
  { replace, allOrNothing }: CollectSettings,
): Collected {
  const byFile = files.map((file) =>
    file.sheets.flatMap((sheet) => sheet.rows.map((row) => judgeRow(file, sheet, row, world, replace))),
  );
  compareAll(byFile.flat());
  const faults = byFile.map((results, index): Fault[] => {
    const file = files[index];
    const own = file === undefined ? [] : [...file.faults, ...ofStamp(file, world)];
    return [...own, ...results.flatMap((result) => result.faults.map((fault) => placed(result, fault)))];
  });
  const bad = faults.map((own) => own.some(isError));
  const writing = new Writing();
  const verdicts = files.map((file, index): FileVerdict => {
    const results = byFile[index] ?? [];
    const refused = bad[index] === true || (allOrNothing && bad.includes(true));
    const counts = { new: 0, added: 0, replaced: 0, known: 0, superseded: 0, conflict: 0 };
    for (const { weighed } of results.flatMap(({ claims }) => claims)) {
      const { write, outcome } = weighed;
      if (refused || write === null) counts[outcome] += 1;
      else counts[writing.add(write) ? outcome : 'known'] += 1;
    }
    const unanswered = file.sheets.reduce((sum, one) => sum + one.unanswered, 0);
    return { file, faults: faults[index] ?? [], refused, answered: results.length, unanswered, counts };
  });
  return { files: verdicts, happenings: writing.happenings };
}
