import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DibaoError } from '../src/errors.js';
import { isGb18030 } from '../src/read/csv/gb18030.js';
import { fileError } from '../src/read/csv/open-file.js';
import { detectCsv } from '../src/read/csv-format.js';
import { detectFile } from '../src/read/detect.js';
import { detectEncoding } from '../src/read/encoding.js';
import { encodeGb18030, scratch } from './csv-support.js';

const write = scratch();
const code = async (path: string) => {
  try {
    return (await detectFile(path)).format;
  } catch (error) {
    if (error instanceof DibaoError) return error.code;
    throw error;
  }
};

/** A zip of empty stored entries. */
function zip(names: readonly string[], contents: Record<string, string> = {}): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const name of names.map((text) => Buffer.from(text))) {
    const data = Buffer.from(contents[name.toString()] ?? '');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(data.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(data.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    locals.push(local, name, data);
    central.push(entry, name);
    at += 30 + name.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const ods = 'application/vnd.oasis.opendocument.spreadsheet';
const dbf = Buffer.alloc(97);
dbf.set([0x03, 124, 5, 6]);
dbf.writeUInt16LE(97, 8);
dbf[96] = 0x0d;

describe('what a file is, whatever its name', () => {
  it.each<[string, Buffer | string, string]>([
    ['xlsx', zip(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml']), 'xlsx'],
    ['xlsx with a broken directory', zip(['[Content_Types].xml', 'xl/workbook.xml']).subarray(0, 90), 'xlsx'],
    ['xlsb', zip(['[Content_Types].xml', 'xl/workbook.bin']), 'xlsb'],
    ['ods', zip(['mimetype', 'content.xml'], { mimetype: ods }), 'ods'],
    [
      'odt',
      zip(['mimetype', 'content.xml'], { mimetype: ods.replace('spreadsheet', 'text') }),
      'file-document',
    ],
    ['docx', zip(['[Content_Types].xml', 'word/document.xml']), 'file-document'],
    ['zip', zip(['车辆.csv', 'b.csv']), 'file-archive'],
    ['broken zip', zip(['a.csv', 'b.csv']).subarray(0, 60), 'zip-damaged'],
    ['xls', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'), 'ole2'],
    ['xls of Excel 4', Buffer.from('090406000000100000000000', 'hex'), 'biff'],
    ['html', '\uFEFF \r\n<HTML xmlns:x="urn:x"><table><tr><td>1</td></tr></table>', 'html'],
    ['html table alone', '<table border=1><tr><td>1</td></tr></table>', 'html'],
    ['html in UTF-16', Buffer.from('\uFEFF<!DOCTYPE html><html></html>', 'utf16le'), 'html'],
    ['XML spreadsheet', '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook>', 'xml'],
    ['pdf', '%PDF-1.7\n', 'file-pdf'],
    ['png', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'file-image'],
    ['jpeg', Buffer.from('ffd8ffe000104a464946', 'hex'), 'file-image'],
    ['rar', Buffer.from('526172211a0701003392b5e5', 'hex'), 'file-archive'],
    ['7z', Buffer.from('377abcaf271c0004', 'hex'), 'file-archive'],
    ['gz', gzipSync('a,b\n1,2\n'), 'file-archive'],
    ['dbf', dbf, 'file-database'],
    ['sqlite', 'SQLite format 3\0\x10\0', 'file-database'],
    ['encrypted', Buffer.from('6214236502000000010000000700000000', 'hex'), 'file-binary'],
    ['UTF-32', Buffer.from('fffe000061000000', 'hex'), 'file-encoding'],
    ['byte order mark alone', '\uFEFF', 'file-empty'],
    ['nothing', '', 'file-empty'],
    ['csv', '姓名,身份证号\n', 'csv'],
    ['csv that begins with a tab', '\tname\tid\n', 'csv'],
    ['csv that begins like BMP and PK', 'BM,PK\n', 'csv'],
    ['csv with a NUL', 'a,b\n1,\0\nlong enough a line\n', 'csv'],
    ['csv in UTF-16', Buffer.from('姓名,1234\n', 'utf16le'), 'csv'],
    ['csv with markup in it', 'a,<table>\n', 'csv'],
  ])('%s', async (_name, content, expected) => {
    expect(await code(write(content, 'x.xls'))).toBe(expected);
  });

  it('a folder, a missing file, one that is no file', async () => {
    const folder = join(dirname(write('x')), 'folder.csv');
    mkdirSync(folder);
    expect(await code(folder)).toBe('file-is-folder');
    expect(await code(join(folder, 'no.csv'))).toBe('file-missing');
    expect(await code(join(write('x'), 'below-a-file.csv'))).toBe('file-missing');
    if (process.platform === 'win32') return;
    expect(await code('/dev/null')).toBe('file-not-regular');
    const loop = join(folder, 'loop');
    symlinkSync(loop, loop);
    await expect(detectFile(loop)).rejects.toMatchObject({ code: 'ELOOP' });
  });

  it('a file that may not be read, or that a program holds', () => {
    for (const reason of ['EACCES', 'EPERM', 'EBUSY']) {
      const error = fileError(Object.assign(new Error(reason), { code: reason }), 'a.csv');
      expect(error).toMatchObject({
        code: 'file-unreadable',
        values: { code: reason },
        place: { file: 'a.csv' },
      });
    }
  });
});

describe('encoding', () => {
  const table = '姓名,地址,金额\n张三,幸福路一号,100\n李四,平安路二号,200\n';
  it.each<[string, Buffer, string, number]>([
    ['UTF-8', Buffer.from(table), 'utf-8', 0],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${table}`), 'utf-8', 3],
    ['ASCII', Buffer.from('a,b\n'), 'utf-8', 0],
    ['GB18030', encodeGb18030(table), 'gb18030', 0],
    [
      'GB18030 with its mark',
      Buffer.concat([Buffer.from('84319533', 'hex'), encodeGb18030(table)]),
      'gb18030',
      4,
    ],
    ['UTF-16LE with its mark', Buffer.from(`\uFEFF${table}`, 'utf16le'), 'utf-16le', 2],
    ['UTF-16BE with its mark', Buffer.from(`\uFEFF${table}`, 'utf16le').swap16(), 'utf-16be', 2],
  ])('%s', (_name, bytes, encoding, bomLength) => {
    expect(detectEncoding(write(bytes))).toEqual({ encoding, bomLength, notes: [] });
  });

  it('UTF-16 without its mark is taken with a note', () => {
    const little = Buffer.from(table, 'utf16le');
    const note = { row: 1, kind: 'encoding-guessed', rejected: false };
    expect(detectEncoding(write(little)).notes).toEqual([{ ...note, value: 'utf-16le' }]);
    expect(detectEncoding(write(little.swap16()))).toMatchObject({
      encoding: 'utf-16be',
      notes: [{ ...note, value: 'utf-16be' }],
    });
  });

  it('a file that changes midway: the encoding of most lines, and the first line of the other', () => {
    const lines = (n: number) => '张三丰,幸福路一号\r\n'.repeat(n);
    const mostlyUtf8 = Buffer.concat([
      Buffer.from(lines(20)),
      encodeGb18030(lines(5)),
      Buffer.from(lines(20)),
    ]);
    expect(detectEncoding(write(mostlyUtf8))).toMatchObject({
      encoding: 'utf-8',
      notes: [{ row: 21, kind: 'encoding-change', value: 'gb18030', rejected: false }],
    });
    const mostlyGb = Buffer.concat([encodeGb18030(lines(20)), Buffer.from(lines(5))]);
    expect(detectEncoding(write(mostlyGb))).toMatchObject({
      encoding: 'gb18030',
      notes: [{ row: 21, kind: 'encoding-change', value: 'utf-8', rejected: false }],
    });
  });

  it('the same beyond the size that is surveyed whole', () => {
    const block = '1234567890,张三丰,幸福路一号\n'.repeat(40_000);
    const utf8 = Buffer.from(block);
    const bytes = Buffer.concat([
      ...Array.from({ length: 11 }, () => utf8),
      encodeGb18030('李四,路\n'),
      utf8,
    ]);
    expect(bytes.length).toBeGreaterThan(16 << 20);
    expect(detectEncoding(write(bytes))).toMatchObject({
      encoding: 'utf-8',
      notes: [{ row: 440_001, kind: 'encoding-change' }],
    });
    const gb = encodeGb18030(block);
    const large = Buffer.concat(Array.from({ length: 15 }, () => gb));
    expect(large.length).toBeGreaterThan(16 << 20);
    expect(detectEncoding(write(large))).toEqual({ encoding: 'gb18030', bomLength: 0, notes: [] });
  });

  it('UTF-8 is checked across the seams of its chunks', () => {
    // 8 MB chunks: three-byte characters after one byte straddle every seam.
    const bytes = Buffer.from(`x${'张'.repeat(3 << 20)}`);
    expect(detectEncoding(write(bytes)).encoding).toBe('utf-8');
    expect(detectEncoding(write(bytes.subarray(0, bytes.length - 1))).encoding).toBe('gb18030');
  });

  it('GB18030 is told exactly as the decoder tells it', () => {
    const decoder = new TextDecoder('gb18030', { fatal: true });
    const agree = (...bytes: number[]) => {
      let valid = true;
      try {
        decoder.decode(Uint8Array.from(bytes));
      } catch {
        valid = false;
      }
      if (isGb18030(Uint8Array.from(bytes), 0, bytes.length) !== valid) {
        throw new Error(`differs for ${Buffer.from(bytes).toString('hex')}`);
      }
    };
    for (let a = 0; a < 256; a++) {
      agree(a);
      for (let b = 0; b < 256; b++) agree(a, b);
    }
    // Four-byte forms: every first and second byte, the ends of the others, and what lies beside the ranges' ends.
    const thirds = [0x80, 0x81, 0x95, 0xa3, 0xa4, 0xa5, 0xfe, 0xff];
    const fourths = [0x2f, 0x30, 0x35, 0x36, 0x39, 0x3a];
    for (let a = 0x80; a < 256; a++) {
      for (let b = 0x2f; b <= 0x3a; b++) for (const c of thirds) for (const d of fourths) agree(a, b, c, d);
    }
  });
});

describe('delimiter', () => {
  it.each<[string, string, string]>([
    ['comma', 'a,b,c\n1,2,3\n', ','],
    ['tab, with commas in the values', 'a\tb\n1,5\t2\n3,5\t4,1\n', '\t'],
    ['semicolon', 'a;b;c\n1,5;2;3\n2;3;4\n', ';'],
    ['bar', 'a|b\n1|2;3\n', '|'],
    ['comma below title rows', '某县登记表\n制表:民政局\nname,id,note\na,1,x;y\nb,2,z\nc,3,w\n', ','],
    ['delimiters inside quotes', 'a;b\n"1,2,3";"4,5,6"\n"7,8,9";"1,2,3"\n', ';'],
    ['Excel hint', 'sep=;\na;b,c\n', ';'],
    ['one column', 'name\n张三\n李四\n', ','],
    ['broken quotes below', `a;b\n1;2\n${'"x"y;1\n'.repeat(30)}`, ';'],
  ])('%s', (_name, text, delimiter) => {
    expect(detectCsv(write(text)).delimiter).toBe(delimiter);
  });

  it('what the user says holds', () => {
    expect(detectCsv(write('a,b\n'), { delimiter: ';', encoding: 'gb18030' })).toEqual({
      encoding: 'gb18030',
      bomLength: 0,
      delimiter: ';',
      quotes: true,
      notes: [],
    });
  });
});

describe('quoting', () => {
  const names = ['"大"字号', '"小"字号', '"老"字号'];
  it.each<[string, string, boolean, string]>([
    ['usual', 'a,b\n"1,5",2\n', true, ','],
    ['none seen', 'a,b\n1,2\n', true, ','],
    ['a quote in a value', 'a,b\n5"管,2\n', true, ','],
    ['one slip', 'a,b\n1,2\n"x"y,2\n3,4\n', true, ','],
    ['many slips among rightly quoted values', `a,b\n"1","2"\n${'"x"y,2\n'.repeat(20)}`, true, ','],
    ['no quoting at all', `户名\t金额\n${names.map((name) => `${name}\t1,5\n`).join('')}`, false, '\t'],
    ['no quoting, and nothing to go by but that', names.map((name) => `${name};1\n`).join(''), false, ';'],
    ['broken quotes in one column tell nothing', 'a\n"x"y\n"x"y\n"x"y\n', true, ','],
  ])('%s', (_name, text, quotes, delimiter) => {
    expect(detectCsv(write(text))).toMatchObject({ quotes, delimiter });
  });

  it('where the user says the delimiter', () => {
    const path = write(names.map((name) => `${name}|1,5\n`).join(''));
    expect(detectCsv(path, { delimiter: '|' })).toMatchObject({ quotes: false, delimiter: '|' });
  });
});
