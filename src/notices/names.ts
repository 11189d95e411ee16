import type { RosterHousehold, RosterMember } from '../roster/read-roster.js';

/** Surnames of two characters, as 《百家姓》 and the census lists have them. */
const compound = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 ' +
    '慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 ' +
    '轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 ' +
    '公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 吴铭 纳兰 归海 单于 淳于 完颜 耶律 爱新 叶赫 钮祜 那拉'
  ).split(' '),
);

/** What may stand in a name: letters, rare characters of old code tables, 〇, the dot, and what stands for a lost one. */
const namePart = /^[\p{L}\p{M}\p{Co}〇·'’*?□■ ]+/u;

/** What people write behind one without a bracket. */
const notes = /(?:残疾|重残|重病|大病|患病|服刑|刑满|戒毒|吸毒|康复|死亡|已故|孤儿|户主).*$/u;

/** The name alone: 张三(残疾) and 张三330482… are not for a wall. */
function bare(name: string): string {
  return (namePart.exec(name)?.[0] ?? '').replace(notes, '').trim();
}

/**
 * A minor's name as it may be published: the surname and 某某. Of names with a dot the first character stays, as
 * courts do it (最高人民法院关于人民法院在互联网公布裁判文书的规定, 法释〔2016〕19号, 第九条): the part before the dot is
 * the given name.
 */
function minorName(name: string): string {
  const characters = [...name];
  const [first = ''] = characters;
  const two = characters.slice(0, 2).join('');
  const isCompound = characters.length > 2 && compound.has(two) && !name.includes('·');
  return `${isCompound ? two : first}某某`;
}

/** Whole years on a day. */
function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

const childish = new Set(['child', 'grandchild']);

/**
 * Whether somebody is a minor on a day, by the birth date of the ID number. Where it is unknown, only a child or
 * grandchild of the head is taken for one: nobody is hidden for a bad number alone.
 * @param adult the age of majority
 */
export function isMinor({ birth_date, relation }: RosterMember, day: string, adult: number): boolean {
  if (birth_date !== null) return ageOn(birth_date, day) < adult;
  return relation !== null && childish.has(relation);
}

/** Who stands for the household: the head, or where nobody is called that the first adult, or the first at all. */
export function headOf({ members }: RosterHousehold, day: string, adult: number): RosterMember | undefined {
  return (
    members.find(({ relation }) => relation === 'self') ??
    members.find((one) => !isMinor(one, day, adult)) ??
    members[0]
  );
}

/** A name as it may be published: a minor's as the surname and 某某; '' where there is none. */
export function publicName({ name }: RosterMember, minor: boolean): string {
  const own = bare(name);
  return minor && own !== '' ? minorName(own) : own;
}
