import type { Text } from './language.js';

/** What a reader notes about the layout of a table that is in order, but that the user should know. */
export const layoutTexts = {
  'claimed-twice': {
    zh: '“{chosen}”和“{left}”都像是“{title}”,用了“{chosen}”',
    en: 'both "{chosen}" and "{left}" look like {title}; "{chosen}" is used',
  },
  'by-values': {
    zh: '“{header}”一列按其内容读作“{title}”',
    en: 'the column "{header}" is read as {title}, by what stands in it',
  },
  'household-from-head': {
    zh: '没有户编号,以“{header}”作为户的编号',
    en: 'there is no household number: "{header}" serves as one',
  },
  'household-from-serial': {
    zh: '没有户编号,以每户一个的“{header}”作为户的编号',
    en: 'there is no household number: "{header}", which stands once per household, serves as one',
  },
  'head-as-person': {
    zh: '没有“{title}”一列,用了“{header}”:每行是户主本人',
    en: 'there is no column for {title}: "{header}" is used, each row is a head of household',
  },
  wide: {
    zh: '每户一行,其余成员在各列中,最多{count}人,已展开为每人一行',
    en: 'one row per household with up to {count} members in columns of their own: read as one row per person',
  },
  'two-row-header': {
    zh: '表头占两行(第{row}行起)',
    en: 'the header takes two rows, from row {row}',
  },
  'numbering-row': {
    zh: '第{row}行是栏次,已略过',
    en: 'row {row} numbers the columns and is passed over',
  },
  'unit-line': {
    zh: '金额单位按“{line}”',
    en: 'amounts are in the unit of the line "{line}"',
  },
  'period-unknown': {
    zh: '“{header}”没有写明按月还是按年,未采用;请在表头写明,如“{header}(元/年)”',
    en: '"{header}" does not say whether it is per month or per year and is not used; say so in the header, as in "{header}(元/年)"',
  },
  'mapping-unused': {
    zh: 'columns: 中的“{header}”在表头里没有',
    en: 'the header has no "{header}", which columns: names',
  },
} as const satisfies Record<string, Text>;

/** Of these the ones that the user should answer: a column was left out, or chosen of two. */
export const layoutDoubts: ReadonlySet<string> = new Set([
  'claimed-twice',
  'period-unknown',
  'mapping-unused',
]);

export type LayoutNoteKind = keyof typeof layoutTexts;

/** Words inside the errors of the header. */
export const headerWords = {
  or: { zh: '或', en: ' or ' },
  also: { zh: '(还缺:{titles})', en: ' (also missing: {titles})' },
  none: { zh: '(没有相近的)', en: '(none is near)' },
  header: { zh: '表头文字', en: 'HEADER' },
} as const satisfies Record<string, Text>;
