import { headerKey, looksLikeData, shownHeader } from './header-text.js';

/** One header as it is looked up: from one row, or from a cell and the group above it. */
export interface HeaderCell {
  readonly index: number;
  /** As messages show it. */
  readonly header: string;
  /** The texts it may be known by, best first. */
  readonly texts: readonly string[];
  /** The group above it, '' where there is none: it may number a member (家庭成员一) or carry the unit. */
  readonly group: string;
  /** The header of the lower row, or the only one. */
  readonly label: string;
}

/** Groups that stand for one person: 姓名 below 配偶 is the spouse's, not that of the row's own person. */
const otherPerson =
  /户主|申请人|男方|女方|配偶|对方|亲属|赡养人|抚养人|扶养人|监护人|代领人|代理人|经办人员|经办人|联系人|干部/;
/** Words around a group's name that are no part of it: 户主信息, 配偶基本情况. */
const groupFiller = /(?:基本)?(?:信息|情况|资料)$/;
/** Labels that say who somebody is; below a person's group they are that person's alone. */
const identity = /^(?:姓名|.*(?:身份证|身份号|证件号).*)$/;
/** Labels of a person; the head's are the row's own where no other column says them of a member. */
const personal = /^(?:性别|年龄|出生.*|劳动能力|健康状况|.*电话|手机.*|单位|工作单位|职务)$/;
/** What two people are to one another is said once; only where it stands twice is it one person's. */
const between = /关系$/;

function cell(index: number, group: string, label: string, isTwin: boolean): HeaderCell {
  const shown = shownHeader(label);
  if (group === '') return { index, header: shown, texts: [label], group, label };
  const core = headerKey(group).replace(groupFiller, '');
  const person = otherPerson.exec(core)?.[0];
  const texts = [label, `${group}${label}`, `${core}${label}`];
  if (person !== undefined) {
    texts.splice(0, 2);
    texts.push(`${person}${label}`);
    const key = headerKey(label);
    const isHead = person === '户主' || person === '申请人';
    const isPersonal = personal.test(key) || (between.test(key) && (isHead || isTwin));
    const isOwn = isPersonal ? isHead && !isTwin : !identity.test(key);
    if (isOwn) texts.push(label);
  }
  return { index, header: `${shownHeader(group)}/${shown}`, texts, group, label };
}

/** The headers of one row; empty cells give none. */
export function singleRow(cells: readonly string[]): HeaderCell[] {
  return cells.flatMap((text, index) => (headerKey(text) === '' ? [] : [cell(index, '', text, false)]));
}

/**
 * The headers of two rows. A label above an empty cell is merged downwards; a label below an empty cell belongs to
 * the last group to its left, since a merged group cell leaves blanks behind it.
 */
export function twoRows(upper: readonly string[], lower: readonly string[]): HeaderCell[] {
  const cells: HeaderCell[] = [];
  const keys = lower.map(headerKey);
  let group = '';
  for (let index = 0; index < Math.max(upper.length, lower.length); index++) {
    const above = upper[index] ?? '';
    const below = lower[index] ?? '';
    const key = headerKey(above);
    if (headerKey(below) === '') {
      if (key === '') continue;
      group = '';
      cells.push(cell(index, '', above, false));
    } else if (key === headerKey(below)) {
      group = '';
      cells.push(cell(index, '', above, false));
    } else {
      if (key !== '') group = above;
      const isTwin = keys.indexOf(headerKey(below)) !== keys.lastIndexOf(headerKey(below));
      cells.push(cell(index, group, below, isTwin));
    }
  }
  return cells;
}

/**
 * Whether two rows can be one header at all: the upper has two cells or more that could be groups or labels, none
 * of the lower could be data, and some label of the lower stands below a group or a blank.
 */
export function canBeTwoRows(upper: readonly string[], lower: readonly string[]): boolean {
  const above = upper.filter((text) => headerKey(text) !== '');
  const below = lower.filter((text) => headerKey(text) !== '');
  if (above.length < 2 || below.length === 0) return false;
  // A colon marks a line such as 填报单位:某局 … 单位:元, which stands above a header and is none.
  if (above.some((text) => looksLikeData(text) || headerKey(text).includes(':'))) return false;
  if (below.some(looksLikeData)) return false;
  return lower.some((text, index) => {
    const key = headerKey(text);
    return key !== '' && key !== headerKey(upper[index] ?? '');
  });
}

/** True for a row that only numbers the columns (1 2 3 …, 甲 乙 1 2 …), as official tables have below the header. */
export function isNumberingRow(cells: readonly string[]): boolean {
  const keys = cells.map(headerKey).filter((key) => key !== '' && !/^(?:栏次|[甲乙丙丁戊己])$/.test(key));
  if (keys.length < 3) return false;
  const first = Number(keys[0]);
  return (first === 0 || first === 1) && keys.every((key, index) => key === String(first + index));
}
