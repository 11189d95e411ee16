import type { Counts, Summary } from '../cases/types.js';
import { say, type Text } from '../messages/language.js';
import { notesTexts } from '../messages/notes.js';
import { fileNames } from './evidence.js';
import { codeFinder } from './fields.js';
import { gapsOf } from './gaps.js';
import { count, yuan } from './numbers.js';
import type { RunReport } from './types.js';
import { kindWord } from './words.js';
import type { Tone } from './workbook/styles.js';

/** One line of 说明与口径. */
export interface Note {
  readonly item: string;
  readonly content: string;
  readonly basis?: string;
  readonly remark?: string;
  readonly tone?: Tone;
}

export function section(title: Text): Note {
  return { item: say(title), content: '', tone: 'strong' };
}

/** What was checked: campaign, day, pack, roster. */
export function runNotes({ summary, tool }: RunReport): Note[] {
  const texts = notesTexts.run;
  const { area, pack, roster } = summary;
  const part = (of: Summary['roster']['urban']) =>
    say(texts.part, {
      households: count(of.households),
      covered: count(of.covered),
      amount: yuan(of.monthly_amount),
    });
  const rosterValues = { members: count(roster.members), amount: yuan(roster.monthly_amount) };
  const whole = { ...rosterValues, households: count(roster.households), covered: count(roster.covered) };
  const notes: Note[] = [
    section(notesTexts.sections.run),
    { item: say(texts.name), content: summary.name },
    { item: say(texts.area), content: area === null ? '' : `${area.name}(${area.code})` },
    { item: say(texts.asOf), content: summary.as_of, remark: say(texts.asOfNote) },
    { item: say(texts.pack), content: pack.title },
    { item: say(texts.roster), content: say(texts.rosterValue, whole) },
    { item: say(texts.urban), content: part(roster.urban) },
    { item: say(texts.rural), content: part(roster.rural) },
  ];
  const doubts = [
    [texts.unknownCategory, texts.unknownCategoryValue, roster.unknown_category],
    [texts.uncheckable, texts.uncheckableValue, roster.uncheckable_members],
    [texts.headsOnly, texts.headsOnlyValue, roster.heads_only],
  ] as const;
  for (const [item, value, number] of doubts) {
    if (number > 0)
      notes.push({ item: say(item), content: say(value, { count: count(number) }), tone: 'notice' });
  }
  notes.push({ item: say(texts.tool), content: `${tool.name} ${tool.version}` });
  return notes;
}

/** The numbers of the whole run. */
export function resultNotes({ summary }: RunReport): Note[] {
  const texts = notesTexts.result;
  const counts = (of: Counts) =>
    say(texts.counts, {
      cases: count(of.cases),
      households: count(of.households),
      persons: count(of.persons),
      amount: yuan(of.monthly_amount),
    });
  const { overpaid, actions, focus } = summary;
  const overpaidValues = { households: count(overpaid.households), amount: yuan(overpaid.amount) };
  return [
    section(notesTexts.sections.result),
    { item: say(texts.total), content: counts(summary.total) },
    { item: say(texts.hard), content: counts(summary.hard) },
    { item: say(texts.soft), content: counts(summary.soft) },
    {
      item: say(texts.overpaid),
      content: say(texts.overpaidValue, overpaidValues),
      remark: say(texts.overpaidNote),
    },
    { item: say(texts.actions), content: say(texts.actionsValue, actions) },
    {
      item: say(texts.focus),
      content: say(texts.focusValue, {
        households: count(focus.households),
        without_case: count(focus.without_case),
      }),
      remark: say(texts.focusNote),
    },
  ];
}

/** How grades, certainty, matches and amounts are to be read. */
export function readingNotes(): Note[] {
  const t = notesTexts.reading;
  const pairs: readonly (readonly [Text, Text])[] = [
    [t.lead, t.leadText],
    [t.exit, t.exitText],
    [t.remove, t.removeText],
    [t.verify, t.verifyText],
    [t.hard, t.hardText],
    [t.soft, t.softText],
    [t.exact, t.exactText],
    [t.id, t.idText],
    [t.near, t.nearText],
    [t.name, t.nameText],
    [t.payments, t.paymentsText],
    [t.estimate, t.estimateText],
    [t.priority, t.priorityText],
    [t.notRun, t.notRunText],
  ];
  const notes = pairs.map(([item, content]) => ({ item: say(item), content: say(content) }));
  return [section(notesTexts.sections.reading), ...notes];
}

/** Each source with its rows, matches, day and supplier; absent registers after them. */
export function sourceNotes({ summary }: RunReport): Note[] {
  const texts = notesTexts.sources;
  const name = fileNames(summary);
  const given = summary.sources.map<Note>((source) => {
    const marks = [source.stale ? say(texts.stale) : '', source.alarm ? say(texts.alarm) : ''];
    const date = source.data_date === null ? say(texts.undated) : say(texts.date, { date: source.data_date });
    const supplier = source.supplier === null ? '' : say(texts.supplier, { supplier: source.supplier });
    const file = source.sheet === null ? name(source.file) : `${name(source.file)}[${source.sheet}]`;
    return {
      item: source.title,
      content: say(texts.value, { file, rows: count(source.rows), matched: count(source.matched_persons) }),
      basis: [date, supplier].filter((text) => text !== '').join('; '),
      remark: marks.filter((text) => text !== '').join('、'),
      tone: source.alarm ? 'alarm' : source.stale ? 'notice' : 'plain',
    };
  });
  const missing = gapsOf(summary).filter(({ kind }) => kind === 'absent');
  const absent = missing.map<Note>(({ title, why }) => ({
    item: title,
    content: why === '' ? say(texts.absent) : why,
    remark: kindWord('absent'),
    tone: 'notice',
  }));
  return [section(notesTexts.sections.sources), ...given, ...absent];
}

/** Each parameter with its value and document; marked where nobody has signed for its source. */
export function parameterNotes({ summary, labels }: RunReport): Note[] {
  const texts = notesTexts.parameters;
  const codes = codeFinder(labels);
  // A list of codes (学历层次) stands there as the campaign file writes it.
  const inWords = (value: string) => value.split('、').map(codes.anywhere).join('、');
  const notes = summary.parameters.map<Note>((parameter) => {
    const document = parameter.document === '' ? say(texts.noDocument) : parameter.document;
    const { from } = parameter;
    const marks = [
      parameter.verified ? '' : say(texts.unverified),
      parameter.past_last ? say(texts.pastLast) : '',
    ].filter((text) => text !== '');
    return {
      item: parameter.title,
      content: `${inWords(parameter.value)}${parameter.unit === '' ? '' : ` ${parameter.unit}`}`,
      basis: from === null ? document : say(texts.from, { document, from }),
      remark: marks.join('; '),
      tone: marks.length > 0 ? 'notice' : 'plain',
    };
  });
  return [section(notesTexts.sections.parameters), ...notes];
}
