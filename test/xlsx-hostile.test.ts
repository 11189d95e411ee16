import { describe, expect, it } from 'vitest';
import { limits } from '../src/read/xlsx/limits.js';
import { type HandMade, outcome, partsOf, scratch, type ZipEntry, zipOf } from './xlsx-support.js';

const file = scratch();
let count = 0;
const codeOf = (entries: readonly ZipEntry[]) => {
  count += 1;
  return outcome(file(`${count}.xlsx`, zipOf(entries)), 'xlsx');
};
const sheet = (made: HandMade) => codeOf(partsOf(made));
const changed = (name: string, change: Partial<ZipEntry>) =>
  codeOf(
    partsOf({ rows: '<row><c><v>1</v></c></row>' }).map((entry) =>
      entry.name === name ? { ...entry, ...change } : entry,
    ),
  );
const part = 'xl/worksheets/sheet1.xml';

describe('what is wrong with a zip is refused by name', () => {
  it('reads the plain one', async () => expect(await changed(part, {})).toBe('ok'));

  it('refuses a part that inflates a hundredfold, whatever its header says', async () => {
    const blanks = `<worksheet><sheetData>${' '.repeat(2_000_000)}</sheetData></worksheet>`;
    expect(await changed(part, { data: blanks })).toBe('workbook-bomb');
    expect(await changed(part, { data: blanks, size: 1000 })).toBe('workbook-bomb');
    expect(await changed('xl/sharedStrings.xml', { data: `<sst>${' '.repeat(2_000_000)}</sst>` })).toBe(
      'workbook-bomb',
    );
  });

  it('lets a small part inflate as it will', async () => {
    const blanks = `<worksheet><sheetData>${' '.repeat(limits.ratioGrace - 1000)}</sheetData></worksheet>`;
    expect(await changed(part, { data: blanks })).toBe('ok');
  });

  it('refuses false sizes and checksums', async () => {
    expect(await changed(part, { size: 3 })).toBe('workbook-damaged');
    expect(await changed(part, { crc: 1 })).toBe('workbook-damaged');
    expect(await changed(part, { crc: 1, stored: true })).toBe('workbook-damaged');
  });

  it('refuses two parts of one name, in any case and slashes', async () => {
    for (const name of [part, 'XL/worksheets/SHEET1.xml', 'xl\\worksheets\\sheet1.xml', `/${part}`]) {
      expect(await sheet({ extra: [{ name, data: '<worksheet/>' }] })).toBe('workbook-duplicate-part');
    }
  });

  it('refuses more parts than a workbook has', async () => {
    const extra = Array.from({ length: limits.entries }, (_, i) => ({
      name: `xl/media/${i}`,
      data: '',
      stored: true,
    }));
    expect(await sheet({ extra })).toBe('workbook-too-many-parts');
  });

  it('refuses a cut-off file, a missing part, and what is no zip', async () => {
    const whole = zipOf(partsOf({}));
    expect(await outcome(file('cut.xlsx', whole.subarray(0, whole.length - 30)), 'xlsx')).toBe(
      'workbook-damaged',
    );
    expect(await outcome(file('text.xlsx', '姓名,身份证号'), 'xlsx')).toBe('workbook-damaged');
    const without = partsOf({}).filter((entry) => entry.name !== part);
    expect(await codeOf(without)).toBe('workbook-part-missing');
    const bare = partsOf({}).filter((entry) => !entry.name.startsWith('xl/workbook'));
    expect(await codeOf(bare)).toBe('workbook-part-missing');
  });
});

describe('what is wrong with XML is refused by name', () => {
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
  it.each(['xl/sharedStrings.xml', part, 'xl/workbook.xml', 'xl/styles.xml', '_rels/.rels'])(
    'a DOCTYPE in %s',
    async (name) => expect(await changed(name, { data: `${laughs}<x>&b;</x>` })).toBe('workbook-doctype'),
  );

  it('an external entity', async () => {
    const outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet>&a;</worksheet>';
    expect(await sheet({ sheet: outside })).toBe('workbook-doctype');
  });

  const value = (text: string) => `<row><c t="str"><v>${text}</v></c></row>`;
  it.each([
    ['an unknown entity', value('&lol;'), 'workbook-doctype'],
    ['a bare &', value('a & b'), 'workbook-damaged'],
    ['a character that does not exist', value('&#xD800;'), 'workbook-damaged'],
    ['tags that do not match', '<row><c><v>1</c></v></row>', 'workbook-damaged'],
    ['a tag that is not closed', '<row><c><v>1</v></c>', 'workbook-damaged'],
    ['an attribute without quotes', '<row r=1><c><v>1</v></c></row>', 'workbook-damaged'],
    ['a row below the one before', '<row r="2"/><row r="1"/>', 'workbook-damaged'],
    ['a row 0', '<row r="0"/>', 'workbook-damaged'],
    ['a column beyond XFD', '<row><c r="XFE1"><v>1</v></c></row>', 'workbook-damaged'],
    ['a cell of another form', '<row><c r="!1"><v>1</v></c></row>', 'workbook-damaged'],
    ['a shared string that is not there', '<row><c t="s"><v>5</v></c></row>', 'workbook-damaged'],
  ])('%s', async (_what, rows, code) => expect(await sheet({ rows })).toBe(code));

  it('text that is not of its encoding', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<worksheet><sheetData><row><c t="str"><v>'),
      Buffer.from([0xd5, 0xc5]),
      Buffer.from('</v></c></row></sheetData></worksheet>'),
    ]);
    expect(await sheet({ sheet: bytes })).toBe('workbook-damaged');
  });

  it('a part that ends in the midst, or goes on after its end', async () => {
    expect(await sheet({ sheet: '<worksheet><sheetData>' })).toBe('workbook-damaged');
    expect(await sheet({ sheet: '<worksheet/><worksheet/>' })).toBe('workbook-damaged');
    expect(await sheet({ sheet: '<worksheet/>x' })).toBe('workbook-damaged');
  });

  it('a string that no cell can hold, as thousands of cells could point to it', async () => {
    const long = Array.from({ length: 30_000 }, (_, i) => String(i * 7919)).join('');
    expect(await sheet({ strings: `<si><t>${long}</t></si>`, rows: value('1') })).toBe('workbook-bomb');
  });
});
