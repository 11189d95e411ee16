/** Lawful reasons that would tell of illness, disability or prison, and what goes out in their place (FORMS.md, least data). */
const plainer: Readonly<Record<string, string>> = {
  残疾人功能性补偿代步车: '按规定可以拥有的代步车',
  供养人员已退休或离职: '亲属已退休或离职',
  已刑满释放未更新: '情况已变化、数据未更新',
  '假释、缓刑、社区矫正人员': '不属于应当减员的情形',
  '义务人本人负担重、重病': '义务人本人负担重',
  患病或照料家人: '身体原因或照料家人',
  因外出或住院未能配合: '因外出等原因未能配合',
  '拆迁补偿、抚恤金、医疗费等专款': '拆迁补偿、抚恤金等专款',
  '医疗、教育等必要支出': '教育等必要支出',
  残疾或病情已有变化: '情况已有变化',
  家有病人需用电设备: '家中有必需的用电设备',
};

const PRIVATE =
  /病|残疾|残障|智力障碍|精神障碍|失能|癌|肿瘤|透析|住院|手术|艾滋|戒毒|吸毒|服刑|刑满|徒刑|判刑|缓刑|假释|监狱|看守所|羁押|社区矫正|prison/i;

/** Whether a text tells of illness, disability, rehabilitation or prison. */
export function tellsPrivate(text: string): boolean {
  return PRIVATE.test(text);
}

/** A lawful reason as it may go out; one of the user's own rules that tells too much becomes a general one. */
export function lawfulWord(reason: string): string {
  const word = plainer[reason] ?? reason;
  return tellsPrivate(word) ? '有其他合理情形' : word;
}

/** A category of the rule pack as the drop-down of 补报 offers it: R02 names prison among others. */
export function categoryWord(title: string): string {
  const rest = title.split('、').filter((part) => !tellsPrivate(part));
  if (!tellsPrivate(title)) return title;
  return rest.length === 0 ? '其他' : rest.join('、');
}
