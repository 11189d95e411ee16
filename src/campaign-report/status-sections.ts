import type { CaseCounts, Progress } from '../progress/types.js';
import { html, type Markup } from '../reports/html/escape.js';
import { count, yuan } from '../reports/numbers.js';
import { type Bar, type Series, stackedBars } from './bars.js';
import { percentText } from './figure-table.js';
import { card, type Section, tableSection } from './page.js';
import { statusTables } from './status-tables.js';

const stages: readonly Series[] = [
  { name: '待下发', look: 'waiting' },
  { name: '待核实', look: 'out' },
  { name: '待处理', look: 'pending' },
  { name: '已销号', look: 'done' },
];
const verdicts: readonly Series[] = [
  { name: '属实', look: 'held' },
  { name: '部分属实', look: 'half' },
  { name: '不属实', look: 'cleared' },
];

const stageBar = (name: string, { open, dispatched, pending, closed, cases }: CaseCounts): Bar => ({
  name,
  values: [open, dispatched, pending, closed],
  total: cases,
});
const verdictBar = (name: string, { confirmed, partly, dismissed, verified }: CaseCounts): Bar => ({
  name,
  values: [confirmed, partly, dismissed],
  total: verified,
});

/** Names of the total row and of households without a township, on paper and pages. */
export const chineseWords = { total: '合计', noTownship: '(未填乡镇)' };

const rate = (value: number | null): string => (value === null ? '' : percentText(value));

function cards({ total }: Progress): Markup {
  const { counts, visits, recovery } = total;
  return html`<div class="cards">
${card('疑点', count(counts.cases), `待下发 ${counts.open},待核实 ${counts.dispatched}`)}
${card('已核实', count(counts.verified), `属实 ${counts.confirmed},部分属实 ${counts.partly},不属实 ${counts.dismissed}`)}
${card('已销号', count(counts.closed), counts.closed_rate === null ? '' : `销号率 ${rate(counts.closed_rate)}`)}
${card('逾期', count(counts.overdue), `须再核 ${counts.again.cases}`)}
${card('入户(已查/应查)', `${count(visits.households_visited)} / ${count(visits.households_due)}`, rate(visits.visited_rate))}
${card('见面(已见/应见)', `${count(visits.persons_seen)} / ${count(visits.persons_due)}`, rate(visits.seen_rate))}
${card('已追回(元)', yuan(recovery.recovered), `应追回 ${yuan(recovery.owed)}元`)}
${card('准确率', percentText(counts.precision), counts.judged === 0 ? '' : `${counts.held} / ${counts.judged}`)}
</div>`;
}

function charts({ townships, checks }: Progress): Markup {
  const place = (name: string): string => (name === '' ? chineseWords.noTownship : name);
  const places = townships.filter(({ counts }) => counts.cases > 0);
  const named = checks.filter(({ counts }) => counts.cases > 0);
  return html`<div class="charts">
${stackedBars(
  '各乡镇(街道)疑点到了哪一步',
  stages,
  places.map(({ township, counts }) => stageBar(place(township), counts)),
)}
${stackedBars(
  '各项核查的核实结论',
  verdicts,
  named.map(({ check, title, counts }) => verdictBar(`${check} ${title}`, counts)),
)}
</div>`;
}

/** What `status` shows, as sections of a page. */
export function statusSections(progress: Progress): Section[] {
  const { townships, visits, checks, again, pairs } = statusTables(progress, chineseWords);
  const sections: Section[] = [
    { id: 'progress', title: '进度', content: cards(progress) },
    { id: 'progress-charts', title: '进度图', content: charts(progress) },
    tableSection('townships', townships),
    tableSection('visits', visits),
    tableSection('by-check', checks),
    tableSection('again', again),
  ];
  return pairs.rows.length === 0 ? sections : [...sections, tableSection('pairs', pairs)];
}
