import { html, type Markup } from '../reports/html/escape.js';
import { count, yuan } from '../reports/numbers.js';
import { type Bar, type Series, stackedBars } from './bars.js';
import type { CampaignReport, Verified } from './model.js';
import { card, type Section, tableSection } from './page.js';
import { partsOf } from './parts.js';
import { reportTables } from './report-tables.js';
import { curly } from './sentences.js';
import { statusSections } from './status-sections.js';

const verdicts: readonly Series[] = [
  { name: '属实', look: 'held' },
  { name: '部分属实', look: 'half' },
  { name: '不属实', look: 'cleared' },
  { name: '未核实', look: 'waiting' },
];

const verdictBar = (
  name: string,
  { cases, confirmed, partly, dismissed, waiting }: Verified,
  instead = '',
): Bar => ({
  name,
  values: [confirmed, partly, dismissed, waiting],
  total: cases,
  instead,
});

const instead = { not_run: '未核查', broken: '核查出错' } as const;

function ruleBar({ number, rule, title, outcome, verified }: CampaignReport['rules'][number]): Bar {
  const missing = (outcome === 'not_run' || outcome === 'broken') && verified.cases === 0;
  return verdictBar(`${number ?? rule} ${title}`, verified, missing ? instead[outcome] : '');
}

function cards(report: CampaignReport): Markup {
  const { now, total, verified, left, removed, effect, settled, roster, overpaid } = report;
  const saved = effect.added > 0 ? `月增支 ${effect.added_wan.toFixed(2)}万元` : '';
  return html`<div class="cards">
${card('现有保障', `${count(now.all.households)}户`, `${count(now.all.persons)}人;核查时 ${count(roster.households)}户 ${count(roster.covered)}人`)}
${card('疑点', count(total.cases), `${count(total.households)}户 ${count(total.persons)}人`)}
${card('属实(含部分属实)', `${count(verified.households)}户`, `${count(verified.persons)}人`)}
${card('涉嫌多领(元)', yuan(overpaid.amount), `${count(overpaid.households)}户,以核实为准`)}
${card('已处理', `${count(settled.households)}户`, removed > 0 ? `减员 ${count(removed)}人` : '')}
${card('清退', `${count(left.households)}户`, `${count(left.persons)}人`)}
${card('月节约', `${effect.saved_wan.toFixed(2)}万元`, saved)}
</div>`;
}

function charts({ rules, townships, measures }: CampaignReport): Markup {
  const places = townships.filter(({ verified }) => verified.cases > 0);
  const taken = measures.filter(({ households }) => households > 0);
  return html`<div class="charts">
${stackedBars('各类别的疑点和核实结论', verdicts, rules.map(ruleBar))}
${stackedBars(
  '各乡镇(街道)的疑点和核实结论',
  verdicts,
  places.map(({ township, verified }) => verdictBar(township === '' ? '(未填乡镇)' : township, verified)),
)}
${stackedBars(
  '处理措施(户)',
  [{ name: '户', look: 'done' }],
  taken.map(({ title, households }) => ({ name: title, values: [households], total: households })),
)}</div>`;
}

function text(report: CampaignReport): Markup {
  const parts = partsOf(report).map(({ title, paragraphs }) => {
    const lines = paragraphs.map(
      ({ heading, text: own }) =>
        html`<p>${heading === '' ? '' : html`<strong>${heading}。</strong>`}${curly(own)}</p>`,
    );
    return html`<h3>${title}</h3>${lines}`;
  });
  return html`<div class="text">${parts}</div>`;
}

/** The summary as sections of a page: totals, charts, text, tables, and then what `status` shows. */
export function reportSections(report: CampaignReport): Section[] {
  const { townships, rules, measures, data } = reportTables(report);
  return [
    { id: 'totals', title: '总数', content: cards(report) },
    { id: 'charts', title: '分布', content: charts(report) },
    { id: 'text', title: '总结', content: text(report) },
    tableSection('report-townships', townships),
    tableSection('rules', rules),
    tableSection('measures', measures),
    tableSection('data', data),
    ...statusSections(report.progress),
  ];
}
