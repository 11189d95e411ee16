import type { CheckResult, SourceResult, Summary } from '../../cases/types.js';
import { say, type Text } from '../../messages/language.js';
import { maskIdsIn } from '../../messages/mask.js';
import { pageTexts } from '../../messages/page.js';
import { reportTexts } from '../../messages/reports.js';
import { workbookTexts } from '../../messages/workbook.js';
import { fileNames } from '../evidence.js';
import { gapsOf } from '../gaps.js';
import type { Note } from '../notes.js';
import { count, yuan } from '../numbers.js';
import type { RunReport } from '../types.js';
import { kindWord, word } from '../words.js';
import { html, type Markup, nothing, raw } from './escape.js';

/** Banner over the page; nothing without an alarm. */
export function alarmBanner({ alarms }: Summary): Markup {
  if (alarms.length === 0) return nothing;
  const items = alarms.map((alarm) => html`<li>${maskIdsIn(alarm)}</li>`);
  return html`<section class="alarm" role="alert"><h2>${say(pageTexts.alarm)}</h2><ul>${items}</ul>
<p>${say(pageTexts.alarmRemedy)}</p></section>`;
}

function card(title: Text, value: string, part: string, kind = ''): Markup {
  return html`<div class="card ${kind}"><div class="name">${say(title)}</div><div class="number">${value}</div>
<div class="part">${part}</div></div>`;
}

/** Totals of the run as cards. */
export function cards({ total, hard, soft, overpaid, actions, roster }: Summary): Markup {
  const t = pageTexts.cards;
  const part = (of: Summary['hard']) =>
    say(t.part, { households: count(of.households), persons: count(of.persons) });
  return html`<div class="cards">
${card(t.cases, count(total.cases), '')}
${card(t.households, count(total.households), say(t.ofRoster, { households: count(roster.households) }))}
${card(t.persons, count(total.persons), say(t.ofMembers, { members: count(roster.members) }))}
${card(t.amount, yuan(total.monthly_amount), say(t.ofAmount, { amount: yuan(roster.monthly_amount) }))}
${card(t.hard, count(hard.cases), part(hard), 'hard')}
${card(t.soft, count(soft.cases), part(soft), 'soft')}
${card(t.overpaid, yuan(overpaid.amount), say(t.overpaidPart, { households: count(overpaid.households) }))}
${card(t.actions, `${actions.exit} / ${actions.remove} / ${actions.verify}`, say(t.actionsPart))}
</div>`;
}

interface Head {
  readonly title: Text;
  /** Numbers stand at the right, and so does the word over them. */
  readonly number?: true;
}

const number = (title: Text): Head => ({ title, number: true });

function table(heads: readonly (Text | Head)[], rows: readonly Markup[], caption: Text): Markup {
  const cells = heads.map((head) => {
    const { title, number: right } = 'title' in head ? head : { title: head };
    return html`<th scope="col"${right === true ? raw(' class="n"') : nothing}>${say(title)}</th>`;
  });
  return html`<div class="scroll"><table><caption class="unseen">${say(caption)}</caption>
<thead><tr>${cells}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function checkRow(check: CheckResult): Markup {
  const looked = check.outcome !== 'not_run' && check.outcome !== 'broken';
  const cell = (value: number) => (looked ? count(value) : '');
  const alarm = check.alarm ? html` <span class="badge alarmed">${say(pageTexts.alarm)}</span>` : nothing;
  return html`<tr class="${check.outcome}"><td class="code">${check.check}</td><td>${check.title}</td>
<td><span class="badge ${check.outcome}">${word.outcome(check.outcome)}</span>${alarm}</td>
<td class="n">${cell(check.total.cases)}</td><td class="n">${cell(check.hard.cases)}</td>
<td class="n">${cell(check.soft.cases)}</td><td class="n">${cell(check.total.households)}</td>
<td class="n">${cell(check.undecidable)}</td><td>${maskIdsIn(check.why)}</td></tr>`;
}

/** Every check with its outcome; not run, undecidable and broken look unlike clear. */
export function checksTable({ checks }: Summary): Markup {
  const t = pageTexts.checks;
  const { hard, soft } = reportTexts.certainty;
  const counts = [t.cases, hard, soft, pageTexts.cards.households, t.undecidable].map(number);
  const titles = [t.check, t.title, t.outcome, ...counts, t.why];
  return html`<p class="note">${say(t.legend)}</p>${table(titles, checks.map(checkRow), pageTexts.sections.checks)}`;
}

/** What was not looked at, and why. */
export function gapsTable(summary: Summary): Markup {
  const gaps = gapsOf(summary);
  const undecided = summary.checks.reduce((sum, check) => sum + check.undecidable, 0);
  const note =
    undecided > 0
      ? html`<p class="note">${say(pageTexts.checks.undecided, { count: count(undecided) })}</p>`
      : nothing;
  if (gaps.length === 0) return html`<p>${say(pageTexts.checks.none)}</p>${note}`;
  const { kind, check, title, why } = workbookTexts.undecided;
  const rows = gaps.map(
    (gap) => html`<tr><td><span class="badge ${gap.kind}">${kindWord(gap.kind)}</span></td>
<td class="code">${gap.check}</td><td>${gap.title}</td><td>${maskIdsIn(gap.why)}</td></tr>`,
  );
  return html`${table([kind, check, title, why], rows, pageTexts.sections.gaps)}${note}`;
}

function sourceRow(source: SourceResult, name: (file: string) => string): Markup {
  const t = workbookTexts.coverage;
  const file = source.sheet === null ? name(source.file) : `${name(source.file)}[${source.sheet}]`;
  const off = source.rows - source.loaded - source.passed_over - source.rejected - source.skipped;
  const sum = off === 0 ? say(t.agrees) : say(t.differs, { rows: off });
  const marks: Markup[] = [];
  if (source.alarm) marks.push(html`<span class="badge alarmed">${say(t.isAlarm)}</span> `);
  if (source.stale) marks.push(html`<span class="badge stale">${say(t.isStale)}</span> `);
  const numbers = [source.rows, source.loaded, source.passed_over, source.rejected, source.skipped];
  return html`<tr><td>${source.title} ${marks}</td><td>${maskIdsIn(file)}</td><td>${source.supplier ?? ''}</td>
<td class="date">${source.data_date ?? say(t.undated)}</td>${numbers.map((n) => html`<td class="n">${count(n)}</td>`)}
<td>${sum}</td><td class="n">${count(source.matched_persons)}</td></tr>`;
}

/** Each source with the sum of its rows, then the registers that nobody gave. */
export function coverageTable({ sources, absent_registers }: Summary): Markup {
  const name = fileNames({ sources });
  const t = workbookTexts.coverage;
  const { supplier, dataDate } = workbookTexts.case;
  const absent = absent_registers.map(
    ({
      title,
      checks,
    }) => html`<tr><td>${title} <span class="badge not_run">${say(reportTexts.absent)}</span></td>
<td colspan="10">${say(t.affects, { checks: checks.join('、') })}</td></tr>`,
  );
  const counts = [t.rows, t.loaded, t.passed, t.rejected, t.skipped].map(number);
  const titles = [t.register, t.file, supplier, dataDate, ...counts, t.sum, number(t.matched)];
  return table(
    titles,
    [...sources.map((source) => sourceRow(source, name)), ...absent],
    pageTexts.sections.coverage,
  );
}

/** A text in which no date is broken over two lines. */
function datesWhole(text: string): Markup {
  const parts = text.split(/(\d{4}-\d{2}-\d{2})/);
  return html`${parts.map((part, at) => (at % 2 === 1 ? html`<span class="date">${part}</span>` : html`${part}`))}`;
}

function noteRow({ item, content, basis = '', remark = '', tone }: Note): Markup {
  const row = tone === 'notice' ? raw('<tr class="notice">') : raw('<tr>');
  // A sum of what follows says what no column is about.
  if (item === '') return html`${row}<td colspan="4">${datesWhole(content)}</td></tr>`;
  return html`${row}<th scope="row">${item}</th><td>${datesWhole(content)}</td><td>${datesWhole(basis)}</td>
<td>${remark}</td></tr>`;
}

/** Notes (how to read, parameters) as a table behind a heading that opens it. */
export function notesTable(notes: readonly Note[], caption: Text): Markup {
  return html`<div class="scroll"><table class="notes"><caption class="unseen">${say(caption)}</caption><tbody>${notes.map(noteRow)}</tbody></table></div>`;
}

/** First lines of the page. */
export function pageHead({ summary }: RunReport): Markup {
  const { area, as_of, pack } = summary;
  const place = area === null ? [] : [`${area.name}(${area.code})`];
  const parts = [...place, say(pageTexts.asOf, { date: as_of }), pack.title];
  return html`<header><h1>${summary.name}</h1>
<p class="sub">${parts.join(' · ')}</p>
<p class="lead">${say(pageTexts.lead)}</p></header>`;
}
