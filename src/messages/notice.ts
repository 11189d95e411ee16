import type { Text } from './language.js';

/** What `notice` says on the screen. What is printed on the notices stands in src/notices: it is Chinese always. */
export const noticeTexts = {
  title: {
    zh: '{round}:{villages} 个村(社区)、{households} 户,{from} 至 {to} 共 {days} 天,{down} 撤下',
    en: '{round}: {villages} villages, {households} households, {from} to {to} ({days} days), down on {down}',
  },
  folder: { zh: '已存入 {folder}:', en: 'written to {folder}:' },
  perVillage: {
    zh: '{folder}/(每村一个文件,共 {count} 个)',
    en: '{folder}/ ({count} files, one for each village)',
  },
  township: { zh: '乡镇(街道)', en: 'township' },
  village: { zh: '村(社区)', en: 'village' },
  households: { zh: '公示户数', en: 'households' },
  left: { zh: '未列入', en: 'left out' },
  total: { zh: '合计', en: 'total' },
  noTownship: { zh: '未写明乡镇', en: 'no township' },
  noVillage: { zh: '未写明村居', en: 'no village' },
  leftTitle: { zh: '没有列入公示的 {count} 户:', en: '{count} households are on no notice:' },
  leftLine: { zh: '{why}:{count} 户({ids})', en: '{why}: {count} ({ids})' },
  more: { zh: '{ids} 等', en: '{ids} …' },
  withoutVillage: {
    zh: '有 {count} 户名册上没有写明村居,印在所属乡镇的一页上({ids});补全名册后重做',
    en: "{count} households without a village stand on their township's page ({ids}); complete the roster and repeat",
  },
  minors: {
    zh: '户主未满 {age} 周岁的 {count} 户,姓名写作 姓+某某',
    en: '{count} heads are minors (under {age}): surname and 某某',
  },
  next1: {
    zh: '下一步:公示期满后收回异议:dibao collect {folder}/公示异议登记表_*.xlsx,再 dibao clean',
    en: 'next, when the period is over: dibao collect {folder}/公示异议登记表_*.xlsx, then dibao clean',
  },
  next2: {
    zh: '下一步:公示期满后收回异议:dibao collect {folder}/公示异议登记表_*.xlsx,再 dibao report',
    en: 'next, when the period is over: dibao collect {folder}/公示异议登记表_*.xlsx, then dibao report',
  },
  nextList: {
    zh: '有异议时登记在公示异议登记表,用 dibao collect 收回',
    en: 'write objections into 公示异议登记表 and read them with dibao collect',
  },
} as const satisfies Record<string, Text>;

/** Warnings, on standard error. */
export const noticeWarnings = {
  short: {
    zh: '提醒:公示到 {to},按{document}应公示到 {wanted}',
    en: 'note: the notice ends on {to}; by {document} it should hang until {wanted}',
  },
  noFirst: {
    zh: '提醒:{townships} 还没有做过初核公示(--round 1)就做结果公示',
    en: 'note: no notice of round 1 was ever made for {townships}',
  },
  firstRuns: {
    zh: '提醒:{townships} 的初核公示要到 {to} 才期满,期满前不宜做结果公示',
    en: 'note: the notice of round 1 for {townships} runs until {to}; round 2 should wait for its end',
  },
  noPhone: {
    zh: '提醒:专项文件里没有写明 office(办理单位)的 phone(监督电话),公示上这一项空着,请手工填写',
    en: 'note: the campaign file names no phone under office: the line stays blank, fill it in by hand',
  },
} as const satisfies Record<string, Text>;

/** Why a household is on no notice. */
export const whyLeftOut = {
  unverified: { zh: '疑点还没有核实完', en: 'cases not all verified yet' },
  doubtful: {
    zh: '核实结论须复核(没有写拟处理措施、相互矛盾等,见 dibao clean)',
    en: 'verdicts to be looked at again (no measure, contradictions; see dibao clean)',
  },
  unsettled: { zh: '已核实、还没有销号(dibao clean)', en: 'verified but not settled yet (dibao clean)' },
  objected: { zh: '公示期间有异议,还没有重新核实', en: 'objected to and not looked at again yet' },
  no_name: { zh: '名册上没有户主姓名', en: 'the roster has no name for its head' },
  stopped: { zh: '已停发', en: 'stopped' },
  nobody: { zh: '没有享受人员', en: 'nobody in it receives' },
} as const satisfies Record<string, Text>;
