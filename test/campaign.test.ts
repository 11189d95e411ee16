import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  type CampaignOptions,
  campaignFromOptions,
  resolveCampaign,
} from '../src/campaign-file/from-options.js';
import { loadCampaign } from '../src/campaign-file/load.js';
import { recordKeys } from '../src/campaign-file/record-keys.js';
import { campaignJsonSchema } from '../src/campaign-file/schema.js';
import { today } from '../src/campaign-file/today.js';
import type { Campaign } from '../src/campaign-file/types.js';
import { registerTitles } from '../src/messages/register-titles.js';
import { recordSets } from '../src/records/index.js';
import { parameterInForce } from '../src/standards/in-force.js';
import { temporaryFolder } from './helpers/cli.js';

const golden = fileURLToPath(new URL('../../shared/golden/plain/dibao.yaml', import.meta.url));

async function campaignOf(yaml: string | Uint8Array): Promise<Campaign> {
  const file = join(temporaryFolder(), 'dibao.yaml');
  writeFileSync(file, yaml);
  return loadCampaign(file);
}

function parameter(campaign: Campaign, name: string) {
  const found = campaign.parameters.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no parameter ${name}`);
  return found;
}

const noOptions: CampaignOptions = {
  sources: {},
  rosterUrban: [],
  rosterRural: [],
  checks: [],
  cwd: '/somewhere',
};

describe('standards', () => {
  test('monthly and yearly figures become exact yearly ones, in order of date', async () => {
    const { standards } = await campaignOf(`
standards:
  urban: [ { from: 2025-07-01, monthly: 1208.33 }, { from: 2024-07-01, monthly: "1150" } ]
  rural: { from: 2025-07-01, yearly: 13200.1, document: 通知 }
`);
    expect(standards).toEqual([
      { category: 'urban', from: '2024-07-01', yearly: '13800.00', size: null },
      { category: 'urban', from: '2025-07-01', yearly: '14499.96', size: null },
      { category: 'rural', from: '2025-07-01', yearly: '13200.10', size: null, document: '通知' },
    ]);
  });

  test('by size, of a month unless said to be of a year', async () => {
    const { standards } = await campaignOf(`
standards:
  urban: { from: 2025-07-01, by_size: { 1: 1200, 2: 1100.5 } }
  rural: { from: 2025-07-01, per: year, by_size: { 1: 13200 } }
`);
    expect(standards.map(({ category, yearly, size }) => [category, yearly, size])).toEqual([
      ['urban', '14400.00', 1],
      ['urban', '13206.00', 2],
      ['rural', '13200.00', 1],
    ]);
  });
});

describe('parameters', () => {
  test('what the file sets takes the place of all values of that parameter', async () => {
    const campaign = await campaignOf(`
parameters:
  supporter_multiple: 4
  vehicle_exempt: [ 残疾人专用 ]
  retirement_men_first_birth: 1966-01
  resident_basic_pension: [ { from: 2025-01-01, monthly: 200, document: 省文件 } ]
`);
    expect(parameterInForce(parameter(campaign, 'supporter_multiple'), '2001-01-01').value).toBe(4);
    expect(parameterInForce(parameter(campaign, 'vehicle_exempt'), '2026-01-01').value).toEqual([
      '残疾人专用',
    ]);
    expect(parameterInForce(parameter(campaign, 'retirement_men_first_birth'), '2026-01-01').value).toBe(
      '1966-01',
    );
    const pension = parameter(campaign, 'resident_basic_pension');
    expect(parameterInForce(pension, '2025-06-01')).toEqual({
      value: 200,
      from: '2025-01-01',
      document: '省文件',
      past_last: false,
    });
    expect(parameterInForce(pension, '2026-06-01').past_last).toBe(true);
  });

  test('verified once somebody has signed', async () => {
    expect(parameter(await campaignOf('name: x'), 'adult_age').verified).toBe(false);
    expect(parameter(await campaignOf('verified_by: 张三'), 'adult_age').verified).toBe(true);
    const one = await campaignOf(
      'parameters: { adult_age: [ { from: 2021-01-01, value: 18, verified_by: 张三 } ] }',
    );
    expect(parameter(one, 'adult_age').verified).toBe(true);
    expect(parameter(one, 'working_age').verified).toBe(false);
  });
});

describe('sources', () => {
  test('a path, a list, an object; in the order of the dictionary, from the folder of the file', async () => {
    const campaign = await campaignOf(
      `
sources:
  vehicle:
    - { file: "data/车辆*.csv", data_date: 2026-09-30, supplier: 交警, columns: { 车主: name }, encoding: GBK, delimiter: tab }
  roster:
    - data/城市
    - { file: data/农村, set: { category: rural }, township: { from: file }, from: { village: sheet } }
  death: data/死亡.csv
`.replace('GBK', 'gbk'),
    );
    expect([...campaign.sources.keys()]).toEqual(['roster', 'death', 'vehicle']);
    const [urban, rural] = campaign.sources.get('roster') ?? [];
    expect(urban).toMatchObject({
      path: join(campaign.root, 'data/城市'),
      written: 'data/城市',
      set: {},
      from: {},
    });
    expect(rural).toMatchObject({ set: { category: 'rural' }, from: { township: 'file', village: 'sheet' } });
    expect(campaign.sources.get('vehicle')).toMatchObject([
      {
        data_date: '2026-09-30',
        supplier: '交警',
        columns: { 车主: 'name' },
        encoding: 'gb18030',
        delimiter: '\t',
      },
    ]);
  });
});

describe('what is left out', () => {
  test('has a default', async () => {
    const campaign = await campaignOf('');
    expect(campaign).toMatchObject({
      as_of: today(),
      pack: 'ten-categories',
      area: null,
      rules: null,
      exemptions: null,
      required: [],
      name_matching: false,
      footer: '内部资料 注意保存',
      office: { name: '', phone: '', address: '', reconsideration: '', court: '' },
      retain_until: null,
    });
  });

  test('today is a day of the local calendar', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});

test('a file saved in GB18030 is read as well', async () => {
  const name = Buffer.from([0xb5, 0xcd, 0xb1, 0xa3]);
  const campaign = await campaignOf(Buffer.concat([Buffer.from('name: '), name, Buffer.from('\n')]));
  expect(campaign.name).toBe('低保');
});

test.skipIf(!existsSync(golden))('the golden county', async () => {
  const campaign = await loadCampaign(golden);
  expect(campaign.area).toEqual({ code: '330482', name: '平湖市' });
  expect(campaign.as_of).toBe('2026-11-18');
  expect(campaign.sources.size).toBe(22);
  expect(parameterInForce(parameter(campaign, 'resident_basic_pension'), campaign.as_of)).toMatchObject({
    value: 143,
    past_last: true,
  });
});

describe('the command line', () => {
  test('files straight on it make a campaign', () => {
    const campaign = campaignFromOptions({
      ...noOptions,
      sources: { roster: ['a.xlsx'], pension: ['b.csv', 'c.csv'] },
      rosterRural: ['d.xlsx'],
      urbanStandard: '14496.00',
      asOf: '2026-11-01',
    });
    expect(campaign.file).toBeNull();
    expect(campaign.as_of).toBe('2026-11-01');
    expect(campaign.sources.get('roster')?.map(({ path, set }) => [path, set])).toEqual([
      [resolve('/somewhere/a.xlsx'), {}],
      [resolve('/somewhere/d.xlsx'), { category: 'rural' }],
    ]);
    expect(campaign.sources.get('pension')).toHaveLength(2);
    expect(campaign.standards).toEqual([
      { category: 'urban', from: '1999-10-01', yearly: '14496.00', size: null },
    ]);
  });

  test('it takes the place of the campaign file, record set by record set', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'dibao.yaml');
    writeFileSync(
      file,
      `as_of: 2026-01-01
standards: { urban: { from: 2024-07-01, monthly: 1 }, rural: { from: 2024-07-01, monthly: 2 } }
sources: { roster: a.csv, death: b.csv }
required: [ R03 ]
`,
    );
    const campaign = await resolveCampaign({
      ...noOptions,
      config: file,
      sources: { death: ['x.csv'] },
      ruralStandard: '36.00',
      asOf: '2026-02-02',
      checks: ['R06'],
    });
    expect(campaign.as_of).toBe('2026-02-02');
    expect(campaign.sources.get('roster')?.[0]?.path).toBe(join(folder, 'a.csv'));
    expect(campaign.sources.get('death')?.[0]?.path).toBe(resolve('/somewhere/x.csv'));
    expect(campaign.standards.map(({ category, yearly }) => [category, yearly])).toEqual([
      ['urban', '12.00'],
      ['rural', '36.00'],
    ]);
    expect(campaign.required).toEqual(['R03', 'R06']);
  });

  test('without a roster there is nothing to check', async () => {
    await expect(resolveCampaign(noOptions)).rejects.toMatchObject({ code: 'campaign-no-roster' });
  });
});

describe('the second list of record sets', () => {
  test('equals the data dictionary', () => {
    expect(recordKeys).toEqual([...recordSets.keys()]);
    const titles = Object.fromEntries([...recordSets.values()].map((set) => [set.key, set.title]));
    expect(registerTitles).toEqual(titles);
  });
});

test('the JSON Schema knows every record set and forbids all else', () => {
  const schema = campaignJsonSchema() as { additionalProperties: boolean; properties: { sources: unknown } };
  expect(schema.additionalProperties).toBe(false);
  expect(schema.properties.sources).toMatchObject({ additionalProperties: false });
  const { properties } = schema.properties.sources as { properties: object };
  expect(Object.keys(properties)).toEqual([...recordKeys]);
});
