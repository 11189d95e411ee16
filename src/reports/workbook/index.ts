import { type Written, writeAtomic } from '../atomic.js';
import { blocksOf } from '../blocks.js';
import type { RunReport } from '../types.js';
import { deflated, zipBytes } from '../zip.js';
import { casesSheet } from './cases-sheet.js';
import { coverageSheet } from './coverage-sheet.js';
import { householdsSheet } from './households-sheet.js';
import { notesSheet } from './notes-sheet.js';
import { packageParts, type SheetPart, sheetPath } from './package.js';
import { qualitySheet } from './quality-sheet.js';
import { partOf, type SheetSpec, sheetTexts } from './sheet.js';
import { stylesXml } from './styles.js';
import { townshipsSheet } from './townships-sheet.js';
import { undecidedSheet } from './undecided-sheet.js';

/** A sheet whose rows are of a type that nobody outside must know. */
interface Sheet {
  readonly part: SheetPart;
  readonly texts: (isFirst: boolean) => Iterable<string>;
}

function sheet<T>(spec: SheetSpec<T>, report: RunReport): Sheet {
  return {
    part: partOf(spec),
    texts: (isFirst) => sheetTexts(spec, report, isFirst),
  };
}

/** The seven sheets of 疑点清单.xlsx (FORMS.md) as bytes: the same report gives the same bytes. */
export async function workbookBytes(report: RunReport): Promise<Buffer> {
  const sheets = [
    sheet(notesSheet(report), report),
    sheet(householdsSheet(report), report),
    sheet(casesSheet(report), report),
    sheet(undecidedSheet(report), report),
    sheet(townshipsSheet(report), report),
    sheet(coverageSheet(report), report),
    sheet(qualitySheet(report), report),
  ];
  const parts = packageParts(
    sheets.map(({ part }) => part),
    stylesXml(),
    report.tool.name,
  );
  const files = parts.map(([path, xml]) => deflated(path, [Buffer.from(xml)]));
  for (const [index, { texts }] of sheets.entries())
    files.push(deflated(sheetPath(index), blocksOf(texts(index === 0))));
  return zipBytes(await Promise.all(files));
}

/** Writes 疑点清单.xlsx. IDs stand whole: it is a data file. */
export async function writeWorkbook(path: string, report: RunReport): Promise<Written> {
  return writeAtomic(path, await workbookBytes(report));
}
