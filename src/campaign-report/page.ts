import { createHash } from 'node:crypto';
import { maskIdsIn } from '../messages/mask.js';
import { html, type Markup, nothing, raw } from '../reports/html/escape.js';
import { style as runStyle } from '../reports/html/style.js';
import { type FigureTable, shown } from './figure-table.js';

/** Greys of different lightness behind the colours: a print without colour keeps the parts apart. */
const style = `${runStyle}
:root { --held: #97352f; --half: #c9762b; --cleared: #7aa6c9; --waiting: #d3d9e0; --pending: #e0a93b; --done: #3f7d5a; }
svg .held { fill: var(--held); } .key.held { background: var(--held); }
svg .half { fill: var(--half); } .key.half { background: var(--half); }
svg .cleared { fill: var(--cleared); } .key.cleared { background: var(--cleared); }
svg .waiting { fill: var(--waiting); } .key.waiting { background: var(--waiting); }
svg .out { fill: #9fb0c3; } .key.out { background: #9fb0c3; }
svg .pending { fill: var(--pending); } .key.pending { background: var(--pending); }
svg .done { fill: var(--done); } .key.done { background: var(--done); }
tr.total td { font-weight: 700; background: var(--wash); border-top: 2px solid var(--line); }
.text p { max-width: 46em; text-indent: 2em; }
.text h3 { margin: 16px 0 4px; font-size: 16px; }
@media print { .charts { grid-template-columns: 1fr 1fr; } .text p { max-width: none; } .text { columns: 1; } }
`;

/** Nothing from anywhere but this file: its one style sheet, named by its hash, and no script. */
function policy(): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: Markup;
}

export interface PageHead {
  readonly title: string;
  /** Below the title: place, days. */
  readonly lines: readonly string[];
  readonly footer: string;
  readonly creator: string;
}

/** A table of figures; numbers stand at the right. */
export function tableMarkup({ name, columns, rows, notes }: FigureTable): Markup {
  const heads = columns.map(
    ({ title, kind }) =>
      html`<th scope="col"${kind === 'text' ? nothing : raw(' class="n"')}>${title.zh}</th>`,
  );
  const body = rows.map(({ cells, isTotal }) => {
    const tds = columns.map(
      ({ kind }, index) =>
        html`<td${kind === 'text' ? nothing : raw(' class="n"')}>${maskIdsIn(shown(cells[index] ?? null, kind))}</td>`,
    );
    return html`<tr${isTotal ? raw(' class="total"') : nothing}>${tds}</tr>`;
  });
  const below = notes.map((note) => html`<p class="note">${note.zh}</p>`);
  return html`<div class="scroll"><table><caption class="unseen">${name.zh}</caption><thead><tr>${heads}</tr></thead>
<tbody>${body}</tbody></table></div>${below}`;
}

export function tableSection(id: string, table: FigureTable): Section {
  return { id, title: table.name.zh, content: tableMarkup(table) };
}

export function card(title: string, value: string, part: string): Markup {
  return html`<div class="card"><div class="name">${title}</div><div class="number">${value}</div><div class="part">${part}</div></div>`;
}

/** One page that needs neither network nor script; what it is given holds no ID number, and what might is masked. */
export function pageText({ title, lines, footer, creator }: PageHead, sections: readonly Section[]): string {
  const links = sections.map(({ id, title: name }) => html`<a href="#${id}">${name}</a>`);
  const parts = sections.map(
    ({ id, title: name, content }) =>
      html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${name}</h2>${content}</section>
`,
  );
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy())}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${maskIdsIn(title)}</title><style>${raw(style)}</style></head><body>
<header><h1>${maskIdsIn(title)}</h1>${lines.filter(Boolean).map((line) => html`<p class="sub">${maskIdsIn(line)}</p>`)}</header>
<nav aria-label="本页内容">${links}</nav>
<main>${parts}</main>
<footer><span>${footer}</span><span>${creator} 生成</span></footer></body></html>
`.markup;
}
