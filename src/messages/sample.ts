import type { Text } from './language.js';

/** What `sample` says of a draw, on the screen and on the cover of its list. */
export const sampleTexts = {
  status: {
    flagged: { zh: '有疑点', en: 'with a case' },
    focus: { zh: '重点核查对象', en: 'to be looked at hardest' },
    plain: { zh: '其他户', en: 'others' },
  },
  category: {
    urban: { zh: '城市', en: 'urban' },
    rural: { zh: '农村', en: 'rural' },
    unknown: { zh: '类别不明', en: 'category unknown' },
  },
  classOf: { zh: '类', en: '' },
  noClass: { zh: '未分类', en: 'no class' },
  noPlace: { zh: '(未写明)', en: '(not stated)' },
  byDocument: { zh: '(依据:{document})', en: ' (by: {document})' },
  count: { zh: '{count} 个', en: '{count}' },
  district: {
    zh: '第一阶段抽村(社区):全部 {all} 个村(社区)的 {share} = {drawn} 个{document}',
    en: 'First stage, communities: {share} of all {all} communities = {drawn}{document}',
  },
  street: {
    zh: '第一阶段抽村(社区):{pools} 个乡镇(街道)各抽本辖区村(社区)的 {share},{all} 个中共抽 {drawn} 个{document}',
    en: 'First stage, communities: {share} of the communities of each of {pools} townships, {drawn} of {all}{document}',
  },
  chances: {
    zh: '村(社区)抽中的机会与户数成正比,每有一户疑点户另加 {risk} 户(帕累托抽样,Rosén 1997)',
    en: 'The chance of a community is in proportion to its households, {risk} more for each with a case (Pareto sampling, Rosén 1997)',
  },
  sizeCount: {
    zh: '户数:从可抽的 {population} 户中抽 {wished} 户',
    en: 'Size: {wished} of the {population} households that can be drawn',
  },
  sizeShare: {
    zh: '户数:可抽的 {population} 户的 {share} = {wished} 户{document}',
    en: 'Size: {share} of the {population} households that can be drawn = {wished}{document}',
  },
  sizePrecision: {
    zh: '户数:要求误差不超过 ±{margin}(置信水平 {confidence},预计差错率 {expected}):n₀ = z²·p·(1−p)÷e²{effect},n = n₀÷(1+(n₀−1)÷N),N = 全部 {households} 户,得 {wished} 户(出处:{source})',
    en: 'Size: for a margin of ±{margin} (confidence {confidence}, expected error rate {expected}): n₀ = z²·p·(1−p)÷e²{effect}, n = n₀÷(1+(n₀−1)÷N), N = all {households} households, gives {wished} ({source})',
  },
  effect: { zh: '×设计效应 {effect}', en: ' × design effect {effect}' },
  strata: {
    zh: '分 {strata} 层(乡镇×城乡×施保类别×有无疑点;先抽村的,在抽中的村内分层),按各层户数分配,每层至少 {minimum} 户(不够的全抽)',
    en: '{strata} strata (township × category × class × with a case or not; in two stages within each community), by their households, at least {minimum} of each or all it has',
  },
  focusAll: { zh: '重点核查对象全部抽中', en: 'Households to be looked at hardest are all drawn' },
  focusMultiple: {
    zh: '重点核查对象按其他户的 {multiple} 倍抽取',
    en: 'Households to be looked at hardest are drawn {multiple} times as densely',
  },
  more: {
    zh: '因每层的最低户数,实抽 {drawn} 户,多于应抽的 {wished} 户',
    en: 'With the least of every stratum {drawn} households are drawn, more than the {wished} wished for',
  },
  drawn: {
    zh: '实抽 {drawn} 户,占可抽的 {population} 户的 {share}(名册共 {households} 户)',
    en: 'Drawn: {drawn} households, {share} of the {population} that can be drawn (roster: {households})',
  },
  repeatable: {
    zh: '种子 {seed}:同一名册、同一结果文件夹、同一种子和比例,任何人都可以重新抽出同样的户,与行的顺序无关',
    en: 'Seed {seed}: with the same roster, run, seed and sizes anybody draws the same households, whatever the order of rows',
  },
  township: { zh: '乡镇(街道)', en: 'Township' },
  households: { zh: '可抽户数', en: 'Households' },
  drawnColumn: { zh: '抽中户数', en: 'Drawn' },
  ofFlagged: { zh: '有疑点', en: 'With a case' },
  ofFocus: { zh: '重点核查', en: 'Hardest' },
  ofPlain: { zh: '其他', en: 'Others' },
  total: { zh: '合计', en: 'Total' },
  written: {
    zh: '名单:{book};供 dispatch 和 --estimate 用:{rows}',
    en: 'List: {book}; for dispatch and --estimate: {rows}',
  },
  next: {
    zh: '下一步:dibao dispatch --sample {rows} 随疑点核实表下发;或在名单中填“核查结果”,再运行 dibao sample --estimate {rows} 填好的名单.xlsx',
    en: 'Next: dibao dispatch --sample {rows} sends them out; or fill the list in and run dibao sample --estimate {rows} filled-list.xlsx',
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
