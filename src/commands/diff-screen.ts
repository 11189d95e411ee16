import type { ComparedRun } from '../cases/compared-run.js';
import { type DiffEntry, type DiffKind, diffKinds } from '../cases/diff.js';
import type { DiffCounts, DiffRow, DiffTally } from '../cases/diff-tally.js';
import { diffTexts as texts } from '../messages/diff.js';
import { say } from '../messages/language.js';
import { maskIdsIn, maskKnownIn } from '../messages/mask.js';
import { count } from '../reports/numbers.js';
import { textTable } from '../reports/text-table.js';
import { wrap } from '../reports/width.js';
import type { DiffWords } from './diff-text.js';

/** More of one kind are read in a file, not on a screen. */
const LISTED = 20;
const indent = '    ';

interface ScreenSettings {
  readonly width: number;
  readonly unmask: boolean;
  readonly only: ReadonlySet<DiffKind>;
}

/** The screen of a comparison: of each kind only the first cases are kept. */
export class DiffScreen {
  readonly #words: DiffWords;
  readonly #settings: ScreenSettings;
  readonly #lists = new Map<DiffKind, string[]>();

  constructor(words: DiffWords, settings: ScreenSettings) {
    this.#words = words;
    this.#settings = settings;
  }

  add(entry: DiffEntry): void {
    const { kind } = entry;
    if (!this.#settings.only.has(kind)) return;
    const list = this.#lists.get(kind) ?? [];
    if (list.length < LISTED) list.push(this.#caseText(entry));
    this.#lists.set(kind, list);
  }

  #caseText(entry: DiffEntry): string {
    const { one } = entry;
    const { township, village, household_id: household } = one;
    const place = `${township} ${say(texts.household, { village, household })}`;
    const who = one.person === null ? '' : ` ${one.person.name}`;
    const remark = this.#words.remark(entry);
    const lines = [`  ${one.case_id} ${one.title} ${place}${who}`];
    for (const text of [one.reason, remark])
      if (text !== '')
        lines.push(...wrap(text, this.#settings.width - indent.length).map((line) => indent + line));
    const ids = one.person === null ? [] : [one.person.id_number];
    return lines.map((line) => (this.#settings.unmask ? line : maskKnownIn(line, ids))).join('\n');
  }

  /** The whole screen. */
  text(older: ComparedRun, newer: ComparedRun, tally: DiffTally): string {
    const { total } = tally;
    const before = total.changed + total.recurring + total.resolved + total.exempted + total.unknown;
    const after = total.changed + total.recurring + total.new;
    const heading = say(texts.heading, {
      ...{ name: newer.name, older: older.shown, newer: newer.shown },
      ...{ olderDate: older.as_of, newerDate: newer.as_of },
      ...{ olderCases: count(before), newerCases: count(after) },
    });
    const lists = diffKinds.flatMap((kind) => this.#listText(kind, total[kind]));
    const township = { title: say(texts.columns.township), nameless: say(texts.noTownship) };
    const parts = [
      heading,
      `${say(texts.sections.total)}\n${totalText(total, tally.households)}`,
      `${say(texts.sections.checks)}\n${this.#rowsText(say(texts.columns.check), tally.checks)}`,
      `${say(texts.sections.townships)}\n${this.#rowsText(township.title, tally.townships, township.nameless)}`,
      ...lists,
    ];
    const whole = `${parts.join('\n\n')}\n`;
    return this.#settings.unmask ? whole : maskIdsIn(whole);
  }

  #rowsText(heading: string, rows: readonly DiffRow[], nameless = ''): string {
    const header = [heading, '', ...diffKinds.map((kind) => say(texts.kind[kind]))];
    const cells = rows.map(({ name, title, counts }) => [
      name === '' ? nameless : name,
      title,
      ...diffKinds.map((kind) => count(counts[kind])),
    ]);
    const isTitled = rows.some(({ title }) => title !== '');
    const shown = [header, ...cells].map((row) => (isTitled ? row : row.filter((_, index) => index !== 1)));
    const names = isTitled ? 2 : 1;
    return textTable(shown, {
      width: this.#settings.width,
      align: shown[0]?.map((_, index) => (index < names ? 'left' : 'right')) ?? [],
      shrink: [[names - 1, 8]],
      indent: 2,
    });
  }

  #listText(kind: DiffKind, all: number): string[] {
    const list = this.#lists.get(kind) ?? [];
    if (list.length === 0) return [];
    const head = say(texts.list, { kind: say(texts.kind[kind]), count: count(all) });
    const rest = all > list.length ? [`  ${say(texts.rest, { count: count(all - list.length) })}`] : [];
    return [[head, ...list, ...rest].join('\n')];
  }
}

function totalText(total: DiffCounts, households: DiffCounts): string {
  const { kind, cases, households: column } = texts.columns;
  const rows = diffKinds.map((one) => [say(texts.kind[one]), count(total[one]), count(households[one])]);
  return textTable([[say(kind), say(cases), say(column)], ...rows], {
    align: ['left', 'right', 'right'],
    indent: 2,
  });
}
