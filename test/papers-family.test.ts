import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeApprovals } from '../src/papers/approval.js';
import { writeLetters } from '../src/papers/letter.js';
import { periodsOf } from '../src/papers/periods.js';
import { type VisitForm, writeVisitForms } from '../src/papers/visit.js';
import { loadStandards } from '../src/standards/load.js';
import { temporaryFolder } from './helpers/cli.js';
import { hasOffice, pagesOf } from './helpers/pages.js';
import { frame, textOf } from './helpers/papers.js';
import { family, household, idOf, lowered, member, stopped } from './helpers/papers-people.js';

const parameters = loadStandards();
const periods = periodsOf(parameters, frame.date);
const big = household(
  '33-009',
  [...'一二三四五六七八'].map((name, index) =>
    member(`云小${name}`, index === 0 ? 'self' : 'child', `196${index}-01-02`),
  ),
);

const car = {
  case_id: 'R04.car-0123456789abcdef',
  title: '家有小汽车',
  reason: '家庭成员云小树名下有小汽车 浙F0000X(小型轿车),2024-05-06 登记;数据截止2026-10-18',
  lawful: ['残疾人功能性补偿代步车', '已出售未过户', '已报废未注销', '单位或他人借名登记'],
  materials: ['机动车登记证书', '买卖合同'],
};

const forms: VisitForm[] = [
  { household: family('33-001'), rows: [car] },
  { household: family('33-002'), rows: [car, car] },
  { household: big, rows: [car, car] },
  { household: family('33-004'), rows: [] },
];

/** Writes a paper twice, holds the two equal, and gives its path and text. */
async function twice(name: string, write: (file: string) => Promise<unknown>) {
  const folder = temporaryFolder();
  const file = join(folder, `${name}.docx`);
  const first = await write(file);
  const second = await write(join(folder, 'again.docx'));
  expect(second).toEqual(first);
  return { file, text: textOf(file), folder };
}

describe('入户核查表', () => {
  it('has what the form asks for, a box for each reason to rule out, and no number but the head’s', async () => {
    const { text } = await twice('visit', (file) => writeVisitForms(file, forms, frame, '2026-11-20-1'));
    for (const words of [
      '户编号：33-001',
      '家庭成员云小树名下有小汽车',
      'R04.car-0123456789abcdef',
      '□残疾人功能性补偿代步车',
      '□属实　□不属实　□部分属实',
      '□停发　□减员　□调减　□调增　□保留　□转低保边缘',
      '□无异议　□有异议　□拒签',
      '近月水电气费',
      '入户人员1',
      '入户人员2',
      '村（社区）负责人',
    ])
      expect(text).toContain(words);
    expect(text).toContain(idOf('1968-03-05'));
    for (const born of ['1970-11-20', '1996-07-01', '2018-09-09']) {
      expect(text).toContain(born);
      expect(text).not.toContain(idOf(born));
    }
    expect(text).not.toContain('6200000000000000');
  });

  it('names the batch on every page', async () => {
    const { file } = await twice('visit', (path) => writeVisitForms(path, forms, frame, '2026-11-20-1'));
    expect(textOf(file, 'word/header1.xml')).toContain('批次 2026-11-20-1');
  });
});

describe('审批表', () => {
  it('stops a family with its cases, reasons, months and opinions', async () => {
    const { text } = await twice('stop', (file) =>
      writeApprovals(file, 'stop', [stopped(family('33-001'))], frame),
    );
    for (const words of [
      '最低生活保障停发审批表',
      '原保障人口\n3人\n原月保障金\n1800.50元',
      '核实结论：属实；认定理由：情况属实，无合理情形',
      '核实人员：山小云、山小雨，2026年11月10日入户',
      '社会救助暂行办法（国务院令第649号）第九条',
      '停发：自2026年12月起停发，原保障3人、每月1800.50元',
      '2026年1月至2026年10月，共10个月，18005.00元（实发）',
      '村（社区）意见',
      '乡镇（街道）审核意见',
      '县级民政部门审批意见',
    ])
      expect(text).toContain(words);
    // One who draws nothing is not stopped.
    expect(text).toContain(`云小树\n${idOf('1996-07-01')}\n子女\n否\n\n`);
  });

  it('adjusts a family with the arithmetic, who leaves, and what was waived by whom', async () => {
    const { text } = await twice('adjust', (file) =>
      writeApprovals(file, 'adjust', [lowered(family('33-001'))], frame),
    );
    for (const words of [
      '最低生活保障调整审批表',
      '年保障标准13200元 × 3人 = 39600元',
      `溪小芳\n${idOf('1970-11-20')}\n配偶\n是\n减员`,
      `云小山\n${idOf('1968-03-05')}\n户主\n是\n继续享受`,
      '减员：自2026年12月起保障人口由3人调整为2人，月保障金由1800.50元调整为1200.00元',
      '告知书期满：山小雪批准，家庭书面同意',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('应退回');
  });
});

describe('告知书', () => {
  it('says reasons, law, month and amount, how to object and where, and brings a receipt', async () => {
    const { text } = await twice('letter', (file) =>
      writeLetters(file, 'stop', [stopped(family('33-001'))], frame, periods),
    );
    for (const words of [
      '最低生活保障停发告知书',
      '子女名下有小汽车。',
      '拟自2026年12月起停发您家的最低生活保障金（现为每月1800.50元）',
      `收到本告知书之日起${periods.objection.count}天内`,
      '60日内，向云山县人民政府申请行政复议（《中华人民共和国行政复议法》第二十条）',
      '6个月内，向云山县人民法院提起行政诉讼（《中华人民共和国行政诉讼法》第四十六条）',
      '15日内起诉（《中华人民共和国行政诉讼法》第四十五条）',
      '只退回多领的本金，不收取罚款',
      '2026年11月20日',
      '受送达人签收',
      '□直接送达　□留置送达　□邮寄送达　□公告送达',
    ])
      expect(text).toContain(words);
  });

  it('carries no ID number, plate or bank account, whatever a reason says', async () => {
    const one = stopped(family('33-001'));
    const careless = { ...one, reasons: [`子女(${idOf('1996-07-01')})名下有小汽车。`] };
    const { text } = await twice('letter', (file) => writeLetters(file, 'stop', [careless], frame, periods));
    expect(text).not.toMatch(/\d{17}[\dX]/);
    expect(text).not.toContain('浙F0000X');
    expect(text).not.toContain('6200000000000000');
  });

  it('leaves lines to fill in where the campaign file names no office', async () => {
    const bare = { ...frame, office: '', phone: '', address: '', court: '', reconsideration: '' };
    const { text } = await twice('letter', (file) =>
      writeLetters(file, 'adjust', [lowered(family('33-001'))], bare, periods),
    );
    expect(text).toMatch(/日内，向_{10,}申请行政复议/);
    expect(text).toMatch(/个月内，向_{10,}提起行政诉讼/);
    expect(text).toContain('金额这样计算');
    expect(text).not.toContain('联系电话');
  });

  it('takes the periods of its own day', () => {
    expect(periodsOf(parameters, '2014-01-01').lawsuit).toMatchObject({ count: 3 });
    expect(periodsOf(parameters, '2015-05-01').lawsuit).toMatchObject({ count: 6 });
    expect(periodsOf(parameters, '2023-12-31').reconsideration.law).toBe(
      '《中华人民共和国行政复议法》第九条',
    );
  });
});

describe.skipIf(!hasOffice)('on paper, as LibreOffice lays it out', () => {
  it('is a page a family', { timeout: 180_000 }, async () => {
    const folder = temporaryFolder();
    const file = (name: string): string => join(folder, name);
    const settled = [stopped(family('33-001')), stopped(big)];
    await writeVisitForms(file('visit.docx'), forms, frame, '1');
    await writeApprovals(file('stop.docx'), 'stop', settled, frame);
    await writeApprovals(file('adjust.docx'), 'adjust', [lowered(family('33-001')), lowered(big)], frame);
    await writeLetters(file('letter.docx'), 'stop', settled, frame, periods);
    const files = ['visit', 'stop', 'adjust', 'letter'].map((name) => file(`${name}.docx`));
    expect(pagesOf(files, folder)).toEqual([4, 2, 2, 2]);
  });
});
