import type { Case, Household } from '../cases/types.js';
import type { Written } from '../files/atomic.js';
import type { Frame } from '../forms/frame.js';
import { inLanguage } from '../messages/language.js';
import { maskKnownIn } from '../messages/mask.js';
import { placesOf } from '../reports/evidence.js';
import { word } from '../reports/words.js';
import { type Block, gap, pageSection, paragraph, rowsTable, writeDocx } from './docx.js';
import { cell, formHead, grid, name, opinion } from './form-pages.js';
import { formMargins, formWidth, onePage, type Piece } from './one-page.js';
import { chineseDay, money } from './words.js';

/** What one 审计取证单 is about: a household, or a check with all its cases. */
export interface EvidenceMatter {
  /** Matter and object, in a line each. */
  readonly title: string;
  readonly object: string;
  readonly kind: 'household' | 'check';
  readonly cases: readonly Case[];
  /** Of the household, where the matter is one: what was overpaid, all its cases together. */
  readonly overpaid: Household['overpaid'];
  /** Documents and articles. */
  readonly basis: readonly string[];
  /** SHA-256 of the sources by file. */
  readonly hashes: ReadonlyMap<string, string>;
}

const comma = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('，');

/** Cases by township in the order in which they come: 云溪镇3条2户. */
function byTownship(cases: readonly Case[]): string {
  const townships = new Map<string, { cases: number; households: Set<string> }>();
  for (const { township, household_id } of cases) {
    const own = townships.get(township) ?? { cases: 0, households: new Set() };
    own.cases++;
    own.households.add(household_id);
    townships.set(township, own);
  }
  return [...townships]
    .map(([township, own]) => `${township || '(未填乡镇)'}${own.cases}条${own.households.size}户`)
    .join('、');
}

function caseText(one: Case, index: number): string {
  const figures = Object.entries(one.arithmetic).map(([key, value]) => `${word.arithmetic(key)} ${value}`);
  return [
    `${index + 1}．${one.title}：${one.reason}。`,
    figures.length === 0 ? '' : `计算：${figures.join('；')}。`,
    one.marks.length === 0 ? '' : `标记：${one.marks.join('、')}。`,
    `证据：${placesOf(one, undefined, 6).join('；')}(${word.match(one.match)})。`,
    one.lawful_reasons.length === 0 ? '' : `须先排除：${one.lawful_reasons.join('、')}。`,
  ].join('');
}

function summaryText(matter: EvidenceMatter, { asOf }: Frame): string {
  const { cases, kind, overpaid } = matter;
  if (kind === 'household') {
    const [first] = cases;
    const paid = overpaid
      ? `涉嫌多领${overpaid.months}个月、${money(overpaid.amount)}元(${word.basis(overpaid.basis)}，各疑点月份合并计算)。`
      : '';
    const drawn = comma([
      `家庭人口${first?.household_size ?? '不详'}人`,
      `保障人口${first?.covered_size ?? '不详'}人`,
      `月保障金${money(first?.monthly_amount ?? null) || '不详'}元`,
      first?.start_date ? `自${chineseDay(first.start_date)}起享受` : '',
    ]);
    const facts = cases.map(caseText);
    return [`截至${chineseDay(asOf)}，该户${drawn}。经数据比对：`, ...facts, paid].join('\n').trimEnd();
  }
  const households = new Map(cases.map((one) => [one.household_id, one.monthly_amount ?? 0]));
  const amount = [...households.values()].reduce((sum, own) => sum + Math.round(own * 100), 0) / 100;
  const hard = cases.filter(({ grade, match }) => grade !== 'verify' && match !== 'near' && match !== 'name');
  return [
    `截至${chineseDay(asOf)}，以低保花名册与有关部门数据比对，${matter.title}的疑点共${cases.length}条，` +
      `涉及${households.size}户，每月保障金共${money(amount)}元；其中事实较明确的${hard.length}条，` +
      `须进一步核实的${cases.length - hard.length}条。`,
    `分布：${byTownship(cases)}。`,
    '疑点是线索，须经入户核实、逐条排除合理情形后方可认定。明细见附表一，证据文件和行见附表二。',
  ].join('\n');
}

function frontPage(matter: EvidenceMatter, frame: Frame, mask: (text: string) => string): Piece[] {
  const files = new Set(matter.cases.flatMap(({ evidence }) => evidence.map(({ file }) => file)));
  const rows = matter.cases.reduce((sum, { evidence }) => sum + evidence.length, 0);
  const annexes = matter.kind === 'check' ? '附表一 疑点明细；附表二 证据文件和行' : '附表 证据文件和行';
  return [
    ...formHead('审计取证单', '编号：____________', `编制日期：${chineseDay(frame.date)}`),
    {
      widths: grid,
      rows: [
        { cells: [name(3, '项目名称'), cell(9, frame.name)] },
        { cells: [name(3, '被审计(调查)\n单位或个人'), cell(9, mask(matter.object))] },
        { cells: [name(3, '审计(调查)事项'), cell(9, mask(matter.title))] },
        {
          cells: [
            name(3, '审计(调查)\n事项摘要'),
            cell(9, mask(summaryText(matter, frame)), { vertical: 'top' }),
          ],
          height: 70,
          grow: 3,
        },
        { cells: [name(3, '定性和处理依据'), cell(9, matter.basis.join('；'))] },
        {
          cells: [
            name(3, '附件'),
            cell(9, `${annexes}；证据文件${files.size}个、记录${rows}行；其他材料____件，共____页`),
          ],
        },
        { cells: [name(3, '审计人员'), cell(3, ''), name(3, '复核人员'), cell(3, '')], height: 9 },
        {
          cells: [
            name(3, '证据提供单位\n(个人)意见'),
            opinion(9, '负责人(当事人)签名：________________', '(盖章)'),
          ],
          height: 32,
          grow: 1,
        },
      ],
    },
  ];
}

function casesAnnex({ cases }: EvidenceMatter, mask: (text: string) => string): Block[] {
  const rows = cases.map((one, index) => [
    String(index + 1),
    one.case_id,
    [one.township, one.village].filter((text) => text !== '').join('\n'),
    one.head?.name ?? '',
    one.person ? `${one.person.name}\n${mask(one.person.id_number)}` : '',
    mask(one.reason),
    one.overpaid ? money(one.overpaid.amount) : '',
  ]);
  const head = ['序号', '疑点编号', '乡镇、村', '户主', '疑点人员', '疑点事实', '涉嫌多领(元)'];
  return [
    paragraph('附表一　疑点明细', { font: 'hei', size: 12, after: 4, pageBreakBefore: true, keepNext: true }),
    rowsTable(head, rows, [10, 28, 22, 15, 32, 49, 18], 8),
    gap(10),
  ];
}

function sourcesAnnex(matter: EvidenceMatter): Block[] {
  const { cases, hashes, kind } = matter;
  const files = new Map<string, { rows: Case['evidence'] }>();
  for (const row of cases.flatMap(({ evidence }) => evidence)) {
    const key = `${row.file}\u0000${row.sheet ?? ''}`;
    const own = files.get(key);
    if (own === undefined) files.set(key, { rows: [row] });
    else own.rows.push(row);
  }
  const rows = [...files.values()].map(({ rows: own }, index) => {
    const [first] = own;
    const numbers = [...new Set(own.map(({ row }) => row))].sort((a, b) => a - b);
    return [
      String(index + 1),
      { text: `${first?.file ?? ''}${first?.sheet ? `\n[${first.sheet}]` : ''}`, asIs: true },
      numbers.join(', '),
      first?.supplier ?? '',
      first?.data_date ?? '',
      { text: hashes.get(first?.file ?? '') ?? '', asIs: true, size: 7 },
    ];
  });
  const title = kind === 'check' ? '附表二　证据文件和行' : '附表　证据文件和行';
  const top = kind === 'check' ? {} : { pageBreakBefore: true };
  return [
    paragraph(title, { font: 'hei', size: 12, after: 4, keepNext: true, ...top }),
    rowsTable(
      ['序号', '文件', '行号', '供数单位', '数据截止日期', '文件 SHA-256'],
      rows,
      [10, 44, 44, 26, 20, 30],
      8,
    ),
  ];
}

/** Every ID number of the cases, to be masked whatever its form. */
const idsOf = (cases: readonly Case[]): string[] => [
  ...new Set(
    cases.flatMap(({ head, person, subject }) =>
      [head, person, subject].flatMap((one) => (one?.id_number ? [one.id_number] : [])),
    ),
  ),
];

/**
 * 审计取证单: matter, summary, basis, what is annexed, and room for the opinion and the seal of the unit.
 * @param path the DOCX
 * @param unmask ID numbers whole
 */
export async function writeEvidencePaper(
  path: string,
  matter: EvidenceMatter,
  frame: Frame,
  unmask: boolean,
): Promise<Written> {
  const ids = unmask ? [] : idsOf(matter.cases);
  const mask = unmask ? (text: string) => text : (text: string) => maskKnownIn(text, ids);
  const blocks = inLanguage('zh', () => {
    const build = (): Piece[] => frontPage(matter, frame, mask);
    const sizes = [12, 11, 10.5, 10, 9.5, 9];
    const front = onePage({ build, sizes, width: formWidth, height: 297 - 35, breakBefore: false });
    return [...front, ...(matter.kind === 'check' ? casesAnnex(matter, mask) : []), ...sourcesAnnex(matter)];
  });
  const section = pageSection(blocks, frame, { margins: formMargins });
  return writeDocx(path, [section], { title: '审计取证单', creator: frame.office });
}
