import path from 'node:path';
import { DibaoError } from '../errors.js';
import { ensurePrivateDir, writeAtomic } from '../files/atomic.js';
import { type Frame, frameOf } from '../forms/frame.js';
import { hasLedger } from '../ledger/ledger.js';
import { logUse } from '../ledger/usage.js';
import { say } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';
import { nearest } from '../messages/nearest.js';
import { paperTexts } from '../messages/paper.js';
import { standardTexts } from '../messages/standards.js';
import { csvLine } from '../reports/csv.js';
import { mattersOf, type Wanted } from './paper-evidence.js';
import { type PaperRun, readPaperRun } from './paper-run.js';
import { lastRunOf, startWork, viewLedger, type Work, type WorkOptions, warnOfPapers } from './work.js';

export interface PaperOptions extends WorkOptions, Wanted {
  /** Word of a kind of paper, in English or Chinese. */
  readonly kind: string;
  /** Folder of a run; undefined: the last that the ledger knows. */
  readonly run?: string;
  /** Folder for the papers; undefined: 单据 in the campaign folder. */
  readonly output?: string;
}

const kinds = {
  evidence: ['evidence', '取证单', '审计取证单'],
  handover: ['handover', '交接单', '数据交接单'],
  return: ['return', '退回函', '数据退回函'],
} as const;

type Kind = keyof typeof kinds;

function kindOf(word: string): Kind {
  for (const kind of ['evidence', 'handover', 'return'] as const)
    if (kinds[kind].some((one) => one === word)) return kind;
  const near = nearest(word, Object.values(kinds).flat());
  const hint = near === null ? '' : say(standardTexts.didYouMean, { nearest: near });
  throw new DibaoError('paper-kind', { kind: maskIdsIn(word), hint });
}

/** What is being written, and where to. */
interface Desk {
  readonly work: Work;
  readonly run: PaperRun;
  readonly frame: Frame;
  readonly folder: string;
  readonly written: string[];
}

/** A name for a file: without what Windows refuses, and without an ID number. */
const fileName = (text: string): string => maskIdsIn(text).replace(/[\\/:*?"<>|\s]+/g, '_');

/** The path of a paper: of two whose names come out alike, the second has a 2. */
function pathOf({ folder, written }: Desk, title: string, of: string, kind = 'docx'): string {
  const base = fileName(of === '' ? title : `${title}-${of}`);
  for (let number = 1; ; number++) {
    const file = path.join(folder, `${base}${number > 1 ? `-${number}` : ''}.${kind}`);
    if (!written.includes(file)) {
      written.push(file);
      return file;
    }
  }
}

async function writeEvidence(desk: Desk, wanted: Wanted): Promise<void> {
  const { work, run, frame } = desk;
  const { context, campaign, folder, by } = work;
  const matters = await mattersOf(run, wanted, campaign.rules);
  if (hasLedger(folder)) {
    const target = fileName(matters.map(({ name }) => name).join('、'));
    await logUse(folder, by, { target, unmasked: context.unmask });
  }
  const { writeEvidencePaper } = await import('../papers/evidence.js');
  for (const { name, matter } of matters)
    await writeEvidencePaper(pathOf(desk, '审计取证单', name), matter, frame, context.unmask);
}

async function writeHandover(desk: Desk): Promise<void> {
  const { run, frame, work } = desk;
  const { writeHandovers } = await import('../papers/handover.js');
  const files = run.inputs.map((input) => {
    const own = run.summary.sources.filter(
      ({ register, file }) => register === input.register && file === input.file,
    );
    const { title = input.register, supplier = null, data_date: dataDate = null } = own[0] ?? {};
    return { ...input, title, supplier, dataDate, sheets: own.map(({ sheet, rows }) => ({ sheet, rows })) };
  });
  await writeHandovers(pathOf(desk, '数据交接单', ''), files, frame, work.campaign.retain_until);
}

async function writeReturns(desk: Desk): Promise<void> {
  const { returnsOf } = await import('./paper-returns.js');
  const { writeReturnLetter } = await import('../papers/return-letter.js');
  for (const { data, all } of await returnsOf(desk.run)) {
    const supplier = data.supplier === '' ? '供数单位未写明' : data.supplier;
    await writeReturnLetter(pathOf(desk, '数据退回函', supplier), data, desk.frame);
    if (data.more === 0) continue;
    const head = ['文件', '工作表', '行号', '栏目', '影响', '问题'];
    const rows = all.map(({ file, sheet, row, field, effect, problem }) => [
      file,
      sheet,
      row,
      field,
      effect,
      problem,
    ]);
    const text = `\uFEFF${[head, ...rows].map((row) => csvLine(row)).join('')}`;
    await writeAtomic(pathOf(desk, '数据退回清单', supplier, 'csv'), text);
  }
}

/**
 * Writes papers around a run: 审计取证单, 数据交接单 or 数据退回函.
 * @returns 0
 * @throws DibaoError paper-kind, paper-no-case, ledger-missing, ledger-without-run, run-unfinished, run-damaged
 */
export async function paper(options: PaperOptions): Promise<number> {
  const kind = kindOf(options.kind);
  const work = await startWork(options, 'paper');
  const { context, campaign, date } = work;
  const dir =
    options.run === undefined
      ? lastRunOf(work, (await viewLedger(work, 'state')).state)
      : path.resolve(context.cwd, options.run);
  const run = await readPaperRun(dir, options.run ?? path.relative(context.cwd, dir));
  const folder =
    options.output === undefined ? path.join(work.folder, '单据') : path.resolve(context.cwd, options.output);
  await ensurePrivateDir(folder);
  // The papers are about the run's data, of whatever day the campaign file is now.
  const frame = frameOf({ ...campaign, as_of: run.summary.as_of }, date);
  const desk: Desk = { work, run, frame, folder, written: [] };
  if (kind === 'evidence') await writeEvidence(desk, options);
  else if (kind === 'handover') await writeHandover(desk);
  else await writeReturns(desk);
  warnOfPapers(work);
  if (desk.written.length === 0) context.stdout.write(`${say(paperTexts.nothing)}\n`);
  for (const file of desk.written)
    context.stdout.write(`${say(paperTexts.written, { file: path.relative(context.cwd, file) })}\n`);
  return 0;
}
