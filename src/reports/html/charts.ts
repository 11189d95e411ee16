import type { Counts, Summary } from '../../cases/types.js';
import { say } from '../../messages/language.js';
import { pageTexts } from '../../messages/page.js';
import { reportTexts } from '../../messages/reports.js';
import { count } from '../numbers.js';
import { clip, width } from '../width.js';
import { word } from '../words.js';
import { html, type Markup, nothing } from './escape.js';

const texts = pageTexts.charts;

interface Bar {
  readonly name: string;
  readonly hard: number;
  readonly soft: number;
  /** Stands in place of the bar where nothing was looked at. */
  readonly instead: string;
}

const rowHeight = 26;
const chartWidth = 660;
/** A half-width character of a label. */
const letter = 7;
const widestLabel = 48;
const valueWidth = 84;
const townshipsDrawn = 30;

function barRow(bar: Bar, index: number, most: number, labelWidth: number): Markup {
  const { hard, soft } = bar;
  const y = index * rowHeight;
  const barWidth = chartWidth - labelWidth - valueWidth;
  const scale = (value: number) => Math.round((value / Math.max(1, most)) * barWidth * 10) / 10;
  const label = html`<text class="label" x="${labelWidth - 8}" y="${y + 17}" text-anchor="end">${clip(bar.name, widestLabel)}</text>`;
  if (bar.instead !== '') {
    return html`<g><title>${bar.name}: ${bar.instead}</title>${label}<text class="instead" x="${labelWidth}" y="${y + 17}">${bar.instead}</text></g>`;
  }
  const end = labelWidth + scale(hard) + scale(soft);
  return html`<g><title>${say(texts.bar, { name: bar.name, hard, soft })}</title>${label}
<rect class="hard" x="${labelWidth}" y="${y + 5}" width="${scale(hard)}" height="16"/>
<rect class="soft" x="${labelWidth + scale(hard)}" y="${y + 5}" width="${scale(soft)}" height="16"/>
<text class="value" x="${end + 6}" y="${y + 17}">${hard + soft === 0 ? '0' : `${count(hard)} + ${count(soft)}`}</text></g>`;
}

/** A bar chart as SVG: one row per bar, established and to-verify parts side by side, numbers at the end. */
function barChart(title: string, bars: readonly Bar[]): Markup {
  if (bars.length === 0) return nothing;
  const most = Math.max(...bars.map(({ hard, soft }) => hard + soft));
  const label = Math.min(widestLabel, Math.max(...bars.map(({ name }) => width(name)))) * letter + 12;
  const rows = bars.map((bar, index) => barRow(bar, index, most, label));
  return html`<figure class="chart"><figcaption>${title}</figcaption>
<svg viewBox="0 0 ${chartWidth} ${bars.length * rowHeight}" role="img" aria-label="${title}">${rows}</svg></figure>`;
}

function barOf(name: string, { hard, soft }: { hard: Counts; soft: Counts }, instead = ''): Bar {
  return { name, hard: hard.cases, soft: soft.cases, instead };
}

/** Only a rule that looked at everything and found nothing has a bare 0. */
function ruleBar(rule: Summary['rules'][number]): Bar {
  const bare = rule.outcome === 'hit' || rule.outcome === 'clear' || rule.total.cases > 0;
  return barOf(`${rule.number ?? rule.rule} ${rule.title}`, rule, bare ? '' : word.outcome(rule.outcome));
}

/** The page's two charts: cases by rule and by township. */
export function charts(summary: Summary): Markup {
  const drawn = summary.townships.slice(0, townshipsDrawn);
  const more = summary.townships.length - drawn.length;
  const note = more > 0 ? html`<p class="note">${say(texts.more, { count: more })}</p>` : nothing;
  const { hard, soft } = reportTexts.certainty;
  return html`<p class="legend"><span class="key hard"></span>${say(hard)} <span class="key soft"></span>${say(soft)}</p>
<div class="charts">${barChart(say(texts.byRule), summary.rules.map(ruleBar))}
${barChart(
  say(texts.byTownship),
  drawn.map((township) => barOf(word.township(township.township), township)),
)}${note}</div>`;
}
