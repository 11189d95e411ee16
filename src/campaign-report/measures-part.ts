import { percentText } from './figure-table.js';
import type { CampaignReport } from './model.js';
import { dayText, joined, type Part, plain, plainYuan, type Sentence, under, where } from './sentences.js';
import { rosterText } from './work-part.js';

type Taken = CampaignReport['measures'][number];

/** One measure in a clause; null where nobody was given it. */
function clause(one: Taken): string | null {
  const { measure, households, changed, before } = one;
  if (households === 0) return null;
  const amount =
    changed === 0 ? '' : `,每月${changed < 0 ? '减少' : '增加'}${plainYuan(Math.abs(changed))}元`;
  switch (measure) {
    case 'stop':
      return `停发${households}户${before.persons}人${amount}`;
    case 'edge':
      return `转入低保边缘家庭${households}户${before.persons}人${amount}`;
    case 'remove':
      return `减员${households}户${one.persons_out}人${amount}`;
    case 'lower':
      return `调减${households}户${amount}`;
    case 'raise':
      return `调增${households}户${amount}`;
    case 'keep':
      return `保留${households}户`;
  }
}

/** 清退…户…人,月节约…万元. */
function effectText({ left, removed, effect }: CampaignReport): string {
  const gone = joined([
    where(left.households, `清退${left.households}户${left.persons}人`),
    where(removed, `减员${removed}人`),
  ]);
  return joined([
    gone,
    where(effect.saved, `月节约${effect.saved_wan.toFixed(2)}万元`),
    where(effect.added, `月增支${effect.added_wan.toFixed(2)}万元`),
  ]);
}

function recoveryText({ progress, recovery }: CampaignReport): string {
  const { owed, recovered, rate, households } = progress.total.recovery;
  if (owed === 0 && recovered === 0) return '';
  const back =
    recovered === 0
      ? '尚未追回'
      : `已追回${plainYuan(recovered)}元(${recovery.recovered_wan.toFixed(2)}万元)${rate === null ? '' : `,追回率${percentText(rate)}`}`;
  return `应追回多领的保障金${households}户${plainYuan(owed)}元(${recovery.owed_wan.toFixed(2)}万元),${back}。只追缴多领的本金,不处罚款。`;
}

/** 三、处理措施. */
export function measuresPart(report: CampaignReport): Part {
  const { measures, settled, progress, date } = report;
  const { closed, closed_rate, cases, pending } = progress.total.counts;
  const paragraphs: Sentence[] = [];
  if (settled.households === 0) paragraphs.push(plain('尚未作出处理决定,各户的待遇没有变动。'));
  else {
    const effect = effectText(report);
    const list = measures.map(clause);
    paragraphs.push(
      plain(`截至${dayText(date)},已处理${settled.households}户:${joined(list, ';')}。`),
      under(
        '处理结果',
        `${effect === '' ? '各户的待遇没有变动。' : `${effect}。`}${report.now.all.households > 0 ? `处理后,${rosterText(report)}。` : ''}`,
      ),
    );
  }
  if (closed > 0)
    paragraphs.push(
      under(
        '销号情况',
        `疑点共${cases}个,已销号${closed}个(核实为不属实的一并销号),销号率${percentText(closed_rate)}。`,
      ),
    );
  const recovery = recoveryText(report);
  if (recovery !== '') paragraphs.push(under('追缴情况', recovery));
  if (pending > 0) paragraphs.push(plain(`另有${pending}个疑点核实为属实或部分属实,待告知、审批后处理。`));
  return { title: '处理措施', paragraphs };
}
