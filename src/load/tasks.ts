import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expandSources, otherFiles } from '../campaign-file/paths.js';
import type { Campaign, SourceSpec } from '../campaign-file/types.js';
import { DibaoError } from '../errors.js';
import { say } from '../messages/language.js';
import { loadTexts } from '../messages/load.js';
import { comparedDays, datedSnapshot, SNAPSHOT } from './snapshots.js';
import { LIMITS } from './source-number.js';
import type { FileTask } from './types.js';
import type { Wanted } from './wanted.js';

export interface TaskOptions {
  readonly spoolDir: string;
  readonly keepAll: boolean;
  readonly password: string | null;
  readonly wanted: Wanted;
}

/** How a path is shown: relative to the campaign where it lies below it, so that reports are the same anywhere. */
function shownPath(file: string, root: string): string {
  const relative = path.relative(root, file);
  const shown = relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
  return shown.split(path.sep).join('/');
}

function sameContent(a: string, b: string): boolean {
  const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
  return digest(a) === digest(b);
}

/** A source that reads a whole file stands before those of its single sheets, which it makes needless. */
function wholeFirst(a: SourceSpec, b: SourceSpec): number {
  return Number(a.sheet !== null) - Number(b.sheet !== null);
}

/**
 * One task per file, numbered in the order of the dictionary and of the paths; a file that a record set is given twice,
 * by content, is read once.
 * @returns the tasks, and what was left out and why
 * @throws DibaoError file-missing, source-folder, snapshot-undated, too-many-files
 */
export function planTasks(campaign: Campaign, options: TaskOptions): { tasks: FileTask[]; notes: string[] } {
  const tasks: FileTask[] = [];
  const notes: string[] = [];
  for (const [record, specs] of campaign.sources) {
    const bySize = new Map<
      number,
      { path: string; shown: string; sheet: string | null; day: string | null }[]
    >();
    const files: { file: string; spec: SourceSpec }[] = specs
      .flatMap((spec) => expandSources(spec).map((file) => ({ file, spec })))
      .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : wholeFirst(a.spec, b.spec)));
    for (const spec of specs) {
      const others = otherFiles(spec).map((file) => shownPath(file, campaign.root));
      if (others.length > 0)
        notes.push(say(loadTexts['no-tables'], { folder: spec.written, files: others.join('、') }));
    }
    const { given, told } = record === SNAPSHOT ? snapshotsOf(files, campaign) : { given: files, told: [] };
    notes.push(...told);
    for (const { file, spec } of given) {
      const shown = shownPath(file, campaign.root);
      // Nothing may have changed between two days: their rosters are two all the same.
      const day = record === SNAPSHOT ? spec.data_date : null;
      const { size, mtimeMs } = statSync(file);
      const twins = bySize.get(size) ?? [];
      // Two sheets of one workbook may be two sources.
      const twin = twins.find(
        (one) =>
          one.day === day &&
          (one.sheet === null || one.sheet === spec.sheet) &&
          (one.path === file || sameContent(one.path, file)),
      );
      if (twin) {
        if (twin.path !== file)
          notes.push(`${shown}: ${say(loadTexts['file-twice'], { other: twin.shown })}`);
        continue;
      }
      bySize.set(size, [...twins, { path: file, shown, sheet: spec.sheet, day }]);
      tasks.push({
        number: tasks.length,
        record,
        path: file,
        shown,
        seen: { size, mtimeMs },
        label: path.basename(shown).replace(/\.[^.]+$/, ''),
        spec,
        named: specs.some((one) => one.path === file),
        spoolDir: options.spoolDir,
        keepAll: options.keepAll,
        whole: options.wanted.whole.has(record),
        leads: options.wanted.leads.get(record),
        ofLeads: options.wanted.ofLeads.has(record),
        nameMatching: campaign.name_matching,
        password: options.password,
      });
    }
  }
  if (tasks.length > LIMITS.files)
    throw new DibaoError('too-many-files', { count: tasks.length, limit: LIMITS.files });
  return { tasks: labelled(tasks), notes };
}

interface Given {
  readonly file: string;
  readonly spec: SourceSpec;
}

/** The earlier rosters that are compared, each with its day, and what is to be said of the others. */
function snapshotsOf(
  files: readonly Given[],
  campaign: Campaign,
): { given: Given[]; told: readonly string[] } {
  const dated = files.map(({ file, spec }) => ({
    file,
    spec: datedSnapshot(spec, file, shownPath(file, campaign.root)),
  }));
  const { days, notes } = comparedDays(
    dated.flatMap(({ spec }) => spec.data_date ?? []),
    campaign,
  );
  return { given: dated.filter(({ spec }) => days.has(spec.data_date ?? '')), told: notes };
}

/** Serial numbers of two files of one name (东溪镇/名册.xlsx, 西岭镇/名册.xlsx) must not meet. */
function labelled(tasks: readonly FileTask[]): FileTask[] {
  const names = new Map<string, number>();
  for (const { record, label } of tasks)
    names.set(`${record} ${label}`, (names.get(`${record} ${label}`) ?? 0) + 1);
  return tasks.map((task) => {
    const isOnly = names.get(`${task.record} ${task.label}`) === 1;
    return isOnly ? task : { ...task, label: task.shown };
  });
}
