import type { Written } from '../files/atomic.js';
import type { Frame } from '../forms/frame.js';
import { mannerWords } from '../forms/service.js';
import { maskIdsIn } from '../messages/mask.js';
import type { Settlement } from '../settle/types.js';
import { type ApprovalKind, recoveryText } from './approval.js';
import { sizes } from './fonts.js';
import { cell, grid, name, writeForms } from './form-pages.js';
import type { Piece } from './one-page.js';
import type { Periods } from './periods.js';
import { boxes, categoryWord, chineseDay, chineseMonth, dateBlank, named, yuanOf } from './words.js';

export const letterTitles: Readonly<Record<ApprovalKind, string>> = {
  stop: '停发告知书',
  adjust: '调整告知书',
};

/** What is to be done, with persons, amount and month. */
function decisionText({ before, after, from_month, list }: Settlement, kind: ApprovalKind): string {
  const start = `拟自${chineseMonth(from_month)}起`;
  if (kind === 'adjust')
    return (
      `${start}将您家的保障人口由${before.persons}人调整为${after.persons}人，` +
      `每月保障金由${yuanOf(before.fen)}元调整为${yuanOf(after.fen)}元。`
    );
  const edge = list === 'edge' ? '您家符合低保边缘家庭条件，将转为低保边缘家庭。' : '';
  return `${start}停发您家的最低生活保障金(现为每月${yuanOf(before.fen)}元)。${edge}`;
}

function factTexts(one: Settlement, kind: ApprovalKind): string[] {
  const { household, before, reasons, basis, work, recovery } = one;
  const now = `您家现享受${categoryWord(household.category) || '最低生活保障'}，保障人口${before.persons}人，每月保障金${yuanOf(before.fen)}元。`;
  const facts = reasons.map((reason, index) => (reasons.length === 1 ? reason : `${index + 1}．${reason}`));
  const law = basis.length === 0 ? '' : `根据${basis.join('、')}的规定，`;
  const sums = kind === 'adjust' && work ? [`金额这样计算：${work.lines.join('；')}。`] : [];
  const back =
    recovery && recovery.fen > 0
      ? [`多领的保障金需要退回：${recoveryText(recovery)}。只退回多领的本金，不收取罚款。`]
      : [];
  return [`${now}经核实，您家有以下情况：`, ...facts, `${law}${decisionText(one, kind)}`, ...sums, ...back];
}

function rightsTexts({ reconsideration, court, phone, address }: Frame, periods: Periods): string[] {
  const { objection, reconsideration: again, lawsuit, afterReconsideration: then } = periods;
  const contact = [phone === '' ? '' : `联系电话：${phone}`, address === '' ? '' : `地址：${address}`].filter(
    (text) => text !== '',
  );
  return [
    '如果您认为上述情况与事实不符，或者还有困难没有被考虑到，您有以下权利：',
    `一、陈述和申辩。可以在收到本告知书之日起${objection.count}天内，向本单位或者所在乡镇(街道)说明情况、提交材料，口头、书面都可以，我们会如实记录并复核。`,
    `二、申请行政复议。对作出的决定不服的，可以自知道该决定之日起${again.count}日内，向${named(reconsideration)}申请行政复议(${again.law})。`,
    `三、提起行政诉讼。也可以自知道该决定之日起${lawsuit.count}个月内，向${named(court)}提起行政诉讼(${lawsuit.law})；申请了行政复议、对复议决定不服的，自收到复议决定书之日起${then.count}日内起诉(${then.law})。`,
    `今后生活遇到困难，可以随时重新申请。${contact.join('，')}${contact.length > 0 ? '。' : ''}`,
  ];
}

/** 送达回证: the strip that is cut off and comes back. */
function receipt(one: Settlement, kind: ApprovalKind): Piece {
  const { household } = one;
  const what = maskIdsIn(`${letterTitles[kind]}(户编号：${household.household_id})`);
  return {
    widths: grid,
    size: sizes.five,
    rows: [
      {
        cells: [
          ...[name(2, '送达文书'), cell(4, what), name(2, '受送达人')],
          cell(4, household.members[0]?.name ?? ''),
        ],
      },
      { cells: [name(2, '送达方式'), cell(10, boxes(mannerWords))] },
      {
        cells: [
          ...[name(2, '受送达人签收'), cell(4, dateBlank, { align: 'right' }), name(2, '送达人(两人)')],
          cell(4, dateBlank, { align: 'right' }),
        ],
        height: 9,
      },
      { cells: [name(2, '代收、拒收情况和见证人'), cell(10, '')], height: 9 },
    ],
  };
}

function pageOf(one: Settlement, kind: ApprovalKind, frame: Frame, periods: Periods, size: number): Piece[] {
  const body = (text: string, more = {}): Piece => ({
    // Reasons come from elsewhere: no number goes to a family, its own or another's.
    text: maskIdsIn(text),
    set: { size, indent: 2, align: 'both', line: size * 1.6, ...more },
  });
  const head = one.household.members[0]?.name ?? '';
  const right = { align: 'right', indent: 0 } as const;
  return [
    {
      text: `最低生活保障${letterTitles[kind]}`,
      set: { font: 'title', size: 22, align: 'center', after: 4 },
    },
    {
      text: maskIdsIn(`户编号：${one.household.household_id}`),
      set: { size: 10.5, align: 'right', after: 2 },
    },
    body(`${head}(户主)及家庭成员：`, { indent: 0 }),
    ...factTexts(one, kind).map((text) => body(text)),
    ...rightsTexts(frame, periods).map((text) => body(text)),
    body(`${named(frame.office)}(盖章)`, { ...right, before: size / 2 }),
    body(chineseDay(frame.date), right),
    {
      text: '－　－　－　－　－　－　－　－　－　－　送　达　回　证　－　－　－　－　－　－　－　－　－　－',
      set: { size: 10, align: 'center', before: 6, after: 4 },
    },
    receipt(one, kind),
  ];
}

/**
 * 停发告知书 or 调整告知书, one page a family: reasons, facts, document, amount and month, how to object, and the
 * receipt that comes back. Nobody's number stands in it.
 * @param path the DOCX
 * @param settlements in the order of the pages; their reasons are fit for the family
 * @param periods how long it may object
 */
export async function writeLetters(
  path: string,
  kind: ApprovalKind,
  settlements: readonly Settlement[],
  frame: Frame,
  periods: Periods,
): Promise<Written> {
  const info = {
    title: letterTitles[kind],
    numbered: false,
    sizes: [16, 15, 14, 13, 12, 11, 10.5, 10, 9.5, 9],
  };
  return writeForms(path, settlements, frame, info, (one, size) => pageOf(one, kind, frame, periods, size));
}
