import { firstRow, mapArea, mapAreas } from '../areas.js';
import { mapFormula } from '../formula.js';
import type { RowMap } from '../row-map.js';
import type { XmlElement } from './xml.js';

/** What of a sheet stands around its rows, by the rows that left. */
export interface FrameContext {
  readonly sheet: string;
  readonly map: RowMap;
  readonly maps: ReadonlyMap<string, RowMap>;
}

const gone = new WeakSet<XmlElement>();

/** Elements whose whole meaning is the range they hold: they go with it. */
const ofRange = new Set([
  'conditionalFormatting',
  'dataValidation',
  'hyperlink',
  'protectedRange',
  'ignoredError',
  'cellWatch',
  'inputCells',
  'sparkline',
]);
const formulas = new Set(['formula', 'formula1', 'formula2', 'f']);
const counted = new Set(['dataValidations', 'rowBreaks']);

function near(cell: string, map: RowMap): string {
  return cell.replace(/\d+/g, (row) => String(map.nearest(Number(row))));
}

/** The range of a rule or list, wherever it is written: an attribute, or an element of an extension (xm:sqref). */
function rangeOf(element: XmlElement): string | null {
  return element.attribute('sqref') ?? element.elements.find(({ name }) => name === 'sqref')?.text ?? null;
}

function mapRule(element: XmlElement, { sheet, map, maps }: FrameContext): void {
  const range = rangeOf(element);
  const after = range === null ? null : mapAreas(range, map);
  if (range === null || after === null) return;
  const anchor = { before: firstRow(range), after: firstRow(after) };
  for (const formula of element.all(...formulas)) {
    if (formula.elements.length > 0) continue;
    const { text } = mapFormula(formula.text, sheet, maps, anchor);
    if (text !== formula.text) formula.text = text;
  }
}

function mapAttributes(element: XmlElement, map: RowMap): void {
  for (const name of ['sqref', 'ref', 'r'] as const) {
    const value = element.attribute(name);
    if (value === null || (name === 'r' && element.name !== 'cellWatch' && element.name !== 'inputCells'))
      continue;
    const mapped = name === 'sqref' ? mapAreas(value, map) : mapArea(value, map);
    if (mapped !== null && mapped !== value) element.set(name, mapped);
    if (mapped !== null) continue;
    if (ofRange.has(element.name)) gone.add(element);
    else element.set(name, near(value.split(/[\s:]/)[0] ?? 'A1', map));
  }
  for (const name of ['activeCell', 'topLeftCell']) {
    const value = element.attribute(name);
    if (value !== null && near(value, map) !== value) element.set(name, near(value, map));
  }
}

function mapBreaks(breaks: XmlElement, map: RowMap): void {
  const seen = new Set<number>();
  for (const one of breaks.elements) {
    // The break follows its row: that of the last one before it that stays.
    const id = map.nearest(Number(one.attribute('id')) + 1) - 1;
    if (id <= 0 || seen.has(id)) gone.add(one);
    seen.add(id);
    if (String(id) !== one.attribute('id')) one.set('id', String(id));
  }
  breaks.set('manualBreakCount', String(breaks.elements.filter((one) => !gone.has(one)).length));
}

/** Rows of the cells that pictures and buttons are anchored to, from 0. */
export function mapAnchors(root: XmlElement, map: RowMap): void {
  for (const end of root.all('from', 'to'))
    for (const row of end.elements.filter(({ name }) => name === 'row')) {
      const after = String(map.nearest(Number(row.text) + 1) - 1);
      if (after !== row.text) row.text = after;
    }
}

/**
 * Moves what a worksheet says of its rows outside them (ECMA-376 part 1, 18.3.1.99): used area, views, filter, formats,
 * validations, links, page breaks, anchors, and the same in extensions.
 * @param root the part without its rows and merged ranges
 */
export function mapFrame(root: XmlElement, context: FrameContext): void {
  const { sheet, map, maps } = context;
  for (const rule of root.all('conditionalFormatting', 'dataValidation')) mapRule(rule, context);
  for (const line of root.all('sparkline'))
    for (const formula of line.all('f')) formula.text = mapFormula(formula.text, sheet, maps).text;
  for (const extended of root.all('sqref')) {
    const mapped = mapAreas(extended.text, map);
    if (mapped !== null && mapped !== extended.text) extended.text = mapped;
    if (mapped === null) extended.text = '';
  }
  for (const rule of root.all('conditionalFormatting', 'dataValidation', 'sparkline'))
    if (rangeOf(rule) === '') gone.add(rule);
  const visit = (element: XmlElement): void => {
    mapAttributes(element, map);
    if (element.name === 'rowBreaks') mapBreaks(element, map);
    if (element.name === 'hyperlink') {
      const target = element.attribute('location');
      const mapped = target === null ? null : mapFormula(target, sheet, maps).text;
      if (mapped !== null && mapped !== target) element.set('location', mapped);
    }
    element.elements.forEach(visit);
  };
  visit(root);
  mapAnchors(root, map);
  root.drop((element) => gone.has(element));
  for (const list of root.all(...counted))
    if (list.attribute('count') !== null && list.attribute('count') !== String(list.elements.length))
      list.set('count', String(list.elements.length));
  root.drop(
    ({ name, elements }) =>
      elements.length === 0 &&
      ['dataValidations', 'hyperlinks', 'rowBreaks', 'protectedRanges'].includes(name),
  );
}
