import { type AnswerFaultEntry, dayForm, fromList } from './answer-faults-cells.js';

/** What a visit found out. */
export const findingFaults = {
  'verdict-missing': {
    what: { zh: '填了别的栏,没有核实结论', en: 'other cells are filled, the verdict is missing' },
    right: { zh: '核实结论选:属实、不属实、部分属实', en: 'choose 属实, 不属实 or 部分属实' },
  },
  'ground-missing': {
    what: { zh: '没有认定理由', en: 'the ground is missing' },
    right: { zh: '认定理由从下拉列表里选', en: 'take a ground from the drop-down' },
  },
  'ground-unknown': {
    what: { zh: '认定理由不在列表里', en: 'no ground of the list' },
    right: {
      zh: '选:{grounds};都不合适的选“其他”,并写明核实情况说明',
      en: 'one of: {grounds}; else 其他 with 核实情况说明',
    },
  },
  'ground-without-note': {
    what: { zh: '理由是“其他”,没有写核实情况说明', en: 'the ground is 其他, and 核实情况说明 is empty' },
    right: { zh: '在核实情况说明里写明理由', en: 'say the ground in 核实情况说明' },
  },
  'ground-unfit': {
    what: {
      zh: '认定理由“{ground}”与结论“{verdict}”相反',
      en: 'the ground {ground} contradicts the verdict {verdict}',
    },
    right: { zh: '核对结论和理由,改正其中之一', en: 'correct one of the two' },
  },
  'ground-lawful': {
    what: {
      zh: '结论属实,理由“{ground}”却是可以排除疑点的情形',
      en: 'confirmed, though the ground {ground} would excuse it',
    },
    right: {
      zh: '请再看一遍;情形成立的,结论应为不属实',
      en: 'look again; if it holds, the verdict is 不属实',
    },
  },
  'day-future': {
    what: { zh: '日期在办理日 {date} 之后', en: 'later than the day of the work, {date}' },
    right: { zh: '改成实际日期', en: 'write the day it was' },
  },
  'before-dispatch': {
    what: { zh: '入户日期早于下发日期 {date}', en: 'a visit before the form went out, {date}' },
    right: {
      zh: '以前入过户的,这次要再核实;日期写错的请改正',
      en: 'an earlier visit does not count; correct the date if it is wrong',
    },
  },
  'reviewed-before-visit': {
    what: { zh: '审核日期早于入户日期', en: 'reviewed before the visit' },
    right: { zh: '核对两个日期', en: 'check both dates' },
  },
  'visit-missing': {
    what: { zh: '没有入户日期', en: 'the day of the visit is missing' },
    right: dayForm,
  },
  'unseen-without-reason': {
    what: { zh: '没有见到本人,也没有写未见原因', en: 'the person was not seen, and no reason is given' },
    right: { zh: '填写未见原因', en: 'say why' },
  },
  'measure-missing': {
    what: { zh: '结论为{verdict},没有拟处理措施', en: '{verdict} without a measure' },
    right: fromList,
  },
  'measure-unfit': {
    what: {
      zh: '结论“{verdict}”与措施“{measure}”不相配',
      en: 'the measure {measure} does not fit the verdict {verdict}',
    },
    right: {
      zh: '不属实的只能保留或调增;停发、减员、调减、转低保边缘要属实或部分属实',
      en: '不属实 goes with 保留 or 调增 alone',
    },
  },
  'measure-kept': {
    what: { zh: '结论{verdict},措施却是保留', en: '{verdict}, and yet 保留' },
    right: { zh: '请在核实情况说明里写明为什么保留', en: 'say why in 核实情况说明' },
  },
  'amount-missing': {
    what: {
      zh: '{measure}要有调整后月保障金,或核实后的家庭月收入、人口',
      en: '{measure} needs the new amount, or the income or size found',
    },
    right: { zh: '填其中一项', en: 'fill in one of them' },
  },
  'amount-unfit': {
    what: {
      zh: '措施为{measure},调整后月保障金 {amount} 元与现在的 {now} 元不相配',
      en: '{measure}, but {amount} yuan against {now} yuan now',
    },
    right: { zh: '核对金额和措施', en: 'check the amount and the measure' },
  },
  'amount-with-stop': {
    what: { zh: '停发的,调整后月保障金应为 0 或空着', en: '停发 leaves no new amount' },
    right: { zh: '删去金额,或改措施', en: 'remove the amount, or change the measure' },
  },
  'size-missing': {
    what: {
      zh: '减员没有写核实后享受人口,疑点也没有指明是谁',
      en: '减员 without the size found, and the case names nobody',
    },
    right: { zh: '填写核实后享受人口', en: 'fill in 核实后享受人口' },
  },
  'size-unfit': {
    what: {
      zh: '减员后享受人口 {size} 人,不少于现在的 {now} 人',
      en: '减员 leaves {size} persons of {now}',
    },
    right: { zh: '核对人数和措施', en: 'check the size and the measure' },
  },
  'sizes-crossed': {
    what: {
      zh: '享受人口 {covered} 人多于家庭人口 {size} 人',
      en: '{covered} covered of a family of {size}',
    },
    right: { zh: '核对两个人数', en: 'check both numbers' },
  },
  'recover-dismissed': {
    what: { zh: '不属实,却填了应追回金额', en: 'dismissed, and yet something to recover' },
    right: { zh: '删去金额,或改结论', en: 'remove the amount, or change the verdict' },
  },
  'one-investigator': {
    what: {
      zh: '入户人员不足两人:停发、调减前还要补齐',
      en: 'fewer than two investigators: needed before anything is stopped or lowered',
    },
    right: { zh: '填写两名入户人员', en: 'name two' },
  },
  'same-investigators': {
    what: { zh: '重核人员就是原来的入户人员', en: 'the second visitors are the first ones' },
    right: { zh: '重核应由另外的人去', en: 'others should go' },
  },
} as const satisfies Record<string, AnswerFaultEntry>;
