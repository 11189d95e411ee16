import type { Text } from './language.js';

/** What `sample --estimate` says. */
export const estimateTexts = {
  all: { zh: '全部', en: 'All' },
  nobody: {
    zh: '抽中的户还没有一户有核查结果,不能估计差错率',
    en: 'No household drawn has a result yet: no error rate can be estimated',
  },
  visitedAll: {
    zh: '随机抽取 {drawn} 户入户核查,全部核实,发现差错 {wrong} 户',
    en: '{drawn} households were drawn and visited, all with a result; {wrong} were wrong',
  },
  visitedSome: {
    zh: '随机抽取 {drawn} 户入户核查,核实 {answered} 户,发现差错 {wrong} 户;其余 {missing} 户没有核查结果,按同层已核实的户推算',
    en: '{drawn} households were drawn, {answered} have a result, {wrong} were wrong; those verified stand for the {missing} others of their stratum',
  },
  estimated: {
    zh: '据此估计,全部户的差错率为 {rate},{level} 置信区间 {lower} 至 {upper}',
    en: 'Of all households an estimated {rate} are wrong, with a {level} interval from {lower} to {upper}',
  },
  pointOnly: {
    zh: '据此估计,全部户的差错率为 {rate};只抽了一个村(社区),不能算出置信区间',
    en: 'Of all households an estimated {rate} are wrong; of a single community drawn no interval can be worked out',
  },
  part: {
    zh: '其中{name}:核实 {answered} 户,差错 {wrong} 户,估计差错率 {rate}(区间 {range})',
    en: '{name}: {answered} verified, {wrong} wrong, estimated {rate} ({range})',
  },
  unseen: {
    zh: '有 {unseen} 层没有一户核实,估计不包括这些层',
    en: 'Of {unseen} strata nobody was verified: the estimate leaves them out',
  },
  how: {
    weighted: {
      zh: '估计方法:每户按入样概率的倒数加权(两阶段的用比率估计);方差分层计算,先抽村的加上村间方差;区间用有效样本量的 Clopper-Pearson 法(Korn-Graubard 1998),因为差错少时按正态分布算的区间偏窄',
      en: 'Each household is weighted by the inverse of its chance (a ratio in two stages); the variance is worked out by stratum, and between communities where they were drawn first; the interval is Clopper and Pearson’s with the effective size (Korn and Graubard 1998), since a normal one is too short where errors are few',
    },
    exact: {
      zh: '估计方法:只有一层,每户入样概率相同,用精确法(超几何分布,即有限总体的 Clopper-Pearson 法),因为户数少时近似区间不可靠',
      en: 'One stratum, the same chance for all: exact (hypergeometric, Clopper and Pearson’s for a finite number), since approximations fail where there are few households',
    },
    whole: {
      zh: '各层每一户都核实了,差错率是实数,不是估计',
      en: 'Every household was verified: the rate is a count, not an estimate',
    },
  },
  wrongMeans: {
    zh: '差错指核查结果填“有差错”;按台账计算的,指疑点核实为属实或部分属实、补报了问题,或拟处理措施不是“保留”。抽中和差错都不等于该户有过错',
    en: 'Wrong means the result 有差错; by the ledger, a case confirmed wholly or in part, a problem reported, or a measure other than to keep. Neither to be drawn nor to be wrong is a fault of the family',
  },
  noInterval: { zh: '无法计算', en: 'none' },
  method: {
    exact: { zh: '精确', en: 'exact' },
    weighted: { zh: '加权', en: 'weighted' },
    whole: { zh: '全查', en: 'whole' },
    none: { zh: '无结果', en: 'none' },
  },
  tooFew: { zh: '样本太少', en: 'too few' },
  name: { zh: '范围', en: 'Of' },
  drawn: { zh: '抽中', en: 'Drawn' },
  answered: { zh: '核实', en: 'Verified' },
  wrong: { zh: '差错', en: 'Wrong' },
  rate: { zh: '估计差错率', en: 'Rate' },
  interval: { zh: '置信区间 {level}', en: 'Interval {level}' },
  methodTitle: { zh: '方法', en: 'Method' },
  written: { zh: '已写出 {file}', en: 'written: {file}' },
  strangers: {
    zh: '提醒:名单里有 {count} 户不在这次样本中,没有计入',
    en: 'note: {count} households of the lists are not in this draw, and were left out',
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
