import { html, type Markup, nothing } from '../reports/html/escape.js';
import { count } from '../reports/numbers.js';
import { clip, width } from '../reports/width.js';

/** One part of every bar; `look` is its class in the style sheet. */
export interface Series {
  readonly name: string;
  readonly look: string;
}

export interface Bar {
  readonly name: string;
  /** One a series. */
  readonly values: readonly number[];
  /** Printed at the end; the parts add up to it. */
  readonly total: number;
  /** Stands in place of the bar where nothing was looked at; '' otherwise. */
  readonly instead?: string;
}

const rowHeight = 26;
const chartWidth = 660;
/** A half-width character of a label. */
const letter = 7;
const widestLabel = 48;
const valueWidth = 84;
const most = 30;

function barRow(bar: Bar, index: number, series: readonly Series[], full: number, start: number): Markup {
  const y = index * rowHeight;
  const label = html`<text class="label" x="${start - 8}" y="${y + 17}" text-anchor="end">${clip(bar.name, widestLabel)}</text>`;
  const instead = bar.instead ?? '';
  if (instead !== '')
    return html`<g><title>${bar.name}:${instead}</title>${label}<text class="instead" x="${start}" y="${y + 17}">${instead}</text></g>`;
  const scale = (value: number): number =>
    Math.round((value / Math.max(1, full)) * (chartWidth - start - valueWidth) * 10) / 10;
  let at = start;
  const parts = bar.values.map((value, part) => {
    const wide = scale(value);
    const rect = html`<rect class="${series[part]?.look ?? ''}" x="${at.toFixed(1)}" y="${y + 5}" width="${wide}" height="16"/>`;
    at += wide;
    return rect;
  });
  const told = bar.values.map((value, part) => `${series[part]?.name ?? ''}${value}`).join(',');
  return html`<g><title>${bar.name}:${told}</title>${label}${parts}
<text class="value" x="${(at + 6).toFixed(1)}" y="${y + 17}">${count(bar.total)}</text></g>`;
}

/**
 * Bars in parts as SVG, one row a bar, the whole at its end (made as the charts of a run's page are). Drawn are the
 * first thirty.
 */
export function stackedBars(title: string, series: readonly Series[], bars: readonly Bar[]): Markup {
  if (bars.length === 0) return nothing;
  const drawn = bars.slice(0, most);
  const full = Math.max(...drawn.map(({ total }) => total));
  const start = Math.min(widestLabel, Math.max(...drawn.map(({ name }) => width(name)))) * letter + 12;
  const keys = series.map(({ name, look }) => html`<span class="key ${look}"></span>${name} `);
  const more = bars.length > most ? html`<p class="note">只画出前${most}个,全部见下表。</p>` : nothing;
  const rows = drawn.map((bar, index) => barRow(bar, index, series, full, start));
  return html`<figure class="chart"><figcaption>${title}</figcaption><p class="legend">${keys}</p>
<svg viewBox="0 0 ${chartWidth} ${drawn.length * rowHeight}" role="img" aria-label="${title}">${rows}</svg>${more}</figure>`;
}
