import type { Frame } from '../forms/frame.js';
import type { Form } from '../forms/types.js';
import { asked, choice, day, given, money, text } from '../forms/verification.js';
import { yesNoWords } from '../forms/words.js';
import { type FormRow, formSheet } from '../reports/form-sheet.js';
import { type Block, type BookSheet, coverSheet, tableSheet, writeTableBook } from '../reports/table-book.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import type { CommunityChance, Draw, Drawn, Stratum } from './types.js';
import { categoryWord, classWord, percent, placeWord, statusWord } from './words.js';

/** What may stand under 核查结果. */
export const resultWords = { right: '正确', wrong: '有差错', unknown: '未能核查' } as const;

/**
 * 入户抽查名单, a sheet a township. Whether a case names a household is not in it: who visits is to look at all of them
 * with the same eyes.
 */
const columns: Form['columns'] = [
  given('number', '序号', 6),
  given('household_id', '户编号', 17),
  given('village', '村(社区)', 14),
  given('village_group', '组', 7),
  given('head', '户主姓名', 10),
  given('head_id', '户主身份证号', 21),
  given('phone', '联系电话', 14),
  given('address', '家庭住址', 26),
  given('size', '家庭人口', 7),
  given('covered', '保障人口', 7),
  given('amount', '月保障金(元)', 10),
  given('category', '低保类别', 8),
  given('class', '施保类别', 8),
  given('chance', '入样概率', 9),
  asked('visited', '入户日期', 12, day),
  asked('seen', '是否见到本人', 9, choice(yesNoWords)),
  asked('result', '核查结果', 11, choice(Object.values(resultWords))),
  asked('note', '差错情况说明', 30, text),
  asked('new_amount', '应为月保障金(元)', 11, money),
  asked('investigator1', '入户人员1', 10, text),
  asked('investigator2', '入户人员2', 10, text),
  asked('remark', '备注', 16, text),
];

const steps = [
  '逐户入户,2 名以上工作人员一同前往,见到本人。名单不写明该户有没有疑点,对每一户同样核查。',
  `“核查结果”从下拉列表中选:享受资格、人口和金额都对的选“${resultWords.right}”;有一项不对的选“${resultWords.wrong}”并写明情况;找不到人、无法核查的选“${resultWords.unknown}”并在备注中写明原因。`,
  '不得自行换户。未能核查的户照实填写,估计差错率时按同层已核查的户推算。',
  '乡镇(街道)入户的,用 dibao dispatch --sample sample.ndjson 分册下发,每册只有本乡镇的户;本名单不整本外发。',
  '填好后运行 dibao sample --estimate sample.ndjson 填好的名单.xlsx,得出差错率及其区间。',
] as const;

export interface SampleBook {
  readonly frame: Frame;
  readonly draw: Draw;
  /** What was drawn from how many, and how. */
  readonly sentences: readonly string[];
  readonly roster: ReadonlyMap<string, RosterHousehold>;
}

interface Count {
  readonly households: number;
  readonly drawn: Record<Drawn['status'], number>;
}

function townshipsOf({ strata }: Draw): Map<string, Count> {
  const found = new Map<string, { households: number; drawn: Record<Drawn['status'], number> }>();
  for (const { township, households, drawn, status } of strata) {
    const own = found.get(township) ?? { households: 0, drawn: { flagged: 0, focus: 0, plain: 0 } };
    own.households += households;
    own.drawn[status] += drawn;
    found.set(township, own);
  }
  return found;
}

/** Counts by township, with a last line of all. */
export function townshipRows(draw: Draw): (readonly [string, ...number[]])[] {
  const rows = [...townshipsOf(draw)].map(([township, { households, drawn }]) => {
    const { flagged, focus, plain } = drawn;
    return [placeWord(township), households, flagged + focus + plain, flagged, focus, plain] as const;
  });
  const sum = (at: number): number => rows.reduce((all, row) => all + Number(row[at]), 0);
  return [...rows, ['合计', ...[1, 2, 3, 4, 5].map(sum)]];
}

function cover({ frame, draw, sentences }: SampleBook): BookSheet {
  const line = (words: string): Block => ({ type: 'text', text: words });
  const heading = (words: string): Block => ({ type: 'heading', text: words });
  return coverSheet({
    name: '说明',
    widths: [44, 13, 13, 13, 13, 13],
    isProtected: true,
    blocks: [
      { type: 'title', text: `${frame.name} 入户抽查名单` },
      line(`抽样日期 ${frame.date},数据基准日 ${frame.asOf}`),
      heading('一、怎样抽的'),
      ...sentences.map((sentence, index) => line(`${index + 1}. ${sentence}。`)),
      heading('二、按乡镇(街道)'),
      {
        type: 'table',
        header: ['乡镇(街道)', '可抽户数', '抽中户数', '其中有疑点', '其中重点核查', '其中其他户'],
        rows: townshipRows(draw),
      },
      heading('三、怎样填'),
      ...steps.map((step, index) => line(`${index + 1}. ${step}`)),
      heading('四、抽中的户'),
      line('抽中只是随机抽取(重点核查对象抽得密一些),不表示该户有问题。本文件含个人信息,不得转发、张贴。'),
    ],
  });
}

function rowOf({ household_id, chance, ...drawn }: Drawn, household: RosterHousehold | undefined): FormRow {
  const head = household?.members[0];
  return {
    household_id,
    village: drawn.village,
    village_group: household?.village_group ?? null,
    head: head?.name ?? null,
    head_id: head?.id_number ?? null,
    phone: household?.phone ?? null,
    address: household?.address ?? null,
    size: household === undefined ? null : (household.household_size ?? household.members.length),
    covered: household === undefined ? null : (household.covered_size ?? household.covered),
    amount: household?.monthly_amount ?? null,
    category: categoryWord(drawn.category),
    class: classWord(drawn.class),
    chance: chance.toFixed(4),
  };
}

const collator = new Intl.Collator('zh', { numeric: true });

/** A township as the name of a sheet: what Excel refuses is left out, and no name stands twice. */
function sheetNames(townships: readonly string[]): Map<string, string> {
  const used = new Set(['说明', '抽样层', '村(社区)']);
  return new Map(
    townships.map((township) => {
      const plain = placeWord(township)
        .replaceAll(/[\\/:*?[\]']/g, '_')
        .slice(0, 25);
      let name = plain;
      for (let count = 2; used.has(name); count++) name = `${plain}${count}`;
      used.add(name);
      return [township, name];
    }),
  );
}

function lists({ draw, roster }: SampleBook): BookSheet[] {
  const names = sheetNames([...new Set(draw.households.map(({ township }) => township))]);
  const kinds = { number: 'int', size: 'int', covered: 'int', amount: 'money', chance: 'center' } as const;
  return [...names].map(([township, sheet]) => {
    const rows = draw.households
      .filter((one) => one.township === township)
      .map((one) => rowOf(one, roster.get(one.household_id)));
    const place = (row: FormRow): string => [row.village, row.village_group, row.household_id].join('\n');
    rows.sort((a, b) => collator.compare(place(a), place(b)));
    const lines = [`${placeWord(township)} 入户抽查名单(种子 ${draw.seed})`];
    const numbered = rows.map((row, index) => ({ number: index + 1, ...row }));
    const printed = { pages: 2, repeated: 2 } as const;
    return formSheet({ sheet, columns }, numbered, { kinds, frozen: 5, printed, lines });
  });
}

function strataSheet({ strata, seed }: Draw): BookSheet {
  return tableSheet<Stratum>({
    name: '抽样层',
    lines: [`抽样层(种子 ${seed})`],
    isProtected: true,
    columns: [
      { title: '乡镇(街道)', width: 16, kind: 'text', value: ({ township }) => placeWord(township) },
      { title: '村(社区)', width: 16, kind: 'text', value: ({ village }) => village },
      { title: '低保类别', width: 10, kind: 'center', value: ({ category }) => categoryWord(category) },
      { title: '施保类别', width: 10, kind: 'center', value: (one) => classWord(one.class) },
      { title: '是否有疑点', width: 14, kind: 'center', value: ({ status }) => statusWord(status) },
      { title: '户数', width: 9, kind: 'int', value: ({ households }) => households },
      { title: '抽中户数', width: 9, kind: 'int', value: ({ drawn }) => drawn },
      {
        title: '层内抽样比例',
        width: 13,
        kind: 'center',
        value: (one) => percent(one.drawn / one.households),
      },
    ],
    rows: strata,
  });
}

function communitySheet({ communities, seed }: Draw): BookSheet {
  return tableSheet<CommunityChance>({
    name: '村(社区)',
    lines: [`第一阶段:抽村(社区)(种子 ${seed})`],
    isProtected: true,
    columns: [
      { title: '乡镇(街道)', width: 16, kind: 'text', value: ({ township }) => placeWord(township) },
      { title: '村(社区)', width: 16, kind: 'text', value: ({ village }) => placeWord(village) },
      { title: '户数', width: 9, kind: 'int', value: ({ households }) => households },
      { title: '有疑点户数', width: 11, kind: 'int', value: ({ flagged }) => flagged },
      { title: '抽中的机会', width: 11, kind: 'center', value: ({ chance }) => chance.toFixed(4) },
      { title: '是否抽中', width: 9, kind: 'center', value: ({ isDrawn }) => (isDrawn ? '抽中' : '') },
    ],
    rows: communities,
  });
}

/** Writes 入户抽查名单: how it was drawn, a list a township to fill in, the strata, the communities. */
export async function writeSampleBook(path: string, book: SampleBook): Promise<void> {
  const { frame, draw } = book;
  const sheets = [cover(book), ...lists(book), strataSheet(draw)];
  if (draw.communities.length > 0) sheets.push(communitySheet(draw));
  await writeTableBook(path, sheets, {
    title: frame.name,
    date: `抽样日期 ${frame.date} 种子 ${draw.seed}`,
    footer: frame.footer,
    creator: 'dibao',
    purposeLine: [
      ...(frame.purpose === '' ? [] : [`用途:${frame.purpose}`]),
      ...(frame.authority === '' ? [] : [`依据:${frame.authority}`]),
    ].join('    '),
    signatures: '抽样人:                监督人:                日期:',
    isChinese: true,
  });
}
