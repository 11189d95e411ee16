import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as xlsx from 'xlsx';
import { stringify } from 'yaml';
import { loadCampaign } from '../../src/campaign-file/load.js';
import { DibaoError, describeError } from '../../src/errors.js';
import { type RunResult, runCheck } from '../../src/run.js';
import { checkSign } from './changes.js';
import { inFolder, settingsIn, writeFiles } from './run.js';

/** A sheet as rows of texts and numbers, with its merged ranges (`A3:A5`). */
export interface SmallSheet {
  readonly rows: readonly (readonly (string | number)[])[];
  readonly merges?: readonly string[];
}

/** A few files, and what the campaign file says of them. */
export interface Small {
  /** By path: lines of a CSV file, or sheets of a workbook by their names. */
  readonly files: Readonly<Record<string, readonly string[] | Readonly<Record<string, SmallSheet>>>>;
  /** The campaign's sources; the file 名册.csv as the roster where nothing is said. */
  readonly sources?: Readonly<Record<string, unknown>>;
  readonly campaign?: Readonly<Record<string, unknown>>;
  /** Checks to run; none where only what was loaded is looked at. */
  readonly checks?: readonly string[];
}

/** An invented person's valid ID, of a place that does not exist. */
export function idOf(birth: string, serial: number): string {
  const digits = `339921${birth}${String(serial).padStart(3, '0')}`;
  return digits + checkSign(digits);
}

function bytesOf(content: Small['files'][string]): Buffer {
  if (Array.isArray(content)) return Buffer.from(`${content.join('\n')}\n`, 'utf8');
  const book = xlsx.utils.book_new();
  for (const [name, sheet] of Object.entries(content as Record<string, SmallSheet>)) {
    const made = xlsx.utils.aoa_to_sheet(
      sheet.rows.map((row) => row.map((cell) => (cell === '' ? null : cell))),
    );
    made['!merges'] = (sheet.merges ?? []).map((range) => xlsx.utils.decode_range(range));
    xlsx.utils.book_append_sheet(book, made, name);
  }
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

export interface SmallRun<Name extends string> {
  readonly run: RunResult;
  /** Rows of each query over the loaded tables, as texts; NULL is ''. */
  readonly rows: Readonly<Record<Name, readonly string[]>>;
  /** Notes and doubts of all sources, and warnings of the run. */
  readonly notes: readonly string[];
  /** `file row field kind value` of each listed problem. */
  readonly listed: readonly string[];
}

/** Loads the files, asks the queries and runs the checks. */
export function runSmall<Name extends string = never>(
  small: Small,
  queries: Readonly<Record<Name, string>> = {} as Record<Name, string>,
): Promise<SmallRun<Name>> {
  return inFolder(async (folder) => {
    writeFiles(
      folder,
      Object.entries(small.files).map(([path, content]) => ({ path, bytes: bytesOf(content) })),
    );
    const campaign = {
      as_of: '2026-06-30',
      area: { code: '339921', name: '云栖县' },
      standards: {
        urban: [{ from: '2024-07-01', monthly: 1000 }],
        rural: [{ from: '2024-07-01', monthly: 1000 }],
      },
      ...small.campaign,
      sources: small.sources ?? { roster: ['名册.csv'] },
    };
    writeFileSync(join(folder, 'dibao.yaml'), stringify(campaign));
    const rows: Partial<Record<Name, string[]>> = {};
    const run = await runCheck(
      await loadCampaign(join(folder, 'dibao.yaml')),
      { ...settingsIn(folder), only: small.checks ?? [], dryRun: small.checks === undefined },
      async ({ connections }) => {
        for (const [name, sql] of Object.entries(queries) as [Name, string][]) {
          const reader = await connections[0].runAndReadAll(sql);
          rows[name] = reader
            .getRowsJson()
            .map((row) => row.map((cell) => (cell === null ? '' : String(cell))).join(' '));
        }
      },
    );
    const parts = run.files.flatMap((file) => file.parts);
    const listed = parts.flatMap((part) =>
      part.listed.map((one) => [part.file, one.row, one.field ?? '-', one.kind, one.value].join(' ')),
    );
    const { warnings } = run.report.summary;
    const notes = [
      ...run.report.summary.sources.flatMap((source) => [...source.notes, ...source.doubts]),
      ...warnings,
    ];
    return { run, rows: rows as Record<Name, string[]>, notes, listed };
  });
}

/** How the files are refused; `none` where they are not. */
export async function refusal(small: Small): Promise<string> {
  try {
    await runSmall(small);
  } catch (error) {
    if (error instanceof DibaoError) return `${error.code}: ${describeError(error)}`;
    throw error;
  }
  return 'none';
}

/** Queries that tests ask again and again. */
export const ask = {
  members: 'SELECT household_id, name FROM member ORDER BY ALL',
  households: `SELECT household_id, category, class, township, village, monthly_amount, n FROM household ORDER BY ALL`,
} as const;
