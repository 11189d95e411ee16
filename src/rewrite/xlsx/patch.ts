import { DibaoError } from '../../errors.js';
import { type ZipEntry, zipBytes } from '../../files/zip.js';
import { rewriteNotes } from '../../messages/rewrite.js';
import { PartError } from '../../read/xlsx/part-error.js';
import { lookupName, type ZipPackage } from '../../read/xlsx/zip.js';
import type { Notes } from '../notes.js';
import type { SheetPlan } from '../plan-types.js';
import type { Patched } from '../rewritable.js';
import { RowMap } from '../row-map.js';
import { Formulas } from './formulas.js';
import { mapFrame } from './frame.js';
import { mapMerges, withMerges } from './merges.js';
import { one, packedPart } from './pack.js';
import {
  mapChart,
  mapComments,
  mapDrawing,
  mapLegacyDrawing,
  mapPivotCache,
  mapTable,
  mapWorkbook,
} from './related.js';
import { jobOf, RowWriter, type SheetJob, surveyRows } from './rows.js';
import { partText, type SheetPart, type WorkbookParts } from './workbook.js';
import { parseXml, XmlElement } from './xml.js';

const DECLARED = /^(<\?xml[^>]*?\sencoding\s*=\s*["'])[\w.:-]+/;
const CALC_CHAIN = /<(?:[\w.-]+:)?(?:Override|Relationship)\s[^>]*calcChain\.xml["'][^>]*>/g;

/** Writes one workbook anew with rows taken out and cells changed: all parts that need not change keep their bytes. */
class PackagePatch {
  readonly #zip: ZipPackage;
  readonly #parts: WorkbookParts;
  readonly #notes: Notes;
  readonly #maps: ReadonlyMap<string, RowMap>;
  readonly #formulas: Formulas;
  readonly #jobs: SheetJob[];
  /** Parts written anew by their names as looked up; null for those that are dropped. */
  readonly #texts = new Map<string, AsyncIterable<string> | null>();
  readonly #writers: RowWriter[] = [];

  constructor(zip: ZipPackage, parts: WorkbookParts, plans: readonly SheetPlan[], notes: Notes) {
    this.#zip = zip;
    this.#parts = parts;
    this.#notes = notes;
    this.#maps = new Map(plans.map(({ sheet, removed }) => [sheet ?? '', new RowMap(removed)]));
    this.#formulas = new Formulas(this.#maps, zip.file);
    this.#jobs = parts.sheets.map((sheet) => {
      const plan = plans.find((other) => other.sheet === sheet.name);
      return jobOf(sheet, plan, this.#maps.get(sheet.name) ?? new RowMap(new Set()));
    });
  }

  async run(): Promise<Patched> {
    for (const job of this.#jobs) await surveyRows(this.#zip, job, this.#formulas);
    this.#formulas.settle();
    for (const job of this.#jobs) {
      const { name } = job.sheet;
      if (this.#maps.has(name)) await this.#related(job);
      if (this.#maps.has(name) || this.#formulas.touches(name)) this.#sheet(job);
    }
    await this.#workbook();
    await this.#others();
    const entries: ZipEntry[] = [];
    for await (const { key, ...packed } of this.#zip.packed()) {
      const text = this.#texts.get(key);
      if (text === null) continue;
      // Bit 3 says that sizes stand behind the data; they stand before it here. APPNOTE.TXT 4.4.4.
      if (text === undefined) entries.push({ ...packed, flags: packed.flags & ~0x0008 });
      else entries.push(await packedPart(packed.name, text));
    }
    const sum = (count: (writer: RowWriter) => number): number =>
      this.#writers.reduce((total, writer) => total + count(writer), 0);
    return {
      bytes: zipBytes(entries),
      rowsRemoved: sum(({ rowsRemoved }) => rowsRemoved),
      cellsChanged: sum(({ cellsChanged }) => cellsChanged),
    };
  }

  #set(part: string, text: AsyncIterable<string> | null): void {
    this.#texts.set(lookupName(part), text);
  }

  /** Puts a part through `change` and keeps it as it is where nothing came of that. */
  async #change(part: string, change: (root: XmlElement) => void): Promise<void> {
    const text = await partText(this.#zip, part);
    if (text === '') return;
    const root = parseXml(text, part, this.#zip.file);
    change(root);
    const changed = String(root);
    if (changed !== text) this.#set(part, one(changed.replace(DECLARED, '$1UTF-8')));
  }

  #sheet(job: SheetJob): void {
    const { sheet, map } = job;
    const writer = new RowWriter(job, this.#formulas, this.#notes);
    this.#writers.push(writer);
    const [head, tail] = map.isEmpty ? [sheet.head, sheet.tail] : this.#frame(sheet, map);
    this.#set(sheet.part, writer.texts(this.#zip, head.replace(DECLARED, '$1UTF-8'), tail));
  }

  /** What stands before and behind the rows. */
  #frame(sheet: SheetPart, map: RowMap): [string, string] {
    const { name, prefix, part, head } = sheet;
    // The list of merged ranges may be long, and is no tree to climb.
    const before = withMerges(sheet.tail, []);
    const tail =
      sheet.merges.length === 0 ? sheet.tail : withMerges(sheet.tail, mapMerges(sheet.merges, map));
    const list =
      /<(?:[\w.-]+:)?mergeCells\b[^>]*>[\s\S]*?<\/(?:[\w.-]+:)?mergeCells\s*>/.exec(tail)?.[0] ?? '';
    const at = sheet.tail.length - before.length === 0 ? -1 : sheet.tail.search(/<(?:[\w.-]+:)?mergeCells\b/);
    const mark = '<!--merged ranges-->';
    const marked = at < 0 ? before : before.slice(0, at) + mark + before.slice(at);
    const root = parseXml(head + marked, part, this.#zip.file);
    mapFrame(root, { sheet: name, map, maps: this.#maps });
    const whole = String(root).replace(mark, () => list);
    const end = whole.indexOf(`</${prefix}sheetData`);
    if (end < 0) return [head, tail];
    return [whole.slice(0, end), whole.slice(end)];
  }

  async #related({ sheet, map }: SheetJob): Promise<void> {
    if (map.isEmpty) return;
    const context = { sheet: sheet.name, map, maps: this.#maps };
    for (const { type, target } of sheet.related) {
      if (type === 'pivotTable')
        throw new DibaoError('rewrite-pivot', {}, { file: this.#zip.file, sheet: sheet.name });
      if (type === 'comments' || type === 'threadedComment')
        await this.#change(target, (root) => mapComments(root, map));
      if (type === 'table') await this.#change(target, (root) => mapTable(root, context, this.#zip.file));
      if (type === 'drawing') await this.#change(target, (root) => mapDrawing(root, map));
      if (type !== 'vmlDrawing') continue;
      const before = await partText(this.#zip, target);
      const after = mapLegacyDrawing(before, map);
      if (after !== before) this.#set(target, one(after));
    }
  }

  async #workbook(): Promise<void> {
    await this.#change(this.#parts.part, (root) =>
      mapWorkbook(root, this.#maps, this.#formulas.any, (tag) => new XmlElement(tag)),
    );
    // The order of working out names cells that have moved; programs make it anew.
    if (!this.#zip.has('xl/calcchain.xml')) return;
    this.#set('xl/calcchain.xml', null);
    for (const part of ['[content_types].xml', 'xl/_rels/workbook.xml.rels']) {
      const text = await partText(this.#zip, part);
      if (text !== '') this.#set(part, one(text.replace(CALC_CHAIN, '')));
    }
  }

  async #others(): Promise<void> {
    for (const part of this.#zip.names) {
      if (/^xl\/charts\/[^/]*\.xml$/.test(part))
        await this.#change(part, (root) => void mapChart(root, this.#maps));
      if (/^xl\/pivotcache\/[^/]*definition[^/]*\.xml$/.test(part))
        await this.#change(part, (root) => {
          if (mapPivotCache(root, this.#maps)) this.#notes.add(rewriteNotes.pivot);
        });
      if (part.startsWith('_xmlsignatures/')) this.#notes.add(rewriteNotes.signature);
    }
  }
}

/**
 * An .xlsx with rows taken out and cells changed.
 * @throws DibaoError rewrite-array, rewrite-pivot, rewrite-table-empty for what cannot be carried; workbook-damaged
 */
export async function patchXlsx(
  zip: ZipPackage,
  parts: WorkbookParts,
  plans: readonly SheetPlan[],
  notes: Notes,
): Promise<Patched> {
  try {
    return await new PackagePatch(zip, parts, plans, notes).run();
  } catch (error) {
    if (!(error instanceof PartError)) throw error;
    throw new DibaoError(error.code, { part: 'sheet' }, { file: zip.file, row: error.row });
  }
}
