import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { EvidenceReader, type PartOrigin, toEvidence } from '../src/cases/evidence.js';
import { readHouseholds, readPayments } from '../src/cases/facts.js';
import { readFocus } from '../src/cases/focus.js';
import { monthNumber } from '../src/cases/months.js';
import { readRosterFigures } from '../src/cases/roster-figures.js';
import { literal } from '../src/load/database.js';
import { sourceNumber } from '../src/load/source-number.js';
import { emptyDatabase } from './helpers/vocabulary-db.js';

let db: DuckDBConnection;
const at = (part: number, row: number, member = 0): number => sourceNumber(part, row, member);
const text = (value: string | number | boolean | null): string =>
  typeof value === 'string' ? literal(value) : String(value);

async function insert(
  table: string,
  ...rows: Record<string, string | number | boolean | null>[]
): Promise<void> {
  for (const row of rows)
    await db.run(
      `INSERT INTO "${table}" (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).map(text).join(', ')})`,
    );
}

/** A row of the roster: the third column of a household of H1, unless told otherwise. */
const listed = (row: number, household_id: string, id_number: string, more: object = {}) => ({
  ...{ source: at(1, row), same_as: at(1, row), household_id, id_number, name: `人${row}`, relation: 'self' },
  ...more,
});
const linked = (register: string, source: number, household_id: string, person: string) => ({
  ...{ register, source, side: 'self', household_id, person, level: 'exact' },
});
// Nobody's numbers: the serial number 000 is given to no one. A man of 40 and a woman of 66.
const MAN = '33992119860305000X';
const WOMAN = '339921196001010004';

beforeAll(async () => {
  db = await emptyDatabase({ asOf: '2026-11-15' });
  const first = {
    category: 'rural',
    class: 'C',
    township: '新仓镇',
    village: '芦湾村',
    village_group: '3组',
  };
  const sizes = { household_size: 3, covered_size: 2, monthly_amount: 640.5, start_date: '2024-01-01' };
  await insert(
    'roster',
    listed(3, 'H1', WOMAN, { relation: 'parent', covered: false }),
    listed(2, 'H1', MAN, { ...first, ...sizes, grace_until: '2026-12-31', sex: 'male', covered: true }),
    listed(4, 'H2', '打码', {
      category: 'urban',
      class: 'A',
      township: '广陈镇',
      covered_size: 2,
      id_number_problem: 'id-masked',
    }),
    listed(5, 'H3', '339921197001010006', {
      category: 'urban',
      class: 'A',
      township: '广陈镇',
      monthly_amount: 0.1,
    }),
    listed(6, 'H4', '339921197101010001', { category: 'other', monthly_amount: 0.2 }),
    // Left before the day: in no figure.
    listed(7, 'H5', '339921197201010007', { status: 'ended' }),
  );
  const link = (source: number, household: string, person: string, register = 'payment') =>
    linked(register, source, household, person);
  const payment = (row: number, month: string | null, amount: number, same = row) => ({
    ...{ source: at(2, row), same_as: at(2, same), household_id: 'H1', month, amount },
  });
  await insert(
    'payment',
    ...[payment(2, '2026-09', 300.1), payment(3, '2026-09', 0.2), payment(4, '2026-10', 640.5)],
    ...[payment(5, '2026-10', 640.5, 4), payment(6, null, 5), payment(7, '2026-11', 99)],
  );
  await insert(
    'link',
    ...[2, 3, 4, 5, 6].map((row) => link(at(2, row), 'H1', MAN)),
    link(at(2, 7), 'H3', 'x'),
  );
  await insert(
    'vehicle',
    { source: at(3, 9), same_as: at(3, 2), id_number: MAN, plate: '浙F1' },
    { source: at(3, 2), same_as: at(3, 2), id_number: MAN, plate: '浙F1', extra: '{"车身颜色":"红"}' },
    {
      source: at(3, 4, 2),
      same_as: at(3, 4, 2),
      id_number: WOMAN,
      id_number_problem: 'id-checksum',
      plate: "浙'2",
    },
  );
  await insert('complaint', { source: at(4, 2), same_as: at(4, 2), date: '2026-10-01' });
  await insert('complaint', { source: at(4, 3), same_as: at(4, 3), date: '2026-09-01' });
  await insert('link', link(at(4, 2), 'H3', 'y', 'complaint'), link(at(4, 3), 'H3', 'y', 'complaint'));
});

describe('households that a check names', () => {
  it('come with everything their cases print, members in the order of the roster', async () => {
    const found = await readHouseholds(db, ['H1']);
    expect([...found]).toEqual([
      [
        'H1',
        {
          ...{ household_id: 'H1', category: 'rural', class: 'C', township: '新仓镇', village: '芦湾村' },
          ...{ village_group: '3组', household_size: 3, covered_size: 2, covered_listed: 1 },
          ...{ monthly_amount: 640.5, start_date: '2024-01-01', grace_until: '2026-12-31' },
          members: [
            {
              ...{ household_id: 'H1', person: MAN, name: '人2', id_number: MAN, relation: 'self' },
              ...{ covered: true, age: 40 },
            },
            {
              ...{ household_id: 'H1', person: WOMAN, name: '人3', id_number: WOMAN, relation: 'parent' },
              ...{ covered: false, age: 66 },
            },
          ],
        },
      ],
    ]);
  });

  it('are left unknown where the roster does not say', async () => {
    const found = await readHouseholds(db, ['H4', 'H2', 'H9', 'H5']);
    expect([...found.keys()]).toEqual(['H2', 'H4']);
    expect(found.get('H4')).toMatchObject({
      ...{ category: null, class: '', township: '', village: '', village_group: '', household_size: null },
      ...{ covered_size: null, covered_listed: 1, start_date: null, grace_until: null, monthly_amount: 0.2 },
    });
    expect(found.get('H2')).toMatchObject({
      category: 'urban',
      monthly_amount: null,
      members: [{ age: null }],
    });
    expect(await readHouseholds(db, [])).toEqual(new Map());
  });

  it('have what they were paid, month by month in fen, the same payment given twice once', async () => {
    const paid = await readPayments(db, true, ['H1', 'H4']);
    expect(paid?.get('H1')).toEqual(
      new Map([
        [monthNumber('2026-09'), 30_030],
        [monthNumber('2026-10'), 64_050],
      ]),
    );
    expect(paid?.get('H4')).toEqual(new Map());
    expect(paid?.has('H3')).toBe(false);
    expect(await readPayments(db, false, ['H1'])).toBeNull();
    expect(await readPayments(db, true, [])).toBeNull();
  });
});

describe('evidence', () => {
  const origin = (register: string, file: string): PartOrigin => ({
    ...{ register, file, sheet: null, supplier: '交警', data_date: '2026-11-01' },
  });
  const parts = new Map([
    [1, origin('roster', '名册.csv')],
    [3, origin('vehicle', '车辆.csv')],
  ]);
  const read = async (...cited: number[]) => {
    const reader = new EvidenceReader(cited, parts);
    await reader.work(db);
    return reader.found;
  };
  const car = { id_number: MAN, plate: '浙F1' };

  it('is each cited row with its place, and the row that states the same beside it', async () => {
    const found = await read(at(3, 9), at(3, 9));
    expect([...found.keys()]).toEqual([at(3, 9)]);
    expect(found.get(at(3, 9))).toEqual([
      { ...origin('vehicle', '车辆.csv'), row: 2, fields: { ...car, 车身颜色: '红' } },
      { ...origin('vehicle', '车辆.csv'), row: 9, fields: car },
    ]);
  });

  it('says which of several members in a row it is about, and nothing of how it was read', async () => {
    expect((await read(at(3, 4, 2))).get(at(3, 4, 2))).toEqual([
      { ...origin('vehicle', '车辆.csv'), row: 4, fields: { id_number: WOMAN, plate: "浙'2", 成员列: '2' } },
    ]);
  });

  it('has its fields as they are, with quotes, backslashes and line ends, and further columns behind them', async () => {
    const odd = { name: '张\t三\r\n\u0085', plate: 'a"b\\c', plate_kind: '\\"' };
    const more = { 'x"\\': '1', plate: '外' };
    const rows = [
      { source: at(3, 20), same_as: at(3, 20), ...odd, extra: '{}' },
      { source: at(3, 21), same_as: at(3, 21), ...odd, extra: JSON.stringify(more) },
      { source: at(3, 22), same_as: at(3, 22), extra: JSON.stringify(more) },
      { source: at(3, 23), same_as: at(3, 23), extra: null },
    ];
    await insert('vehicle', ...rows);
    const found = await read(...rows.map(({ source }) => source));
    const fields = rows.map(({ source }) => found.get(source)?.map((one) => Object.entries(one.fields)));
    expect(fields).toEqual([odd, { ...odd, ...more }, more, {}].map((one) => [Object.entries(one)]));
  });

  it('is of the roster the row alone, as its rows state one household together', async () => {
    await db.run(`UPDATE roster SET same_as = ${at(1, 2)} WHERE source = ${at(1, 3)}`);
    const found = await read(at(1, 2), at(3, 2));
    expect(found.get(at(1, 2))?.map(({ row }) => row)).toEqual([2]);
    expect(found.get(at(3, 2))?.map(({ row }) => row)).toEqual([2, 9]);
  });

  it('is read by several connections side by side, the register with most rows first', async () => {
    const reader = new EvidenceReader([at(1, 2), at(3, 2), at(3, 4, 2)], parts);
    await Promise.all([reader.work(db), reader.work(db)]);
    expect([...reader.found.keys()].sort()).toEqual([at(1, 2), at(3, 2), at(3, 4, 2)].sort());
  });

  it('is a defect where a check cites a row of no file', () => {
    expect(() => new EvidenceReader([at(9, 1)], parts)).toThrow(`no part for source ${at(9, 1)}`);
  });

  it('is of a row as an object the same', () => {
    const row = {
      source: at(3, 2),
      same_as: 1,
      content: 'x',
      plate: '浙F1',
      model: null,
      id_number_problem: 'y',
    };
    expect(toEvidence({ ...row, extra: '{"车身颜色":"红"}' }, origin('vehicle', '车辆.csv'))).toEqual({
      ...{ ...origin('vehicle', '车辆.csv'), row: 2 },
      fields: { plate: '浙F1', 车身颜色: '红' },
    });
    // A field is hidden by its whole name or by its end.
    const fields = { resource: '1', contents: '2', sources: '3', problem: '4', id_problem_x: '5' };
    expect(toEvidence({ source: at(3, 2), ...fields }, origin('vehicle', 'x')).fields).toEqual(fields);
    expect(toEvidence({ source: at(3, 2, 1), price: 12 }, origin('vehicle', 'x')).fields).toEqual({
      ...{ price: '12', 成员列: '1' },
    });
  });
});

describe('the roster in numbers', () => {
  it('is counted by category, money in fen, and what cannot be checked', async () => {
    const { roster, villages } = await readRosterFigures(db);
    expect(roster).toEqual({
      ...{ households: 4, members: 5, covered: 4, monthly_amount: 640.8, unknown_category: 1 },
      rural: { households: 1, covered: 1, monthly_amount: 640.5 },
      urban: { households: 2, covered: 2, monthly_amount: 0.1 },
      ...{ uncheckable_members: 1, heads_only: 1 },
    });
    expect(villages).toEqual([
      { township: '', village: '', households: 1 },
      { township: '广陈镇', village: '', households: 2 },
      { township: '新仓镇', village: '芦湾村', households: 1 },
    ]);
  });
});

describe('households to be looked at hardest', () => {
  it('are those with an income that is not fixed and a member able to work, and those complained of', async () => {
    expect(await readFocus(db)).toEqual([
      {
        ...{
          household_id: 'H1',
          township: '新仓镇',
          village: '芦湾村',
          village_group: '3组',
          category: 'rural',
        },
        ...{
          class: 'C',
          head_name: '人2',
          monthly_amount: 640.5,
          irregular: 'C类',
          able: '人2',
          complaints: '',
        },
      },
      {
        ...{ household_id: 'H3', township: '广陈镇', village: '', village_group: '', category: 'urban' },
        ...{ class: 'A', head_name: '人5', monthly_amount: 0.1, irregular: '', able: '' },
        complaints: '2026-09-01、2026-10-01',
      },
    ]);
  });
});
