import { percentText } from './figure-table.js';
import type { CampaignReport, Verified } from './model.js';
import { joined, names, type Part, plain, plainYuan, type Sentence, under, where } from './sentences.js';

/** 属实3个(2户5人,月保障金1200元),部分属实1个,不属实2个. */
function verdicts(one: Verified): string {
  if (one.verified === 0) return '尚未核实';
  const kinds = [one.confirmed, one.partly, one.dismissed].filter((count) => count > 0).length;
  const what = one.partly === 0 ? '属实' : one.confirmed === 0 ? '部分属实' : '属实和部分属实';
  const amount = where(one.monthly_amount, `,月保障金${plainYuan(one.monthly_amount)}元`) ?? '';
  const truth = where(one.households, `,${what}的涉及${one.households}户${one.persons}人${amount}`) ?? '';
  const list = joined(
    [
      where(one.confirmed, `属实${one.confirmed}个`),
      where(one.partly, `部分属实${one.partly}个`),
      where(one.dismissed, `不属实${one.dismissed}个`),
    ],
    '、',
  );
  if (kinds === 1) {
    const only = one.verified === one.dismissed ? '不属实' : what === '部分属实' ? '为部分属实' : what;
    return `已核实${one.verified}个,${one.verified > 1 ? '均' : ''}${only}${truth.replace(`${what}的`, '')}`;
  }
  return `已核实${one.verified}个,其中${list}${truth}`;
}

/** Leads about those who are on no roster are of no household. */
const counts = ({ cases, households, persons, monthly_amount }: CampaignReport['total']): string => {
  if (households === 0) return `疑点${cases}个${persons > 0 ? `,涉及名册外${persons}人` : ',均在名册外'}`;
  return `疑点${cases}个,涉及${households}户${persons}人,月保障金${plainYuan(monthly_amount)}元`;
};

function ruleSentence(rule: CampaignReport['rules'][number]): Sentence {
  return under(rule.title, `${counts(rule.found)};${verdicts(rule.verified)}。`);
}

/** 二、发现的问题. */
export function findingsPart(report: CampaignReport): Part {
  const { total, hard, soft, overpaid, overpaid_wan, rules, reported, verified, progress } = report;
  if (total.cases === 0 && verified.cases === 0)
    return { title: '发现的问题', paragraphs: [plain('比对没有发现疑点。')] };
  const sure = joined([
    where(hard.cases, `依据充分的${hard.cases}个`),
    where(soft.cases, `须核实后才能认定的${soft.cases}个`),
  ]);
  const money = where(
    overpaid.households,
    `按现有数据测算,涉嫌多领${overpaid.households}户${plainYuan(overpaid.amount)}元(${overpaid_wan.toFixed(2)}万元),以核实为准。`,
  );
  const { precision, judged, held } = progress.total.counts;
  const sureness =
    precision === null
      ? ''
      : `经核实的${judged}个比对疑点中,${held}个属实或部分属实,准确率${percentText(precision)}。`;
  const hits = rules.filter(({ found, verified: one }) => found.cases > 0 || one.cases > 0);
  const clear = rules.filter(({ outcome, found }) => outcome === 'clear' && found.cases === 0);
  const paragraphs: Sentence[] = [
    plain(
      `共比对出${counts(total)}${sure === '' ? '' : `,其中${sure}`}。${verdicts(verified)}。${sureness}${money ?? ''}疑点是线索,不是结论,以入户核实为准。`,
    ),
    ...hits.map(ruleSentence),
  ];
  if (reported.cases > 0)
    paragraphs.push(
      under('入户发现的其他问题', `乡镇(街道)入户时另外补报${reported.cases}个;${verdicts(reported)}。`),
    );
  if (clear.length > 0)
    paragraphs.push(plain(`经核查没有发现问题的类别:${names(clear.map(({ title }) => title))}。`));
  return { title: '发现的问题', paragraphs };
}
