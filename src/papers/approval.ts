import type { Written } from '../files/atomic.js';
import type { Frame } from '../forms/frame.js';
import { measureWords, opinionWords, verdictWords } from '../forms/words.js';
import type { Requirement } from '../ledger/events.js';
import type { CaseState } from '../ledger/state.js';
import type { Recovery, Settlement } from '../settle/types.js';
import { cell, formHead, grid, name, opinion, writeForms } from './form-pages.js';
import type { Piece } from './one-page.js';
import type { Row } from './table.js';
import { categoryWord, chineseDay, chineseMonth, classWord, named, toHead, yesNo, yuanOf } from './words.js';

/** A family that leaves altogether, or one whose persons or amount change. */
export type ApprovalKind = 'stop' | 'adjust';

export const approvalTitles: Readonly<Record<ApprovalKind, string>> = {
  stop: '停发审批表',
  adjust: '调整审批表',
};

const requirementWords: Readonly<Record<Requirement, string>> = {
  verdict: '核实结论',
  investigators: '两名入户人员',
  reason: '认定理由',
  served: '告知书送达',
  period: '告知书期满',
};

const basisWords: Readonly<Record<Recovery['basis'], string>> = {
  payments: '实发',
  estimate: '估算',
  verified: '核定',
};

/** 2025年1月至2026年10月，共22个月，1234.00元（实发）. */
export function recoveryText({ fen, months, from, to, basis }: Recovery): string {
  const span = from === null || to === null ? '' : `${chineseMonth(from)}至${chineseMonth(to)}，`;
  const count = months > 0 ? `共${months}个月，` : '';
  return `${span}${count}${yuanOf(fen)}元(${basisWords[basis]})`;
}

function householdRows({ household: one, before }: Settlement): Row[] {
  const [head] = one.members;
  const kind = [categoryWord(one.category), classWord(one.class)].filter((text) => text !== '').join(' ');
  const place = [one.township, one.village, one.village_group, one.address].filter((text) => text !== '');
  return [
    {
      cells: [
        ...[
          name(2, '户主姓名'),
          cell(2, head?.name ?? ''),
          name(2, '身份证号'),
          cell(3, head?.id_number ?? ''),
        ],
        ...[name(1, '类别'), cell(2, kind)],
      ],
    },
    { cells: [name(2, '家庭住址'), cell(7, place.join(' ')), name(1, '电话'), cell(2, one.phone)] },
    {
      cells: [
        ...[name(2, '原保障人口'), cell(2, `${before.persons}人`), name(2, '原月保障金')],
        ...[cell(3, `${yuanOf(before.fen)}元`), name(1, '起始'), cell(2, one.start_date ?? '')],
      ],
    },
  ];
}

function memberRows({ household, removed, measure }: Settlement, kind: ApprovalKind): Row[] {
  const spans = [2, 4, 2, 2, 2] as const;
  const titles = ['家庭成员', '身份证号', '与户主关系', '原是否享受', '处理意见'];
  const gone = new Set(removed.map((one) => one.id_number));
  const rows = household.members.map((one) => {
    const leaves = kind === 'stop' ? one.covered : gone.has(one.id_number);
    const after = !one.covered ? '' : leaves ? measureWords[kind === 'stop' ? 'stop' : 'remove'] : '继续享受';
    const texts = [one.name, one.id_number, toHead(one.relation), yesNo(one.covered), measure ? after : ''];
    return { cells: spans.map((columns, index) => cell(columns, texts[index] ?? '')) };
  });
  return [{ cells: spans.map((columns, index) => name(columns, titles[index] ?? '')) }, ...rows];
}

function findingText({ slip, finding }: CaseState): string {
  const lines = [slip.reason];
  if (finding) {
    const { verdict, ground, note, materials, opinion: said, investigators, visited } = finding;
    lines.push(`核实结论：${verdictWords[verdict]}；认定理由：${ground}${note === '' ? '' : `；${note}`}`);
    const day = visited === null ? '' : `，${chineseDay(visited)}入户`;
    const who = `核实人员：${investigators.join('、')}${day}`;
    const more = [
      materials === '' ? '' : `佐证材料：${materials}`,
      said ? `家庭意见：${opinionWords[said]}` : '',
    ];
    lines.push([who, ...more].filter((text) => text !== '').join('；'));
  }
  return lines.join('\n');
}

function caseRows({ cases }: Settlement): Row[] {
  return cases.map((one) => ({ cells: [name(2, one.slip.title), cell(10, findingText(one))] }));
}

function decisionRows(one: Settlement, kind: ApprovalKind): Row[] {
  const { reasons, basis, work, income, before, after, measure, recovery, waivers } = one;
  const start = `自${chineseMonth(one.from_month)}起`;
  const word = measure === null ? '' : measureWords[measure];
  const change =
    kind === 'stop'
      ? `${word}：${start}停发，原保障${before.persons}人、每月${yuanOf(before.fen)}元`
      : `${word}：${start}保障人口由${before.persons}人调整为${after.persons}人，` +
        `月保障金由${yuanOf(before.fen)}元调整为${yuanOf(after.fen)}元`;
  const income_line = income === null ? [] : [`核实家庭月收入${income.toFixed(2)}元`];
  const lines = [...income_line, ...(work?.lines ?? [])];
  const waived = waivers.map(
    ({ requirement, by, why }) => `${requirementWords[requirement]}：${by}批准，${why}`,
  );
  return [
    { cells: [name(2, '处理理由'), cell(10, reasons.join('\n'))] },
    { cells: [name(2, '政策依据'), cell(10, basis.join('；'))] },
    ...(lines.length > 0 ? [{ cells: [name(2, '收入与金额核算'), cell(10, lines.join('\n'))] }] : []),
    { cells: [name(2, '拟处理意见'), cell(10, change, { font: 'hei' as const })] },
    ...(recovery && recovery.fen > 0
      ? [{ cells: [name(2, '应退回多领金额'), cell(10, recoveryText(recovery))] }]
      : []),
    ...(waived.length > 0 ? [{ cells: [name(2, '免除程序'), cell(10, waived.join('\n'))] }] : []),
  ];
}

/** The opinions of 村（社区）, 乡镇（街道） and 县级民政部门, each with its signature, seal and date. */
const opinions: Row[] = [
  { cells: [name(4, '村(社区)意见'), name(4, '乡镇(街道)审核意见'), name(4, '县级民政部门审批意见')] },
  {
    cells: [
      opinion(4, '负责人：__________', '(盖章)'),
      opinion(4, '经办人：__________', '负责人：__________', '(盖章)'),
      opinion(4, '经办人：__________', '负责人：__________', '(盖章)'),
    ],
    height: 34,
    grow: 1,
  },
];

function pageOf(one: Settlement, kind: ApprovalKind, frame: Frame): Piece[] {
  const right = `户编号：${one.household.household_id}　填表日期：${chineseDay(frame.date)}`;
  return [
    ...formHead(`最低生活保障${approvalTitles[kind]}`, `填表单位：${named(frame.office)}`, right),
    {
      widths: grid,
      rows: [
        ...householdRows(one),
        ...memberRows(one, kind),
        ...caseRows(one),
        ...decisionRows(one, kind),
        ...opinions,
      ],
    },
  ];
}

/**
 * 停发审批表 or 调整审批表, one page a family.
 * @param path the DOCX
 * @param settlements in the order of the pages
 */
export async function writeApprovals(
  path: string,
  kind: ApprovalKind,
  settlements: readonly Settlement[],
  frame: Frame,
): Promise<Written> {
  const info = { title: approvalTitles[kind] };
  return writeForms(path, settlements, frame, info, (one) => pageOf(one, kind, frame));
}
