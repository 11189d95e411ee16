import type { Text } from '../messages/language.js';
import { column, type FigureOf, type FigureTable, figureTable } from './figure-table.js';
import type { CampaignReport, Verified } from './model.js';

/** Titles of papers and of the sheets beside them: Chinese in either language. */
const zh = (text: string): Text => ({ zh: text, en: text });

interface Judged {
  readonly found: CampaignReport['total'];
  readonly verified: Verified;
}

const found: readonly FigureOf<Judged>[] = [
  column('cases', zh('疑点'), 'int', ({ found: one }) => one.cases),
  column('households', zh('涉及户'), 'int', ({ found: one }) => one.households),
  column('persons', zh('涉及人'), 'int', ({ found: one }) => one.persons),
  column('amount', zh('月金额(元)'), 'money', ({ found: one }) => one.monthly_amount),
];
const verified: readonly FigureOf<Judged>[] = [
  column('verified', zh('已核实'), 'int', ({ verified: one }) => one.verified),
  column('confirmed', zh('属实'), 'int', ({ verified: one }) => one.confirmed),
  column('partly', zh('部分属实'), 'int', ({ verified: one }) => one.partly),
  column('dismissed', zh('不属实'), 'int', ({ verified: one }) => one.dismissed),
  column('trueHouseholds', zh('属实户'), 'int', ({ verified: one }) => one.households),
  column('truePersons', zh('属实人'), 'int', ({ verified: one }) => one.persons),
  column('trueAmount', zh('属实月金额(元)'), 'money', ({ verified: one }) => one.monthly_amount),
];

const onceEach = zh(
  '一户有几个疑点的,在各类(各乡镇)中分别计一户,合计中只计一户;月金额是这些户当月的保障金。',
);
const trueNote = zh('属实户、属实人、属实月金额包括部分属实的。');

const notLooked = new Set(['not_run', 'broken']);
const ruleName = ({ number, rule, title }: CampaignReport['rules'][number]): string =>
  number === null ? `${rule} ${title}` : `${number}. ${title}`;

/** 分类别情况: the ten categories and the integrity checks; — where nothing was looked at. */
function rulesTable({ rules, total, verified: all, reported }: CampaignReport): FigureTable {
  interface Row extends Judged {
    readonly name: string;
    readonly looked: boolean;
  }
  const rows: Row[] = rules.map((rule) => ({
    name: ruleName(rule),
    looked: !notLooked.has(rule.outcome),
    ...rule,
  }));
  const none = { cases: reported.cases, households: 0, persons: 0, monthly_amount: 0 };
  if (reported.cases > 0) rows.push({ name: '补报', looked: true, found: none, verified: reported });
  const own = [...found, ...verified].map((one) => ({
    ...one,
    value: (row: Row) => (row.looked || row.verified.verified > 0 ? one.value(row) : null),
  }));
  const names = column<Row>('name', zh('类别'), 'text', ({ name }) => name);
  const whole = { name: '合计', looked: true, found: total, verified: all };
  const notes = [onceEach, trueNote, zh('“—”为缺少数据、没有核查的类别。')];
  return figureTable(zh('分类别情况'), [names, ...own], rows, whole, notes);
}

/** 分乡镇情况. */
function townshipsTable(report: CampaignReport): FigureTable {
  const { townships, roster, total, settled, effect } = report;
  type Row = Omit<CampaignReport['townships'][number], 'township'> & { readonly name: string };
  const columns: FigureOf<Row>[] = [
    column('name', zh('乡镇(街道)'), 'text', ({ name }) => name),
    column('roster', zh('在册户'), 'int', ({ roster_households }) => roster_households),
    ...found,
    ...verified,
    column('settled', zh('已处理户'), 'int', (one) => one.settled.households),
    column('saved', zh('月节约(元)'), 'money', (one) => one.effect.saved),
  ];
  const rows = townships.map((one) => ({
    ...one,
    name: one.township === '' ? '(未填乡镇)' : one.township,
  }));
  const whole = {
    name: '合计',
    roster_households: roster.households,
    found: total,
    verified: report.verified,
    settled,
    effect,
  };
  return figureTable(zh('分乡镇情况'), columns, rows, whole, [trueNote]);
}

/** 处理措施情况. */
function measuresTable({ measures, settled }: CampaignReport): FigureTable {
  type Row = Omit<CampaignReport['measures'][number], 'measure'>;
  const columns: FigureOf<Row>[] = [
    column('measure', zh('措施'), 'text', ({ title }) => title),
    column('households', zh('户'), 'int', ({ households }) => households),
    column('before', zh('处理前保障人'), 'int', ({ before }) => before.persons),
    column('after', zh('处理后保障人'), 'int', ({ after }) => after.persons),
    column('paid', zh('处理前月金额(元)'), 'money', ({ before }) => before.monthly_amount),
    column('pays', zh('处理后月金额(元)'), 'money', ({ after }) => after.monthly_amount),
    column('changed', zh('每月增减(元)'), 'money', ({ changed }) => changed),
  ];
  return figureTable(zh('处理措施情况'), columns, measures, { title: '合计', ...settled });
}

/** 数据比对情况. */
function dataTable({ data }: CampaignReport): FigureTable {
  interface Row {
    readonly title: string;
    readonly sources: number;
    readonly suppliers: string;
    readonly date: string | null;
    readonly rows: number;
    readonly rejected: number;
    readonly matched: number | null;
  }
  const columns: FigureOf<Row>[] = [
    column('title', zh('数据'), 'text', ({ title }) => title),
    column('suppliers', zh('供数单位'), 'text', ({ suppliers }) => suppliers),
    column('date', zh('数据截止日'), 'text', ({ date }) => date),
    column('sources', zh('表数'), 'int', ({ sources }) => sources),
    column('rows', zh('行数'), 'int', ({ rows }) => rows),
    column('rejected', zh('退回行'), 'int', ({ rejected }) => rejected),
    column('matched', zh('比中人'), 'int', ({ matched }) => matched),
  ];
  const rows = data.list.map((one) => ({
    ...one,
    suppliers: one.suppliers.join('、'),
    date: one.data_date === null ? null : `${one.data_date}${one.stale ? '(陈旧)' : ''}`,
    matched: one.register === 'roster' ? null : one.matched_persons,
  }));
  const whole = { ...data, title: '合计', suppliers: '', date: '', matched: null };
  return figureTable(zh('数据比对情况'), columns, rows, whole, []);
}

export interface ReportTables {
  readonly townships: FigureTable;
  readonly rules: FigureTable;
  readonly measures: FigureTable;
  readonly data: FigureTable;
}

/** The tables of the summary, in the order of its annexes. */
export function reportTables(report: CampaignReport): ReportTables {
  return {
    townships: townshipsTable(report),
    rules: rulesTable(report),
    measures: measuresTable(report),
    data: dataTable(report),
  };
}
