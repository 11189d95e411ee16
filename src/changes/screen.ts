import { changesTexts as texts } from '../messages/changes.js';
import { say } from '../messages/language.js';
import { maskIdsIn, maskKnownIn } from '../messages/mask.js';
import { count, yuan } from '../reports/numbers.js';
import { textTable } from '../reports/text-table.js';
import { width, wrap } from '../reports/width.js';
import { word } from '../reports/words.js';
import { headOf, placeOf } from './family.js';
import type { ChangesReport } from './report.js';
import { sentencesOf } from './sentence.js';
import { type TotalsRow, totalsColumns, totalsRows } from './totals-table.js';
import { type ChangeKind, changeKinds, type RosterChange } from './types.js';

/** More of one kind are read in the book, not on a screen. */
const LISTED = 10;

/** What stood before or stands after, in words. */
export function valueWord(kind: ChangeKind, value: string): string {
  if (kind === 'category_changed') return word.category(value === '' ? null : value);
  return kind === 'class_changed' ? word.class(value) : value;
}

function changeLine({ kind, family, person, before, after }: RosterChange): string {
  const who = person === null ? (headOf(family)?.name ?? '') : person.name;
  const place = `${placeOf(family)} ${family.household_id} ${who}`.trim();
  const [was, is] = [valueWord(kind, before), valueWord(kind, after)];
  if (was === '' && is === '') return place;
  const isOneSided = kind === 'household_in' || kind === 'household_out';
  const text = isOneSided ? `${was}${is}` : say(texts.move, { before: was || '—', after: is || '—' });
  const masked = person === null ? text : maskKnownIn(text, [before, after]);
  return `${place}  ${kind === 'id_corrected' ? masked : text}`;
}

function totalsText(heading: string, rows: readonly TotalsRow[], most: number): string {
  const used = totalsColumns.filter(
    ({ key, value }) => /^(before|after)/.test(key) || rows.some(({ totals }) => value(totals) !== 0),
  );
  const cells = [
    [heading, ...used.map(({ key }) => say(texts.columns[key]))],
    ...rows.map(({ name, totals }) => [
      name,
      ...used.map(({ value, isMoney }) => (isMoney ? yuan(value(totals)) : count(value(totals)))),
    ]),
  ];
  // As many blocks as the screen needs: a line that the terminal breaks cannot be read.
  const widths = (cells[0] ?? []).map((_, at) => Math.max(...cells.map((row) => width(row[at] ?? ''))));
  const blocks: number[][] = [];
  let taken = 0;
  for (let at = 1; at < widths.length; at++) {
    const own = (widths[at] ?? 0) + 2;
    const block = blocks.at(-1);
    if (block === undefined || taken + own > most) {
      blocks.push([0, at]);
      taken = 2 + (widths[0] ?? 0) + own;
    } else {
      block.push(at);
      taken += own;
    }
  }
  return blocks
    .map((block) =>
      textTable(
        cells.map((row) => block.map((at) => row[at] ?? '')),
        { align: block.map((at) => (at === 0 ? 'left' : 'right')), indent: 2 },
      ),
    )
    .join('\n\n');
}

/** Two rosters compared, for the terminal. @param unmask ID numbers whole */
export function changesScreen(report: ChangesReport, columns: number, unmask: boolean): string {
  const { area, from, to, changes, counts } = report;
  const dates = from === null || to === null ? '' : `  ${say(texts.dates, { from, to })}`;
  const rows = totalsRows(report);
  const listed = new Map<ChangeKind, RosterChange[]>();
  for (const one of changes) {
    const list = listed.get(one.kind) ?? [];
    if (list.length < LISTED) list.push(one);
    listed.set(one.kind, list);
  }
  const lists = changeKinds.flatMap((kind) => {
    const own = listed.get(kind) ?? [];
    if (own.length === 0) return [];
    const more = counts[kind] - own.length;
    const rest = more > 0 ? [`    ${say(texts.rest, { count: count(more) })}`] : [];
    const head = `  ${say(texts.list, { kind: say(texts.kind[kind]), count: count(counts[kind]) })}`;
    return [[head, ...own.map((one) => `    ${changeLine(one)}`), ...rest].join('\n')];
  });
  const sentences = sentencesOf(report).flatMap((text) => wrap(text, columns - 2).map((line) => `  ${line}`));
  const details = lists.length === 0 ? [`  ${say(texts.nothing)}`] : lists;
  const parts = [
    `${say(texts.title, { area })}${dates}`,
    [say(texts.sections.sentence), ...sentences].join('\n'),
    say(texts.sections.totals),
    totalsText(say(texts.rows.category), rows.category, columns),
    totalsText(say(texts.rows.township), rows.township, columns),
    [say(texts.sections.details), ...details].join('\n'),
  ];
  const whole = `${parts.join('\n\n')}\n`;
  return unmask ? whole : maskIdsIn(whole);
}
