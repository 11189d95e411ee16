import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { peekCsv } from '../src/read/csv-peek.js';
import { readCsvRows } from '../src/read/csv-rows.js';
import { scanCsv } from '../src/read/csv-scan.js';
import { encodeGb18030, scanAll, scratch } from './csv-support.js';

const write = scratch();
const places = (problems: readonly { row: number; kind: string }[]) => problems.map((p) => [p.row, p.kind]);

describe('lines', () => {
  it('end with CRLF, LF or CR, the last one or not; blank ones are counted', () => {
    const { rows, end } = scanAll(write('a,b\r\n\r\nc,d\n\ne,f\rg,h'));
    expect(rows).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 3, cells: ['c', 'd'] },
      { row: 5, cells: ['e', 'f'] },
      { row: 6, cells: ['g', 'h'] },
    ]);
    expect(end).toMatchObject({ rows: 6, blank: 2, rejected: 0 });
  });

  it('a value of several lines leaves the record at its first line, and the next ones at theirs', () => {
    const { rows } = scanAll(write('1,"x\r\ny\nz",2\r\n3,4,5\r\n'));
    expect(rows).toEqual([
      { row: 1, cells: ['1', 'x\r\ny\nz', '2'] },
      { row: 4, cells: ['3', '4', '5'] },
    ]);
  });

  it('empty fields count, also the last; a line of spaces is no blank line', () => {
    const { rows, counts } = scanAll(write(',,\n  \n"",""\n""\n'));
    expect(rows.map(({ cells }) => cells)).toEqual([['', '', ''], ['  '], ['', ''], ['']]);
    expect(counts).toEqual([3, 1, 2, 1]);
  });

  it('more fields than the record has room for', () => {
    const cells = Array.from({ length: 1000 }, (_, i) => `c${i}`);
    const { rows, counts } = scanAll(write(`${cells.join(',')}\n"x",${cells.join(',')}\n`));
    expect(rows[0]?.cells).toEqual(cells);
    expect(rows[1]?.cells).toEqual(['x', ...cells]);
    expect(counts).toEqual([1000, 1001]);
  });

  it('the checksum and the byte count are of the whole file, its byte order mark too', () => {
    const bytes = Buffer.from('\uFEFFa,b\n1,2\n');
    const { rows, end } = scanAll(write(bytes), { bomLength: 3, chunkSize: 1 });
    expect(rows[0]?.cells).toEqual(['a', 'b']);
    expect(end.bytes).toBe(bytes.length);
    expect(end.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('the visitor stops the scan, which then has no checksum', () => {
    const seen: number[] = [];
    const options = { encoding: 'utf-8', delimiter: ',', bomLength: 0 } as const;
    const visit = (record: { line: number }) => {
      seen.push(record.line);
      return record.line < 2;
    };
    const end = scanCsv(write('a\nb\nc\n'), options, visit, () => undefined);
    expect(seen).toEqual([1, 2]);
    expect(end.sha256).toBe('');
    expect(peekCsv(write('a\n\n"b\nb"\nc\n'), options, 2)).toEqual([
      { row: 1, cells: ['a'] },
      { row: 3, cells: ['b\nb'] },
    ]);
  });

  it('a field alone is decoded without the others, and bytes bound it', () => {
    const options = { encoding: 'utf-8', delimiter: ',', bomLength: 0 } as const;
    const seen: string[] = [];
    const visit = (record: Parameters<Parameters<typeof scanCsv>[2]>[0]) => {
      seen.push(record.cell(1), record.cell(2), record.cell(3));
      seen.push(record.buffer.toString('utf8', record.starts[1], record.ends[1]));
      return true;
    };
    scanCsv(write('张,"李""五""","王"\n'), options, visit, () => undefined);
    expect(seen).toEqual(['李"五"', '王', '', '李""五""']);
  });
});

describe('without quoting', () => {
  it.each([1, 64, 4096])('quotes are characters like others, in chunks of %d bytes', (chunkSize) => {
    const text = '"a" b,"c\n"d,e"\n"",""\n';
    const { rows, problems, end } = scanAll(write(text), { quotes: false, chunkSize });
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['"a" b', '"c'],
      ['"d', 'e"'],
      ['""', '""'],
    ]);
    expect(problems).toEqual([]);
    expect(end).toMatchObject({ rows: 3, rejected: 0 });
  });

  it('a bar that is half a character of GB18030 cuts nothing', () => {
    // BC7C is one character, whose second byte is that of the bar.
    const path = write(Buffer.from('227c22bc7c0a', 'hex'));
    const { rows } = scanAll(path, { encoding: 'gb18030', delimiter: '|', quotes: false });
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['"', `"${new TextDecoder('gb18030').decode(Buffer.from('bc7c', 'hex'))}`],
    ]);
  });
});

describe('rows for a sink', () => {
  const options = { encoding: 'utf-8', delimiter: ',', bomLength: 0, chunkSize: 64 } as const;

  it('are those of the scan, with a pause after each chunk and what cannot be decoded among the rejected', async () => {
    const lines = Array.from({ length: 100 }, (_, i) => `${i},张三`);
    const path = write(
      Buffer.concat([
        Buffer.from(`${lines.join('\n')}\n\n`),
        Buffer.from([0x61, 0xff, 0x0a]),
        Buffer.from('"x\n'),
      ]),
    );
    const rows: string[][] = [];
    const problems: [number, string, boolean][] = [];
    let pauses = 0;
    const end = await readCsvRows(path, options, {
      row: (_, cells) => {
        rows.push(cells);
        return undefined;
      },
      problem: ({ row, kind, rejected }) => problems.push([row, kind, rejected]),
      pause: async () => {
        pauses += 1;
      },
    });
    expect(rows).toEqual(lines.map((line) => line.split(',')));
    expect(problems).toEqual([
      [102, 'undecodable', true],
      [103, 'quote-unclosed', true],
    ]);
    expect(end).toMatchObject({ rows: 103, blank: 1, rejected: 2 });
    expect(pauses).toBeGreaterThan(10);
  });

  it('end where the sink says so', async () => {
    const seen: number[] = [];
    await readCsvRows(write('a\nb\nc\n'), options, {
      row: (row) => {
        seen.push(row);
        return row < 2;
      },
      problem: () => undefined,
    });
    expect(seen).toEqual([1, 2]);
  });
});

describe('rejected lines', () => {
  it('a quote left open at line 10 of 100,000 costs that line alone', () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => `${i + 1},张三,幸福路${i}号`);
    lines[9] = '10,"张三,幸福路9号';
    const { rows, problems, end } = scanAll(write(`${lines.join('\r\n')}\r\n`));
    expect(places(problems)).toEqual([[10, 'quote-unclosed']]);
    expect(rows.length).toBe(99_999);
    expect(rows[9]).toEqual({ row: 11, cells: ['11', '张三', '幸福路10号'] });
    expect(end).toMatchObject({ rows: 100_000, rejected: 1, blank: 0 });
  });

  it('so it does where other lines have quotes', () => {
    const text = '1,"a"\n2,"b\n3,"c"\n4,"d"\n';
    const { rows, problems } = scanAll(write(text));
    expect(places(problems)).toEqual([[2, 'quote-unclosed']]);
    expect(rows.map(({ row }) => row)).toEqual([1, 3, 4]);
  });

  it('an open quote that meets another by chance swallows no line whose number of fields is right', () => {
    const text = '1,"a,x\n2,b,y\n3,c,z"\n4,d,w\n';
    expect(scanAll(write(text)).rows.map(({ row }) => row)).toEqual([1, 4]);
    const known = scanAll(write(text), { fieldCount: 3 });
    expect(places(known.problems)).toEqual([[1, 'quote-unclosed']]);
    expect(known.rows.map(({ row }) => row)).toEqual([2, 3, 4]);
    const sound = scanAll(write('1,"a\nb,c,d\n",x\n2,e,y\n'), { fieldCount: 3 });
    expect(sound.rows.map(({ row }) => row)).toEqual([1, 4]);
  });

  it('a quote is unclosed after 64 lines and after 256 KB', () => {
    const lines = (n: number) => `1,"${'x\n'.repeat(n)}",2\n`;
    expect(scanAll(write(lines(63))).rows.length).toBe(1);
    expect(places(scanAll(write(lines(64))).problems)[0]).toEqual([1, 'quote-unclosed']);
    const long = (n: number) => `1,"${'x'.repeat(n)}",2\n3,4,5\n`;
    expect(scanAll(write(long(256 * 1024 - 1))).rows.length).toBe(2);
    const over = scanAll(write(long(256 * 1024)), { chunkSize: 4096 });
    expect(places(over.problems)).toEqual([[1, 'quote-unclosed']]);
    expect(over.rows).toEqual([{ row: 2, cells: ['3', '4', '5'] }]);
  });

  it('a character after a closing quote; a quote inside an unquoted field is a character', () => {
    const { rows, problems } = scanAll(write('a,"b"c,d\ne,5"管,f\ng,h"",i\n"j" ,k,l\n'));
    expect(places(problems)).toEqual([
      [1, 'quote-stray'],
      [4, 'quote-stray'],
    ]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['e', '5"管', 'f'],
      ['g', 'h""', 'i'],
    ]);
  });

  it('a NUL, in a plain field or a quoted one', () => {
    const { rows, problems, end } = scanAll(write('a\0,b\nc,"d\0"\ne,f\n'));
    expect(places(problems)).toEqual([
      [1, 'nul'],
      [2, 'nul'],
    ]);
    expect(rows).toEqual([{ row: 3, cells: ['e', 'f'] }]);
    expect(end).toMatchObject({ rows: 3, rejected: 2 });
  });

  it('a line longer than any record, in bounded memory', () => {
    const { rows, problems, end } = scanAll(write(`a,b\n${'x,'.repeat(5 << 20)}\r\nc,d\n`), {
      chunkSize: 65_536,
    });
    expect(places(problems)).toEqual([[2, 'line-too-long']]);
    expect(rows.map(({ row }) => row)).toEqual([1, 3]);
    expect(end.bytes).toBe(4 + (10 << 20) + 2 + 4);
    const within = scanAll(write(`${'x'.repeat(4 << 20)}\n${'x'.repeat((4 << 20) + 1)}\n`));
    expect(places(within.problems)).toEqual([[2, 'line-too-long']]);
  });
});

describe('decoding', () => {
  it('is strict: broken bytes reject their record, a U+FFFD of the file stays', () => {
    const bytes = Buffer.concat([
      Buffer.from('张,\uFFFD\n李,'),
      Buffer.from([0xd5, 0xc5]),
      Buffer.from('\n王,1\n'),
    ]);
    const { rows, problems } = scanAll(write(bytes));
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['张', '\uFFFD'],
      ['王', '1'],
    ]);
    expect(places(problems)).toEqual([[2, 'undecodable']]);
  });

  it('a GB18030 character cut in two costs its record alone', () => {
    const bytes = Buffer.concat([
      encodeGb18030('张三,幸福路\n李四,'),
      encodeGb18030('福').subarray(0, 1),
      encodeGb18030('\n王五,平安路\n'),
    ]);
    const { rows, problems } = scanAll(write(bytes), { encoding: 'gb18030' });
    expect(rows.map(({ cells }) => cells[0])).toEqual(['张三', '王五']);
    expect(places(problems)).toEqual([[2, 'undecodable']]);
  });

  it('UTF-8 lines in a GB18030 file are not read as other characters', () => {
    const bytes = Buffer.concat([encodeGb18030('张三,幸福路\n'), Buffer.from('李四四,平安路一\n')]);
    // Eighteen bytes and a comma: valid GB18030, and nonsense.
    expect(new TextDecoder('gb18030', { fatal: true }).decode(Buffer.from('李四四平安一'))).not.toContain(
      '李',
    );
    const { rows, problems } = scanAll(write(bytes), { encoding: 'gb18030' });
    expect(rows.length).toBe(1);
    expect(places(problems)).toEqual([[2, 'undecodable']]);
  });

  it('a lone surrogate or half a unit in UTF-16 costs its record alone', () => {
    const bytes = Buffer.from('a,\uD842\nb,\uDFB7\uD842x\nc,𠮷\nd,\uD842', 'utf16le');
    const lone = scanAll(write(bytes), { encoding: 'utf-16le', chunkSize: 1 });
    expect(lone.rows).toEqual([{ row: 3, cells: ['c', '𠮷'] }]);
    expect(places(lone.problems)).toEqual([
      [1, 'undecodable'],
      [2, 'undecodable'],
      [4, 'undecodable'],
    ]);
    const half = scanAll(write(Buffer.from('a\nb1', 'utf16le').subarray(0, 7)), { encoding: 'utf-16le' });
    expect(half.rows).toEqual([{ row: 1, cells: ['a'] }]);
    expect(places(half.problems)).toEqual([[2, 'undecodable']]);
  });

  it('`|` as a delimiter is not taken out of the middle of a GB18030 character', () => {
    const text = '亅|纜\n恷|"衸|x"\n\n鄚|1\n';
    const { rows, end } = scanAll(write(encodeGb18030(text)), { encoding: 'gb18030', delimiter: '|' });
    expect(rows).toEqual([
      { row: 1, cells: ['亅', '纜'] },
      { row: 2, cells: ['恷', '衸|x'] },
      { row: 4, cells: ['鄚', '1'] },
    ]);
    expect(end.blank).toBe(1);
  });
});
