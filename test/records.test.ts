import { describe, expect, it } from 'vitest';
import { codeNormaliser } from '../src/normalise/code.js';
import { headerKey } from '../src/read/header-text.js';
import { recordSet, recordSets } from '../src/records/index.js';
import type { RecordSet } from '../src/records/types.js';

const sets = [...recordSets.values()];

function field(record: string, name: string) {
  const found = recordSet(record)?.fields.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${record}.${name}`);
  return found;
}

describe('the data dictionary', () => {
  it('has every record set, in its order', () => {
    expect([...recordSets.keys()].join(' ')).toBe(
      'roster death pension vehicle property payroll business employment prison migration marriage student kinship ' +
        'job_refusal disability illness declaration refusal utility finance spending payment official_kin official ' +
        'other_relief voluntary snapshot complaint',
    );
    expect(recordSet('rosters')).toBeUndefined();
  });

  it.each(sets.map((set) => [set.key, set] as const))('%s is sound', (key, set: RecordSet) => {
    expect(key).toMatch(/^[a-z_]+$/);
    const names = set.fields.map((one) => one.name);
    expect(new Set(names).size).toBe(names.length);
    for (const one of set.fields) {
      expect(one.name).toMatch(/^[a-z_]+$/);
      expect(one.labels.length).toBeGreaterThan(0);
      expect(one.title).toMatch(/\p{Script=Han}/u);
      expect(one.codes !== undefined).toBe(one.type === 'code');
      if (one.household === true) expect(set.ofMembers).toBe(true);
    }
    const labels = set.fields.flatMap((one) => one.labels.map(headerKey));
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
    for (const name of (set.oneOf ?? []).flat()) expect(names).toContain(name);
    for (const person of set.persons) {
      expect(field(key, person.id).type).toBe('id');
      if (person.name !== null) expect(field(key, person.name).type).toBe('name');
    }
    expect(set.byHousehold).toBe(names.includes('household_id'));
    expect(set.fields.some((one) => one.starred === true)).toBe(true);
    expect(set.nameWords.length).toBeGreaterThan(0);
  });

  it.each(
    sets.flatMap((set) =>
      set.fields.filter((one) => one.codes).map((one) => [`${set.key}.${one.name}`, one] as const),
    ),
  )('%s reads each of its texts as its own code', (_, one) => {
    const codes = one.codes ?? [];
    const normalise = codeNormaliser(codes);
    const read = codes.flatMap(({ labels }) => labels.map((label) => normalise(label).value));
    expect(read).toEqual(codes.flatMap(({ code, labels }) => labels.map(() => code)));
  });

  it('puts a register’s own labels before the roster’s', () => {
    expect(field('vehicle', 'id_number').labels.slice(0, 4)).toEqual([
      '所有人证件号',
      '车主身份证号',
      '身份证明号码',
      '身份证号',
    ]);
    expect(field('death', 'id_number').labels).toEqual(field('roster', 'id_number').labels);
  });

  it.each([
    ['vehicle', 'status', '达到报废标准', 'ended'],
    ['property', 'status', '现势状态', 'active'],
    ['pension', 'kind', '城镇职工基本养老保险', 'employee'],
    ['pension', 'kind', '职工供养亲属抚恤金', 'survivor'],
    ['pension', 'kind', '遗属抚恤金', 'survivor'],
    ['pension', 'kind', '优抚对象定期抚恤金', 'not_pension'],
    ['pension', 'kind', '某某补贴', 'other'],
    ['payroll', 'kind', '村(居)干部(定补)', 'village_cadre'],
    ['payroll', 'status', '已退休', 'retired'],
    ['business', 'status', '吊销,未注销', 'ended'],
    ['business', 'role', '自然人股东', 'shareholder'],
    ['student', 'level', '普通高中', 'high'],
    ['disability', 'level', '残疾四级', '4'],
    ['roster', 'category', '农村居民低保', 'rural'],
    ['roster', 'labour_capacity', '具有正常劳动能力', 'full'],
    ['roster', 'relation', '户主之妻', 'spouse'],
    ['roster', 'relation', '28', 'child_in_law'],
    ['roster', 'relation', '1', 'other'],
  ])('%s.%s reads %s as %s', (record, name, text, code) => {
    expect(codeNormaliser(field(record, name).codes ?? [])(text).value).toBe(code);
  });

  it('tells whoever fills a template in what may be written', () => {
    expect(field('roster', 'category').note?.zh).toContain('城市、农村');
    expect(field('death', 'death_date').note?.zh).toContain('2024-03-05');
  });
});
