import type { Written } from '../files/atomic.js';
import type { Frame } from '../forms/frame.js';
import { measureWords, opinionWords, verdictWords, yesNoWords } from '../forms/words.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import { cell, formHead, grid, name, writeForms } from './form-pages.js';
import type { Piece } from './one-page.js';
import type { Row } from './table.js';
import { boxes, categoryWord, classWord, dateBlank, money, named, toHead, yesNo } from './words.js';

/** One case on a visit form; the texts are fit for those it goes to. */
export interface VisitRow {
  readonly case_id: string;
  readonly title: string;
  readonly reason: string;
  /** What must be ruled out, and the materials that show it. */
  readonly lawful: readonly string[];
  readonly materials: readonly string[];
}

export interface VisitForm {
  readonly household: RosterHousehold;
  readonly rows: readonly VisitRow[];
}

function householdRows(one: RosterHousehold): Row[] {
  const [head] = one.members;
  const kind = [categoryWord(one.category), classWord(one.class)].filter((text) => text !== '').join(' ');
  const place = [one.township, one.village, one.village_group].join(' ').trim();
  const persons = `${one.household_size ?? one.n}人，保障${one.covered_size ?? one.covered}人`;
  return [
    {
      cells: [
        ...[name(1, '户主'), cell(2, head?.name ?? ''), name(2, '身份证号'), cell(3, head?.id_number ?? '')],
        ...[name(1, '电话'), cell(3, one.phone)],
      ],
    },
    { cells: [name(1, '住址'), cell(7, `${place} ${one.address}`), name(1, '类别'), cell(3, kind)] },
    {
      cells: [
        ...[name(1, '人口'), cell(3, persons), name(2, '月保障金(元)'), cell(2, money(one.monthly_amount))],
        ...[name(2, '享受起始'), cell(2, one.start_date ?? '')],
      ],
    },
  ];
}

/** Who is to be seen: birth dates, no numbers. The last row is for one who is not on the list. */
function memberRows({ members }: RosterHousehold): Row[] {
  const titles = ['姓名', '与户主关系', '出生日期', '享受', '是否见到', '未见原因、健康、就业等现状'];
  const spans = [2, 2, 2, 1, 2, 3] as const;
  const row = (texts: readonly string[]): Row => ({
    cells: spans.map((columns, index) => cell(columns, texts[index] ?? '')),
  });
  const seen = boxes(yesNoWords);
  const rows = members.map((one) =>
    row([one.name, toHead(one.relation), one.birth_date ?? '', yesNo(one.covered), seen, '']),
  );
  const head = { cells: spans.map((columns, index) => name(columns, titles[index] ?? '')) };
  return [head, ...rows, row(['', '', '', '', seen, ''])];
}

function caseRows(one: VisitRow, index: number): Row[] {
  const lawful = one.lawful.length === 0 ? '' : boxes([...one.lawful, '其他________']);
  return [
    { cells: [name(2, `疑点${index + 1}`), cell(10, `${one.title}  ${one.case_id}`, { font: 'hei' })] },
    { cells: [name(2, '疑点事实'), cell(10, one.reason)] },
    { cells: [name(2, '须排除情形'), cell(10, lawful)] },
    { cells: [name(2, '应调取材料'), cell(10, one.materials.join('；'))] },
    {
      cells: [
        name(2, '核实结论'),
        cell(5, boxes(Object.values(verdictWords))),
        name(2, '认定理由'),
        cell(3, ''),
      ],
    },
    { cells: [name(2, '核实情况说明'), cell(10, '')], height: 7, grow: 2 },
  ];
}

/** What the visit finds out about the family, whatever the cases. */
const findings: readonly Row[] = [
  {
    cells: [
      name(2, '收入(元/月)', { rows: 2 }),
      cell(10, '工资、务工______ 养老金______ 经营______ 财产______ 赡养、转移______ 其他______'),
    ],
  },
  { cells: [cell(10, '核实后家庭月收入______元　核实后家庭人口______人　核实后享受人口______人')] },
  {
    cells: [
      name(2, '住房'),
      cell(10, '______处______平方米　□自有　□租住　□借住　□其他______　状况__________'),
    ],
  },
  {
    cells: [
      ...[name(2, '车辆、农机'), cell(3, ''), name(2, '近月水电气费')],
      cell(5, '电______元 水______元 燃气______元'),
    ],
  },
  { cells: [name(2, '佐证材料'), cell(10, '(名称及份数)')], grow: 1 },
];

const signatures: readonly Row[] = [
  { cells: [name(2, '拟处理措施', { rows: 2 }), cell(10, boxes(Object.values(measureWords)))] },
  { cells: [cell(10, '执行起始月________　调整后月保障金________元　应追回金额________元')] },
  {
    cells: [
      name(2, '家庭意见'),
      cell(10, `${boxes(Object.values(opinionWords))}　　签字(手印)：____________　${dateBlank}`),
    ],
    height: 10,
    grow: 1,
  },
  { cells: [name(2, '入户人员1'), cell(4, ''), name(2, '入户人员2'), cell(4, '')], height: 8 },
  {
    cells: [
      name(2, '村(社区)负责人'),
      cell(4, ''),
      name(2, '乡镇审核人'),
      cell(4, dateBlank, { align: 'right' }),
    ],
    height: 8,
  },
  { cells: [name(2, '备注'), cell(10, '')], height: 7 },
];

function pageOf({ household, rows }: VisitForm, frame: Frame): Piece[] {
  const right = `户编号：${household.household_id}　入户日期：${dateBlank}`;
  return [
    ...formHead('最低生活保障入户核查表', named(frame.office), right),
    {
      widths: grid,
      rows: [
        ...householdRows(household),
        ...memberRows(household),
        ...rows.flatMap(caseRows),
        ...findings,
        ...signatures,
      ],
    },
  ];
}

/**
 * 入户核查表: what two visitors take along, one page a family.
 * @param path the DOCX
 * @param forms the families, in the order of the pages
 * @param batch number of the dispatch, printed on every page
 */
export async function writeVisitForms(
  path: string,
  forms: readonly VisitForm[],
  frame: Frame,
  batch: string,
): Promise<Written> {
  const info = { title: '入户核查表', mark: `批次 ${batch}` };
  return writeForms(path, forms, frame, info, (form) => pageOf(form, frame));
}
