import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Case, Household, Summary } from '../src/cases/types.js';
import { CheckFolder, expectRefusal, idNumber } from './helpers/check-folder.js';
import { type CliResult, temporaryFolder } from './helpers/cli.js';
import { households, people, writeTable, writeVehicles } from './helpers/county.js';
import { Campaign } from './helpers/small-campaign.js';

const county = new CheckFolder();
const header = '户编号,身份证号,检查项,理由,批准人,批准日期,有效期至,证据标识';

function list(...rows: readonly (readonly string[])[]): string[] {
  return ['--exemptions', writeTable(county.path, '豁免.csv', header, rows)];
}

const read = <T>(name: string): T => JSON.parse(county.read('out', name)) as T;
const lines = <T>(name: string): T[] => {
  const text = county.read('out', name).trimEnd();
  return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as T);
};
const check = (...args: string[]): CliResult => county.check(...county.files(), '-o', 'out', ...args);
const car = (): Case | undefined => lines<Case>('cases.ndjson').find((one) => one.check === 'R04.car');

describe('an exempted case', () => {
  it('stays in every list, marked, and is no finding', () => {
    const rows = [
      [households.car, '', 'R04', '残疾人代步车', '张主任', '2026-10-01', '2027-06-30', ''],
      // The number is written as people write it; titles, full width and other dates too.
      [
        '',
        ` ${people.dead.slice(0, 6)} ${people.dead.slice(6)} `,
        '全部',
        '户籍待注销',
        '李局长',
        '',
        '2027年6月30日',
        '',
      ],
      [households.clear, '', 'R02.death', '没有这一条', '李局长', '', '20270630', ''],
      [households.car, '', 'R02.death、R04.car', '旧的', '李局长', '', '2026/10/31', ''],
    ];
    const result = check(...list(...rows));
    expect(result.code).toBe(0);
    expect(result.stdout).toContain(
      '豁免疑点 2条2户,不计入上面的数;豁免共4条:用到2、没用到1、过期1、证据有变0',
    );
    expect(result.stdout).toContain(`没用到的豁免:第4行(${households.clear})`);
    expect(result.stdout).toContain(`过期的豁免:第5行(${households.car})`);
    expect(result.stdout).not.toMatch(idNumber);
    const cases = lines<Case>('cases.ndjson');
    expect(cases.map(({ check: id, exemption }) => [id, exemption?.status, exemption?.approver])).toEqual([
      ['R02.death', 'exempted', '李局长'],
      ['R04.car', 'exempted', '张主任'],
    ]);
    expect(car()?.marks).toContain('已豁免:残疾人代步车;张主任批准,有效期至2027-06-30');
    expect(lines<Household>('households.ndjson')).toEqual([]);
    const { total, exemptions } = read<Summary>('summary.json');
    expect(total.cases).toBe(0);
    expect(exemptions).toMatchObject({ file: '豁免.csv', cases: 2, households: 2 });
    expect(exemptions?.rows.map(({ status }) => status)).toEqual(['used', 'used', 'unused', 'expired']);
    expect(county.read('out', 'summary.json')).not.toMatch(idNumber);
    for (const text of ['已豁免', '残疾人代步车', '张主任', '2027-06-30'])
      expect(county.read('out', 'report.html')).toContain(text);
    // Dates stay on one line, what is to be looked at is coloured, and the sum stands over all columns.
    for (const markup of [
      '<span class="date">2027-06-30</span>',
      '<tr class="notice">',
      '<td colspan="4">豁免疑点',
    ])
      expect(county.read('out', 'report.html')).toContain(markup);
    expect(county.read('out', 'cases.csv')).toMatch(/exempted,残疾人代步车,张主任,2027-06-30/);
  });

  it('is told in 疑点清单.xlsx, on the first sheet and in its row', async () => {
    check(...list([households.car, '', '家有小汽车', '代步', '张主任', '', '2027-06-30', '']), '-q');
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(join(county.path, 'out', '疑点清单.xlsx'));
    const said = (sheet: string): string => JSON.stringify(book.getWorksheet(sheet)?.getSheetValues());
    expect(said('说明与口径')).toMatch(/【豁免】.*张主任批准,有效期至2027-06-30/);
    expect(said('疑点明细')).toMatch(/"已豁免","已豁免:代步;张主任批准,有效期至2027-06-30"/);
    expect(said('户汇总')).not.toContain(households.car);
  });
});

describe('an exempted case returns', () => {
  const granted = [households.car, '', 'R04', '代步', '张主任', '', '2027-06-30'];
  const night = (...args: string[]): CliResult => check('-q', '--fail-on', 'new', ...args);

  it('as a new one when its evidence is another, and not before or after', () => {
    const exempt = list([...granted, '']);
    expect(night(...exempt).code).toBe(1);
    expect(night(...exempt, '--baseline', 'last').code).toBe(0);
    expect(car()?.exemption?.status).toBe('exempted');
    // The same car, registered on another day.
    const file = join(county.path, writeVehicles(county.path));
    writeFileSync(file, county.read('vehicle.csv').replace('2025-03-04', '2026-03-04'));
    const changed = [
      '--roster',
      'roster.csv',
      '--vehicle',
      'vehicle.csv',
      '--death',
      'death.csv',
      '-o',
      'out',
    ];
    const later = (): CliResult =>
      county.check(...changed, '-q', '--fail-on', 'new', ...exempt, '--baseline', 'last');
    expect(later().code).toBe(1);
    expect(car()).toMatchObject({ change: 'new', exemption: { status: 'changed' } });
    expect(read<Summary>('summary.json').exemptions?.rows[0]?.status).toBe('changed');
    // Nobody has granted anything since: what was remembered two nights ago still is.
    expect(later().code).toBe(0);
    expect(car()).toMatchObject({ change: 'recurring', exemption: { status: 'changed' } });
  });

  it('when the exemption is over', () => {
    expect(night(...list([...granted.with(6, '2026-11-01'), ''])).code).toBe(1);
    expect(car()?.exemption?.status).toBe('exempted');
    expect(night(...list([...granted.with(6, '2026-10-31'), '']), '--baseline', 'last').code).toBe(1);
    expect(car()).toMatchObject({ change: 'new', exemption: { status: 'expired' } });
  });

  it('where the file names other evidence than there is', () => {
    check('-q');
    const [id = ''] = /[0-9a-f]{16}(?=,,,,\r?\n$)/.exec(county.read('out', 'cases.csv')) ?? [];
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    check('-q', ...list([...granted, id]));
    expect(car()?.exemption?.status).toBe('exempted');
    check('-q', ...list([...granted, '0123456789abcdef']));
    expect(car()?.exemption?.status).toBe('changed');
  });
});

describe('an exemption file that cannot be understood', () => {
  it('is refused with every faulty row, before any data is read: 3', () => {
    const good = [households.car, '', 'R04', '代步', '张主任', '2026-10-01', '2027-06-30', ''];
    const result = check(
      ...list(
        good.with(2, 'R04.cra'),
        good.with(3, ''),
        good.with(4, ' '),
        good.with(6, '2027-02-30'),
        good.with(6, ''),
        good.with(0, ''),
        good.with(6, '2026-09-30'),
        good.with(7, 'abc'),
        good.with(1, '3.30482196305151E+17'),
        good.with(0, '2.0260001E+17'),
      ),
    );
    expectRefusal(result, 3, /^豁免\.csv 第2行 “检查项”: 没有检查项“R04\.cra”,.*R04\.car/);
    for (const line of [
      '第3行 “理由”: 豁免缺少“理由”',
      '第4行 “批准人”: 豁免缺少“批准人”',
      '第5行 “有效期至”: “2027-02-30”不是能读懂的日期',
      '第6行 “有效期至”: 豁免缺少“有效期至”',
      '第7行 “户编号”: 豁免缺少“户编号/身份证号”',
      '第8行 “有效期至”: 有效期至2026-09-30,早于批准日期2026-10-01',
      '第9行 “证据标识”: “abc”不是证据标识',
      '第10行 “身份证号”: ',
      '第11行 “户编号”: ',
    ])
      expect(result.stderr).toContain(line);
    expect(existsSync(join(county.path, 'out'))).toBe(false);
  });

  it.each([
    [
      'without a column that it must have',
      '户编号,检查项,理由,批准人\n1,R04,a,b\n',
      /豁免名单缺少这些栏:有效期至/,
    ],
    ['that is empty', '', /豁免\.csv: /],
    [
      'with a quote that is not closed',
      `${header}\n1,,R04,"a,b,,2027-06-30,\n`,
      /第2行: 豁免名单的这一行读不了/,
    ],
  ])('%s: 3', (_, text, message) => {
    writeFileSync(join(county.path, '豁免.csv'), text);
    expectRefusal(check('--exemptions', '豁免.csv'), 3, message);
  });
});

describe('the exemptions of a campaign', () => {
  it('are kept in its ledger, which neither sends the case out nor forgets the evidence', async () => {
    const campaign = Campaign.make(temporaryFolder());
    await campaign.found();
    campaign.writeFile('exemptions: 豁免.xlsx');
    expect(campaign.run('template', '豁免', '-o', '豁免.xlsx', '-q').code).toBe(0);
    const file = join(campaign.folder, '豁免.xlsx');
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(file);
    const sheet = book.worksheets[0];
    expect(sheet?.getRow(1).values).toEqual([
      undefined,
      '户编号',
      '身份证号',
      '检查项(必填)',
      '理由(必填)',
      '批准人(必填)',
      '批准日期',
      '有效期至(必填)',
      '证据标识',
    ]);
    sheet?.getRow(2).splice(1, 0);
    sheet?.insertRow(2, [
      households.car,
      '',
      'R04.car',
      '代步',
      '张主任',
      null,
      new Date(Date.UTC(2027, 5, 30)),
    ]);
    await book.xlsx.writeFile(file);
    expect(campaign.check('-q').code).toBe(1);
    const told = (): (string | undefined)[] =>
      campaign
        .events()
        .map(({ event }) => ('slip' in event ? `${event.what} ${event.slip.check}` : event.what));
    expect(told()).toEqual(['founded', 'run', 'found R02.death', 'exempted R04.car']);
    expect(campaign.check('-q').code).toBe(1);
    expect(told()).toHaveLength(5);
    expect(campaign.run('dispatch', '-q').code).toBe(0);
    const sent = campaign.events().flatMap(({ event }) => (event.what === 'dispatched' ? event.cases : []));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatch(/^R02\.death-/);
    campaign.write(
      campaign.read('data', 'vehicle.csv').replace('2025-03-04', '2026-03-04'),
      'data',
      'vehicle.csv',
    );
    // No --baseline: the ledger remembers.
    expect(campaign.check('-q').code).toBe(1);
    expect(told().at(-1)).toBe('found R04.car');
    expect(campaign.run('verify', '疑点').code).toBe(0);
  });
});
