import { percentText } from './figure-table.js';
import type { CampaignReport } from './model.js';
import { joined, names, type Part, plain, type Sentence, under, where } from './sentences.js';

const titled = ({ check, title }: { check: string; title: string }): string => `${title}(${check})`;

function dataGaps({ gaps, data }: CampaignReport): string {
  const missing = [...new Set(gaps.partly.flatMap(({ missing: own }) => own))];
  const sentences = [
    where(gaps.absent.length, `没有取得的数据:${names(gaps.absent)}`),
    where(gaps.not_run.length, `因此没有核查的项目:${names(gaps.not_run.map(titled))}`),
    where(gaps.broken.length, `核查出错的项目:${names(gaps.broken.map(titled))}`),
    where(
      gaps.partly.length,
      `没有查全的项目${gaps.partly.length}项,缺${names(missing)},疑点的合理情形未能全部排除`,
    ),
    where(data.stale, `截止日过早的数据${data.stale}张表`),
    where(gaps.alarms, `有${gaps.alarms}处异常待查,查明前有关数字只作参考`),
  ];
  return joined(sentences, '。');
}

function rosterGaps({ gaps }: CampaignReport): string {
  return joined([
    where(gaps.undecidable, `因缺少内容而无法判断的${gaps.undecidable}户次`),
    where(gaps.uncheckable_members, `身份证号残缺、无法比对的家庭成员${gaps.uncheckable_members}人`),
    where(gaps.heads_only, `名册只登记户主、没有登记其他成员的${gaps.heads_only}户`),
  ]);
}

function waiting({ progress }: CampaignReport): string {
  const { counts, visits } = progress.total;
  return joined([
    where(counts.open, `待下发的疑点${counts.open}个`),
    where(counts.dispatched, `待核实的${counts.dispatched}个`),
    where(counts.overdue, `其中逾期${counts.overdue}个`),
    where(counts.again.cases, `须再次核实的${counts.again.cases}个`),
    where(visits.households_left, `没有入户的${visits.households_left}户`),
    where(visits.persons_left, `没有见到本人的${visits.persons_left}人`),
    where(counts.pending, `已核实、待处理的${counts.pending}个`),
  ]);
}

/** Checks that were wrong more often than right, where enough cases were verified to say so. */
const unsure = ({ progress }: CampaignReport) =>
  progress.checks.filter(({ counts }) => counts.precision !== null && counts.precision < 50);

function precisionText(report: CampaignReport): string {
  const list = unsure(report).map(
    ({ check, title, counts }) =>
      `${title}(${check})核实${counts.judged}个,属实和部分属实${counts.held}个,准确率${percentText(counts.precision)}`,
  );
  return list.length === 0 ? '' : list.join(';');
}

/** 四、存在的不足. */
export function gapsPart(report: CampaignReport): Part {
  const parts: readonly (readonly [string, string])[] = [
    ['数据不全', dataGaps(report)],
    ['名册质量', rosterGaps(report)],
    ['工作未完', waiting(report)],
    ['部分核查项目准确率不高', precisionText(report)],
  ];
  const told: Sentence[] = parts
    .filter(([, text]) => text !== '')
    .map(([heading, text]) => under(heading, `${text}。`));
  return {
    title: '存在的不足',
    paragraphs: told.length > 0 ? told : [plain('数据齐全,疑点全部核实、处理完毕。')],
  };
}

/** 五、下一步工作: what follows from what is wanting; nothing that is done already. */
export function nextPart(report: CampaignReport): Part {
  const { gaps, progress, steps } = report;
  const { counts, recovery, visits } = progress.total;
  const due = Math.round((recovery.owed - recovery.recovered) * 100) > 0;
  const tasks = [
    counts.open > 0 && steps.batches === 0 ? '尽快把疑点下发乡镇(街道),两人以上入户,逐条排除合理情形' : null,
    counts.open > 0 && steps.batches > 0 ? '把剩余的疑点下发乡镇(街道)核实' : null,
    counts.dispatched > 0 || visits.households_left > 0
      ? '督促乡镇(街道)完成入户核实,逾期的逐件说明原因'
      : null,
    counts.pending > 0 ? '对核实属实的,依法告知、听取陈述申辩后作出处理,做到应退尽退' : null,
    due ? '继续追缴多领的保障金,确有困难的家庭可以分期退还' : null,
    gaps.absent.length > 0 || gaps.not_run.length > 0 || gaps.partly.length > 0
      ? '补齐没有取得的数据,补做没有查和没有查全的项目'
      : null,
    gaps.undecidable > 0 || gaps.uncheckable_members > 0 || gaps.heads_only > 0
      ? '补正名册中残缺的号码和成员信息'
      : null,
    unsure(report).length > 0 ? '复查准确率不高的核查项目,改进数据和规则' : null,
    '坚持动态管理,定期比对,做到应保尽保、应退尽退',
  ];
  return {
    title: '下一步工作',
    paragraphs: tasks.filter((one) => one !== null).map((text, index) => plain(`${index + 1}.${text}。`)),
  };
}
