import { builtInKind, type FormatKind, formatKind } from './formats.js';
import { readTags } from './saxes-part.js';

/** A relationship of a part to another in the same package. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: `worksheet`, `sharedStrings`…; the same in the transitional and the strict namespace. */
  readonly type: string;
  /** Full name of the part meant. */
  readonly target: string;
}

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relationship: string;
}

interface WorkbookPart {
  readonly date1904: boolean;
  readonly sheets: readonly SheetEntry[];
}

/** The relationships of a part that stay inside the package; links to outside files are left out, never followed. */
export async function readRelationships(
  chunks: AsyncIterable<Buffer>,
  folder: string,
): Promise<Relationship[]> {
  const found: Relationship[] = [];
  await readTags(chunks, (tag) => {
    if (tag.name !== 'Relationship' || tag.attribute('TargetMode') === 'External') return;
    const type = tag.attribute('Type') ?? '';
    found.push({
      id: tag.attribute('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolvePart(folder, tag.attribute('Target') ?? ''),
    });
  });
  return found;
}

/** A relationship's target as a part name: relative to its folder or absolute, percent signs decoded. */
function resolvePart(folder: string, target: string): string {
  let plain = target.replaceAll('\\', '/');
  try {
    plain = decodeURIComponent(plain);
  } catch {
    // A lone percent sign is itself.
  }
  const steps = plain.startsWith('/') ? [] : folder.split('/');
  for (const step of plain.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.filter((step) => step !== '').join('/');
}

/** The sheets in workbook order and the day that dates count from (ECMA-376 part 1, 18.2). */
export async function readWorkbookPart(chunks: AsyncIterable<Buffer>): Promise<WorkbookPart> {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  await readTags(chunks, (tag) => {
    if (tag.name === 'workbookPr') date1904 = isTrue(tag.attribute('date1904'));
    if (tag.name !== 'sheet' || tag.path.at(-1) !== 'sheets') return;
    const state = tag.attribute('state');
    sheets.push({
      name: tag.attribute('name') ?? '',
      hidden: state === 'hidden' || state === 'veryHidden',
      relationship: tag.attribute(':id') ?? '',
    });
  });
  return { date1904, sheets };
}

/** What each cell style (`s` of a cell) makes of a number, by its number format (ECMA-376 part 1, 18.8.10). */
export async function readStyles(chunks: AsyncIterable<Buffer>): Promise<FormatKind[]> {
  const codes = new Map<number, FormatKind>();
  const ids: number[] = [];
  await readTags(chunks, (tag) => {
    if (tag.name === 'numFmt' && tag.path.at(-1) === 'numFmts') {
      codes.set(Number(tag.attribute('numFmtId')), formatKind(tag.attribute('formatCode') ?? ''));
    } else if (tag.name === 'xf' && tag.path.at(-1) === 'cellXfs') {
      ids.push(Number(tag.attribute('numFmtId') ?? 0));
    }
  });
  return ids.map((id) => codes.get(id) ?? builtInKind(id));
}

/** An xsd:boolean. */
export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}
