import { fixedTimeText } from '../../files/stamp.js';
import { columnLetters, xmlText } from './xml.js';

/** What the workbook's own parts must know of a sheet. */
export interface SheetPart {
  readonly name: string;
  readonly columns: number;
  /** Rows with the header, and what stands above it. */
  readonly rows: number;
  readonly filter: boolean;
  /** Row of the header, from 1; 0 on a sheet without one. */
  readonly header: number;
  readonly isHidden?: boolean;
  /** First columns printed on every page. */
  readonly repeated?: number;
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The namespace of workbooks, sheets and styles. */
export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const quoted = (name: string) => `'${xmlText(name.replaceAll("'", "''"))}'`;

/** The cells under a sheet's filter, header and all: `A1:AR157`. */
export function filterRange({ columns, rows, header }: SheetPart): string {
  return `A${header}:${columnLetters(columns)}${rows}`;
}

/** Headers repeated on each page, and the filter's range under the name that Excel looks for. */
function definedNames(sheets: readonly SheetPart[]): string {
  const absolute = (range: string) => range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  const names = sheets.flatMap((sheet, index) => {
    const { header, repeated = 0 } = sheet;
    if (header === 0) return [];
    const columns = repeated === 0 ? '' : `${quoted(sheet.name)}!$A:$${columnLetters(repeated)},`;
    const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${columns}${quoted(sheet.name)}!$${header}:$${header}</definedName>`;
    if (!sheet.filter) return [titles];
    const range = `${quoted(sheet.name)}!${absolute(filterRange(sheet))}`;
    const filter = `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${range}</definedName>`;
    return [filter, titles];
  });
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

function workbookXml(sheets: readonly SheetPart[]): string {
  const list = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  return [
    `<workbook xmlns="${main}" xmlns:r="${office}/relationships">`,
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000" tabRatio="800"/></bookViews>',
    `<sheets>${list.join('')}</sheets>${definedNames(sheets)}</workbook>`,
  ].join('');
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(sheets: readonly SheetPart[]): string {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  return [
    `<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('xl/workbook.xml', `${spreadsheet}.sheet.main+xml`),
    ...sheets.map((_, index) => part(sheetPath(index), `${spreadsheet}.worksheet+xml`)),
    part('xl/styles.xml', `${spreadsheet}.styles+xml`),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    '</Types>',
  ].join('');
}

function coreXml(creator: string): string {
  const time = (tag: string) => `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${fixedTimeText}</dcterms:${tag}>`;
  return [
    `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:creator>${xmlText(creator)}</dc:creator><cp:lastModifiedBy>${xmlText(creator)}</cp:lastModifiedBy>`,
    `${time('created')}${time('modified')}</cp:coreProperties>`,
  ].join('');
}

/** Where a sheet stands in the package; from 0. */
export function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/**
 * The parts of a workbook beside its sheets (ECMA-376 part 2, 9 and part 1, 12), by their paths, in the order in which
 * they are to be packed.
 */
export function packageParts(
  sheets: readonly SheetPart[],
  styles: string,
  creator: string,
): (readonly [path: string, xml: string])[] {
  const sheetTargets = sheets.map(
    (_, index) => [`${office}/relationships/worksheet`, sheetPath(index).replace('xl/', '')] as const,
  );
  const parts: [string, string][] = [
    ['[Content_Types].xml', contentTypes(sheets)],
    [
      '_rels/.rels',
      relationships([
        [`${office}/relationships/officeDocument`, 'xl/workbook.xml'],
        [`${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ],
    ['docProps/core.xml', coreXml(creator)],
    ['xl/workbook.xml', workbookXml(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([...sheetTargets, [`${office}/relationships/styles`, 'styles.xml']]),
    ],
    ['xl/styles.xml', styles],
  ];
  return parts.map(([path, xml]) => [path, declaration + xml] as const);
}
