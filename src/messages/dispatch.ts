import type { Text } from './language.js';

/** `dispatch` on the screen. */
export const dispatchTexts = {
  nothing: {
    zh: '没有要下发的:没有待下发的疑点。已下发而没有交回的,用 --again 再发;每户一张调查表用 --all',
    en: 'nothing to dispatch: no case is open. --again sends those without an answer, --all a survey of every household',
  },
  township: { zh: '接收单位', en: 'Recipient' },
  cases: { zh: '疑点', en: 'Cases' },
  households: { zh: '疑点户', en: 'Households' },
  survey: { zh: '调查户', en: 'Surveyed' },
  file: { zh: '文件', en: 'File' },
  total: { zh: '合计', en: 'Total' },
  batch: {
    zh: '批次 {batch},交回期限 {deadline},在 {folder}',
    en: 'batch {batch}, to be answered by {deadline}, in {folder}',
  },
  forms: {
    zh: '入户核查表 {count}份(DOCX)在同一文件夹',
    en: '{count} files of visit forms (DOCX) beside them',
  },
  next: {
    zh: '下一步: 把文件分别发给各接收单位;交回后运行 dibao collect 文件…',
    en: 'next: send each file to its recipient; when they are back, run dibao collect FILES…',
  },
  logUnwritten: {
    zh: '提醒:{file} 没有写成({why}),大概正开着;下发已经记入台账,下次下发或收回时会补写',
    en: 'note: {file} was not written ({why}), perhaps it is open; the ledger has the dispatch, and it is written next time',
  },
  leftRoster: {
    zh: '提醒:样本或重点核查名单中有{count}户已不在名册上,没有下发',
    en: 'note: {count} households of the draw or list are no longer on the roster, and were not sent',
  },
  noTownship: {
    zh: '提醒:有{count}户没有写明乡镇,在“未写明乡镇”一册里,请分清后转交',
    en: 'note: {count} households name no township; they are in the book 未写明乡镇, to be sorted by hand',
  },
} as const satisfies Record<string, Text>;
