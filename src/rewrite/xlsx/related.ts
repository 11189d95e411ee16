import { DibaoError } from '../../errors.js';
import { mapArea } from '../areas.js';
import { mapFormula } from '../formula.js';
import type { RowMap } from '../row-map.js';
import { type FrameContext, mapAnchors } from './frame.js';
import type { XmlElement } from './xml.js';

/** Notes on cells, plain and threaded: those of rows that left go with them. */
export function mapComments(root: XmlElement, map: RowMap): void {
  root.drop((element) => {
    if (element.name !== 'comment' && element.name !== 'threadedComment') return false;
    return map.isRemoved(Number(/\d+$/.exec(element.attribute('ref') ?? '')?.[0]));
  });
  for (const comment of root.all('comment', 'threadedComment')) {
    const mapped = mapArea(comment.attribute('ref') ?? 'A1', map);
    if (mapped !== null) comment.set('ref', mapped);
  }
}

/** The boxes of notes in a legacy drawing, which is no XML that must be well-formed: row of the cell, rows of the box. */
export function mapLegacyDrawing(text: string, map: RowMap): string {
  return text.replace(/<v:shape\b[\s\S]*?<\/v:shape>/g, (shape) => {
    const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(shape)?.[1];
    if (row !== undefined && map.isRemoved(Number(row) + 1)) return '';
    const moved = (at: string): string => String(map.nearest(Number(at) + 1) - 1);
    return shape
      .replace(/(<x:Row>\s*)(\d+)/, (_, tag: string, at: string) => tag + moved(at))
      .replace(/(<x:Anchor>)([^<]*)/, (_, tag: string, anchor: string) => {
        // Column, offset, row, offset of the upper left corner, then of the lower right one.
        const parts = anchor.split(',').map((part) => part.trim());
        return tag + parts.map((part, at) => (at === 2 || at === 6 ? moved(part) : part)).join(', ');
      });
  });
}

/**
 * A table (ListObject) over rows some of which have left.
 * @throws DibaoError rewrite-table-empty where none but its header is left
 */
export function mapTable(root: XmlElement, { sheet, map, maps }: FrameContext, file: string): void {
  for (const table of root.all('table')) {
    const before = table.attribute('ref') ?? '';
    const after = mapArea(before, map) ?? '';
    const rows = [...after.matchAll(/\d+/g)].map(Number);
    const around =
      Number(table.attribute('headerRowCount') ?? 1) + Number(table.attribute('totalsRowCount') ?? 0);
    const [first = 0, last = 0] = rows;
    if (last - first + 1 <= around) {
      const name = table.attribute('displayName') ?? '';
      throw new DibaoError('rewrite-table-empty', { table: name }, { file, sheet });
    }
  }
  for (const element of root.all('table', 'autoFilter', 'sortState', 'sortCondition')) {
    const before = element.attribute('ref');
    const after = before === null ? null : mapArea(before, map);
    if (after !== null && after !== before) element.set('ref', after);
  }
  for (const formula of root.all('calculatedColumnFormula', 'totalsRowFormula')) {
    const { text } = mapFormula(formula.text, sheet, maps);
    if (text !== formula.text) formula.text = text;
  }
}

/** Pictures and charts by the cells they are anchored to. */
export function mapDrawing(root: XmlElement, map: RowMap): void {
  mapAnchors(root, map);
}

/** The cells that a chart draws. */
export function mapChart(root: XmlElement, maps: ReadonlyMap<string, RowMap>): boolean {
  let isChanged = false;
  for (const formula of root.all('f')) {
    const { text } = mapFormula(formula.text, '', maps);
    if (text === formula.text) continue;
    formula.text = text;
    isChanged = true;
  }
  return isChanged;
}

/** The cells that a pivot table sums up; it is told to read them again. */
export function mapPivotCache(root: XmlElement, maps: ReadonlyMap<string, RowMap>): boolean {
  let isChanged = false;
  for (const source of root.all('worksheetSource')) {
    const map = maps.get(source.attribute('sheet') ?? '');
    const before = source.attribute('ref');
    const after = map === undefined || before === null ? null : mapArea(before, map);
    if (after === null) continue;
    source.set('ref', after);
    isChanged = true;
  }
  if (isChanged) for (const cache of root.all('pivotCacheDefinition')) cache.set('refreshOnLoad', '1');
  return isChanged;
}

const WORKBOOK_ORDER_AFTER_CALC = [
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

/** Names and print areas of a workbook, and the order to work out its formulas anew where it has any. */
export function mapWorkbook(
  root: XmlElement,
  maps: ReadonlyMap<string, RowMap>,
  hasFormulas: boolean,
  make: (tag: string) => XmlElement,
): void {
  for (const name of root.all('definedName')) {
    const { text } = mapFormula(name.text, '', maps);
    if (text !== name.text) name.text = text;
  }
  if (!hasFormulas) return;
  const [workbook] = root.all('workbook');
  if (workbook === undefined) return;
  const own = workbook.find('calcPr');
  if (own !== undefined) {
    own.set('fullCalcOnLoad', '1');
    return;
  }
  const prefix = /^<([\w.-]+:)?workbook/.exec(workbook.tag)?.[1] ?? '';
  const next = workbook.children.findIndex(
    (child) => typeof child !== 'string' && WORKBOOK_ORDER_AFTER_CALC.includes(child.name),
  );
  const at = next < 0 ? workbook.children.length : next;
  workbook.children.splice(at, 0, make(`<${prefix}calcPr fullCalcOnLoad="1"/>`));
}
