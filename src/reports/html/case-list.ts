import { say, type Text } from '../../messages/language.js';
import { pageTexts } from '../../messages/page.js';
import { reportTexts } from '../../messages/reports.js';
import type { RunReport } from '../types.js';
import { stateOf, word } from '../words.js';
import { html, type Markup, nothing } from './escape.js';

const t = pageTexts.list;

type Option = readonly [value: string, label: string];

function select(name: string, label: Text, options: readonly Option[]): Markup {
  const items = options.map(([value, text]) => html`<option value="${value}">${text}</option>`);
  return html`<label>${say(label)}<select id="filter-${name}"><option value="">${say(t.all)}</option>${items}</select></label>`;
}

function optionsOf(words: Readonly<Record<string, Text>>): Option[] {
  return Object.entries(words).map(([value, text]) => [value, say(text)]);
}

function filters(report: RunReport): Markup {
  const { summary } = report;
  const townships = summary.townships.map<Option>(({ township }) => [
    word.township(township),
    word.township(township),
  ]);
  const rules = summary.rules
    .filter((rule) => rule.total.cases > 0)
    .map<Option>((rule) => {
      const number = String(rule.number ?? rule.rule);
      return [number, `${number} ${rule.title}`];
    });
  const told = [...new Set(report.cases.map((one) => stateOf(report, one)))].filter((state) => state !== '');
  const state =
    told.length === 0
      ? nothing
      : select(
          'state',
          t.state,
          told.sort().map<Option>((one) => [one, one]),
        );
  const sizes = [50, 200, 1000].map((size) => html`<option value="${size}">${size}</option>`);
  return html`<div class="filters" role="search">
<label class="wide">${say(t.search)}<input id="search" type="search" placeholder="${say(t.searchHint)}" autocomplete="off"></label>
${select('township', t.township, townships)}
${select('rule', t.rule, rules)}
${select('grade', t.grade, optionsOf(reportTexts.grade))}
${select('certainty', t.certainty, optionsOf(reportTexts.certainty))}
${select('change', t.change, optionsOf(reportTexts.change))}${state}
<label>${say(t.pageSize)}<select id="page-size">${sizes}</select></label>
<button type="button" id="reset">${say(t.reset)}</button></div>`;
}

function sortable(part: string, title: Text, className = ''): Markup {
  return html`<th scope="col" class="${className}" data-sort="${part}" data-title="${say(title)}" aria-sort="none"><button type="button" class="sort">${say(title)}</button></th>`;
}

/** The frame of the case list; the script fills it from the embedded data. */
export function caseList(report: RunReport): Markup {
  return html`<noscript><p class="alarm">${say(t.script)}</p></noscript>
<p class="note">${say(t.masked)}</p>
<div id="cases-tools" hidden>${filters(report)}
<div class="pager"><button type="button" id="previous">${say(t.previous)}</button>
<button type="button" id="next">${say(t.next)}</button><span id="shown" role="status" aria-live="polite"></span></div><p id="printed"></p>
<div class="scroll"><table id="cases-table"><caption class="unseen">${say(pageTexts.sections.cases)}</caption>
<thead><tr><th scope="col"><span class="unseen">${say(t.open)}</span></th>
${sortable('rank', t.priority, 'n')}${sortable('township', t.township)}${sortable('head', t.household)}
${sortable('person', t.person)}${sortable('rule', t.finding)}${sortable('grade', t.grade)}
${sortable('certainty', t.certainty)}${sortable('overpaid', t.overpaid, 'n')}</tr></thead>
<tbody id="cases-body"></tbody></table></div></div>`;
}

/** The words that the script needs, in the language set. */
export function listWords(): Readonly<Record<string, string | Readonly<Record<string, string>>>> {
  const said = (words: Readonly<Record<string, Text>>) => Object.fromEntries(optionsOf(words));
  return {
    ...said(t),
    place: say(reportTexts.place),
    yuan: say(t.yuan),
    grades: said(reportTexts.grade),
    certainties: said(reportTexts.certainty),
  };
}
