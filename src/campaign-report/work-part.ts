import { percentText } from './figure-table.js';
import type { CampaignReport } from './model.js';
import { dayText, joined, type Part, plain, plainYuan, type Sentence, under, where } from './sentences.js';

/** 全县现有城乡低保对象3666户7233人,其中农村低保3341户6686人,城市低保325户547人. */
export function rosterText({ now, whole_area, roster }: CampaignReport): string {
  const { all, urban, rural } = now;
  const kinds =
    urban.households > 0 && rural.households > 0 ? '城乡' : urban.households > 0 ? '城市' : '农村';
  const head = `${whole_area}现有${kinds}低保对象${all.households}户${all.persons}人`;
  const split =
    kinds === '城乡' && roster.unknown_category === 0 && now.category_unknown === 0
      ? `其中农村低保${rural.households}户${rural.persons}人,城市低保${urban.households}户${urban.persons}人`
      : null;
  return joined([head, split]);
}

function comparedText({ data, as_of, whole_area }: CampaignReport): string {
  const dates =
    data.earliest === null || data.latest === null
      ? null
      : data.earliest === data.latest
        ? `数据截止${dayText(data.latest)}`
        : `数据截止日在${dayText(data.earliest)}至${dayText(data.latest)}之间`;
  const first = joined([
    `以${dayText(as_of)}为基准日,对${whole_area}低保名册逐户逐人比对`,
    joined(
      [
        where(data.suppliers, `向${data.suppliers}个单位`),
        `取得${data.registers}类数据${data.sources}张表,共${data.rows}行`,
      ],
      '',
    ),
    dates,
  ]);
  const ran =
    data.checks_not_run === 0
      ? `${data.checks}项核查全部完成`
      : `${data.checks}项核查中完成${data.checks_run}项,因缺少数据等原因未完成${data.checks_not_run}项`;
  const rejected = where(data.rejected, `有${data.rejected}行因号码、日期等有误,退回供数单位更正`);
  return `${first}。${joined([ran, rejected])}。`;
}

function sentOutText({ steps, progress }: CampaignReport): string {
  const { counts, visits } = progress.total;
  if (steps.batches === 0) return '疑点尚未下发乡镇(街道)核实。';
  const overdue = where(counts.overdue, `其中${counts.overdue}个逾期`);
  const first = joined([
    `分${steps.batches}批向乡镇(街道)下发疑点和核查表`,
    `已核实疑点${counts.verified}个`,
    where(counts.dispatched, joined([`尚有${counts.dispatched}个没有答复`, overdue])),
  ]);
  const persons = where(
    visits.persons_due,
    `应见${visits.persons_due}人,已见${visits.persons_seen}人,见面率${percentText(visits.seen_rate)}`,
  );
  const visited = where(
    visits.households_due,
    joined(
      [
        `入户核查应查${visits.households_due}户,已查${visits.households_visited}户,入户率${percentText(visits.visited_rate)}`,
        persons,
      ],
      ';',
    ),
  );
  return joined([first, visited], '。').concat('。');
}

function procedureText({ steps }: CampaignReport): string {
  const clauses = joined([
    where(steps.served, `送达告知书${steps.served}户`),
    where(steps.objections, `受理异议${steps.objections}户`),
    where(steps.waivers, `经批准免除程序要件${steps.waivers}项,已逐项记明批准人和理由`),
    where(steps.notices, `公示${steps.notices}次`),
  ]);
  return clauses === '' ? '' : `${clauses}。`;
}

/** 一、工作开展情况. */
export function workPart(report: CampaignReport): Part {
  const { purpose, authority, roster, period, name } = report;
  const by = joined([
    authority === '' ? null : `根据${authority}`,
    purpose === '' ? null : `为${purpose.replace(/^为/, '').replace(/[。.]$/, '')}`,
  ]);
  const grounds = by === '' && period === '' ? '按照工作安排' : by;
  const opening = joined([grounds, `${period === '' ? '' : `${period},`}开展${name}`]);
  const covered =
    roster.households === 0
      ? ''
      : `核查名册共${roster.households}户,保障${roster.covered}人,月保障金${plainYuan(roster.monthly_amount)}元。`;
  const procedure = procedureText(report);
  const parts: Sentence[] = [
    plain(
      `${opening}。${covered}${report.now.all.households > 0 ? `截至${dayText(report.date)},${rosterText(report)}。` : ''}`,
    ),
    under('数据比对', comparedText(report)),
    under('核实走访', sentOutText(report)),
  ];
  if (procedure !== '') parts.push(under('程序保障', procedure));
  return { title: '工作开展情况', paragraphs: parts };
}
