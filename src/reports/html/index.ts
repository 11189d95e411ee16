import { createHash } from 'node:crypto';
import { type Written, writeAtomic, writePieces } from '../../files/atomic.js';
import { exemptionTexts } from '../../messages/exemptions.js';
import { say, type Text } from '../../messages/language.js';
import { pageTexts } from '../../messages/page.js';
import { exemptionNotes } from '../exemptions.js';
import { parameterNotes, readingNotes } from '../notes.js';
import type { RunReport } from '../types.js';
import { caseList, listWords } from './case-list.js';
import { charts } from './charts.js';
import { pageCases, rowParts } from './data.js';
import { html, type Markup, nothing, raw, scriptJson } from './escape.js';
import { script } from './script.js';
import {
  alarmBanner,
  cards,
  checksTable,
  coverageTable,
  gapsTable,
  notesTable,
  pageHead,
} from './sections.js';
import { style } from './style.js';

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Nothing from anywhere but this file: its one style sheet and its one script, named by their hashes. */
function policy(): string {
  return `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`;
}

type Section = readonly [id: string, title: Text, content: Markup];

function sectionsOf(report: RunReport): Section[] {
  const { summary } = report;
  const t = pageTexts.sections;
  return [
    ['totals', t.totals, cards(summary)],
    ['charts', t.charts, charts(summary)],
    ['checks', t.checks, checksTable(summary)],
    ['gaps', t.gaps, gapsTable(summary)],
    ['coverage', t.coverage, coverageTable(summary)],
    ...exemptionSection(report),
    ['cases', t.cases, caseList(report)],
  ];
}

function exemptionSection(report: RunReport): Section[] {
  const notes = exemptionNotes(report).slice(1);
  return notes.length === 0
    ? []
    : [['exemptions', exemptionTexts.title, notesTable(notes, exemptionTexts.title)]];
}

function sectionMarkup([id, title, content]: Section): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${say(title)}</h2>${content}</section>
`;
}

function folded(title: Text, notes: ReturnType<typeof readingNotes>): Markup {
  // The first note is the heading that a sheet needs.
  const rows = notes.slice(1);
  if (rows.length === 0) return nothing;
  return html`<details><summary>${say(title)}</summary>${notesTable(rows, title)}</details>
`;
}

/** What the script reads: rows first, since the pool is whole only behind them. */
function* dataTexts(report: RunReport): Generator<string> {
  const { rows, pool } = pageCases(report);
  yield `{"parts":${scriptJson(rowParts)},"words":${scriptJson(listWords())},"rows":[`;
  let comma = '';
  for (const row of rows) {
    yield comma + scriptJson(row);
    comma = ',\n';
  }
  yield `],"pool":${scriptJson(pool)}}`;
}

/** report.html in pieces: works without network or server; IDs are masked in every part of it. */
export function* pagePieces(report: RunReport): Generator<string> {
  const { summary, footer, tool } = report;
  const sections = sectionsOf(report);
  const links = sections.map(([id, title]) => html`<a href="#${id}">${say(title)}</a>`);
  const page = html`<!doctype html>
<html lang="${say(pageTexts.lang)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy())}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${summary.name} ${say(pageTexts.title)}</title><style>${raw(style)}</style></head><body>
${alarmBanner(summary)}${pageHead(report)}
<nav aria-label="${say(pageTexts.nav)}">${links}</nav>
<main>${sections.map(sectionMarkup)}
${folded(pageTexts.sections.reading, readingNotes())}${folded(pageTexts.sections.parameters, parameterNotes(report))}</main>
<footer><span>${footer}</span><span>${say(pageTexts.made, { ...tool })}</span></footer>
<script type="application/json" id="data">`;
  yield page.markup;
  yield* dataTexts(report);
  yield `</script>
<script>${script}</script></body></html>
`;
}

/** report.html as one text. */
export function pageHtml(report: RunReport): string {
  return [...pagePieces(report)].join('');
}

/** Writes report.html. */
export async function writePage(path: string, report: RunReport): Promise<Written> {
  return writeAtomic(path, (write) => writePieces(write, pagePieces(report)));
}
