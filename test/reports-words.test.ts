import { describe, expect, it } from 'vitest';
import { recordSets } from '../src/records/index.js';
import { fileNames, placesOf } from '../src/reports/evidence.js';
import { codeFinder, fieldTitle, fieldWord, plainNumber } from '../src/reports/fields.js';
import { renderScreen } from '../src/reports/screen.js';
import { isSelf, subjectRelation } from '../src/reports/words.js';
import { sampleReport } from './reports-fixture.js';
import { sampleCase } from './reports-fixture-cases.js';

/** As the run makes them of the data dictionary. */
const all = [...recordSets.values()];
const labels = {
  registers: {},
  fields: Object.fromEntries(
    all.map(({ key, fields }) => [key, Object.fromEntries(fields.map(({ name, title }) => [name, title]))]),
  ),
  codes: Object.fromEntries(
    all.map(({ key, fields }) => [
      key,
      Object.fromEntries(
        fields.flatMap(({ name, codes }) =>
          codes === undefined
            ? []
            : [[name, Object.fromEntries(codes.map(({ code, labels: [text] }) => [code, text ?? code]))]],
        ),
      ),
    ]),
  ),
};

describe('a value of a row', () => {
  it.each([
    ['payroll', 'kind', 'institution', '事业单位'],
    ['pension', 'status', 'active', '正常'],
    ['roster', 'relation', 'self', '户主'],
    ['kinship', 'relation', 'child', '子女'],
    ['job_refusal', 'justified', 'false', '否'],
    ['payroll', 'kind', 'other', '其他'],
    ['vehicle', 'plate', 'active', 'active'],
    ['payroll', '备注', 'true', 'true'],
  ])('%s %s %s is shown as %s', (register, field, value, shown) => {
    expect(fieldWord(labels, register, field, value)).toBe(shown);
  });

  it('has a Chinese word for every code of the data dictionary', () => {
    for (const { key, fields } of all) {
      for (const { name, codes = [] } of fields) {
        for (const { code } of codes)
          expect(fieldWord(labels, key, name, code), `${key} ${name} ${code}`).toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it('keeps the header of a column that nobody knows', () => {
    expect(fieldTitle(labels, 'vehicle', '备注')).toBe('备注');
    expect(fieldTitle(undefined, 'vehicle', 'plate')).toBe('plate');
  });

  it('is looked up without its register where a rule or a parameter names it', () => {
    const codes = codeFinder(labels);
    expect(codes.inField('labour_capacity', 'full')).toBe('有劳动能力');
    expect(['vocational', 'graduate', '一级', '12'].map(codes.anywhere)).toEqual([
      '中职',
      '研究生',
      '一级',
      '12',
    ]);
  });

  it('loses the zeros that a type gave it, but money keeps its cents', () => {
    expect(['3.0000', '0.3000', '1208.00', '12', '10.000'].map(plainNumber)).toEqual([
      '3',
      '0.3',
      '1208.00',
      '12',
      '10',
    ]);
  });
});

describe('the other person of a case', () => {
  const one = sampleCase(0);
  const person = {
    name: '某某',
    id_number: '33048219630515123X',
    relation: 'sibling',
    covered: true,
    age: 60,
  };

  it('is 本人 where it is the same one, whatever that one is to the head', () => {
    const own = { ...one, person, subject: person };
    expect(isSelf(own)).toBe(true);
    expect(subjectRelation(own)).toBe('本人');
  });

  it('is to the person, or to the head of a household', () => {
    const other = { ...person, id_number: '330482196305151245', relation: 'child' };
    expect(subjectRelation({ ...one, person, subject: other })).toBe('子女');
    expect(subjectRelation({ ...one, person: null, subject: { ...other, relation: 'self' } })).toBe('户主');
    expect(subjectRelation({ ...one, subject: null })).toBe('');
  });
});

describe('places', () => {
  const row = (file: string, at: number, sheet: string | null = null) => {
    const [evidence] = sampleCase(0).evidence;
    if (evidence === undefined) throw new Error('no evidence');
    return { ...evidence, file, sheet, row: at };
  };
  const one = (evidence: ReturnType<typeof row>[]) => ({ ...sampleCase(0), evidence });

  it('of one file stand together, runs of rows as one', () => {
    const places = one([
      row('a.csv', 14),
      row('a.csv', 12),
      row('b.xlsx', 3, '甲'),
      row('a.csv', 13),
      row('a.csv', 20),
    ]);
    expect(placesOf(places)).toEqual(['a.csv 第12-14、20行', 'b.xlsx[甲] 第3行']);
  });

  it('of many rows are counted', () => {
    const places = one([2, 4, 6, 8].map((at) => row('data/a.csv', at)));
    expect(placesOf(places, (file) => file.slice(5), 2)).toEqual(['a.csv 第2、4…行(共4行)']);
    expect(placesOf(one([]))).toEqual([]);
  });

  it('name the folder only where two sources have one name', () => {
    const name = fileNames({
      sources: ['x/a.csv', 'y/a.csv', 'x\\b.csv', 'c.csv'].map((file) => ({ file })),
    });
    expect(['x/a.csv', 'y/a.csv', 'x\\b.csv', 'c.csv'].map(name)).toEqual([
      'x/a.csv',
      'y/a.csv',
      'b.csv',
      'c.csv',
    ]);
  });
});

describe('the screen on parameters nobody has signed for', () => {
  const report = sampleReport(4);
  const [first] = report.summary.parameters;
  if (first === undefined) throw new Error('no parameter');
  const many = Array.from({ length: 50 }, (_, n) => ({
    ...first,
    name: `p${n}`,
    title: `参数${n}号`,
    verified: false,
    past_last: n === 7,
  }));
  const summary = { ...report.summary, parameters: many, warnings: [] };
  const text = renderScreen(
    { ...report, summary, ownParameters: ['p9'] },
    { outDir: 'o', width: 100, colour: false },
  );

  it('counts them, says where they stand, and names those to mind', () => {
    expect(text).toContain('50项参数的来源');
    expect(text).toContain('dibao rules --parameters');
    expect(text.match(/参数\d+号/g)).toEqual(['参数7号', '参数9号']);
  });

  it('has no colours where none are wanted', () => {
    expect(text).not.toContain('\u001B[');
  });
});
