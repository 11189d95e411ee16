import { idOf } from './county.js';

/** One family as planted: the head first. */
export interface Family {
  /** A number that no other family of the county has. */
  readonly number: string;
  readonly members: readonly { readonly name: string; readonly id: string; readonly relation: string }[];
  /** Yuan a month for the household, two decimals. */
  readonly amount: string;
  /** YYYY-MM-DD */
  readonly since: string;
}

export interface Village {
  readonly township: string;
  readonly name: string;
  readonly category: '农村' | '城市';
  readonly families: readonly Family[];
}

export interface Township {
  readonly name: string;
  readonly villages: readonly [Village, Village];
}

/** Names that set traps: 新城镇 is no 城镇, 县前村 and 镇北村 begin with what ends other places' names. */
const places = [
  ['东溪镇', '柳岸村', '桃花村'],
  ['西岭镇', '镇北村', '石桥村'],
  ['北塘街道', '城南社区', '城东社区'],
  ['南圃镇', '县前村', '双河村'],
  ['新城镇', '前进村', '光明村'],
  ['河口乡', '三官塘村', '六里村'],
  ['白沙镇', '白沙村', '沙尾村'],
  ['黄泥乡', '上坪村', '下坪村'],
  ['青山镇', '林场村', '竹园村'],
  ['龙潭镇', '龙潭村', '马头村'],
  ['金沙镇', '金星村', '金光村'],
  ['大安镇', '安平村', '安乐村'],
  ['小石乡', '磨石村', '青石村'],
  ['云台街道', '云台社区', '望江社区'],
  ['古渡镇', '渡口村', '新渡村'],
  ['长林乡', '长林村', '短岭村'],
  ['平乐镇', '平乐村', '永乐村'],
  ['高桥镇', '高桥村', '低桥村'],
  ['南湖街道', '湖滨社区', '湖心社区'],
  ['秀水镇', '秀水村', '清水村'],
] as const;

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'];
const given = [...'建国秀英桂花明亮福生美华志强丽娟海涛'];
const relations = ['户主', '配偶', '儿子', '女儿', '母亲'] as const;

function family(place: number, index: number): Family {
  const seed = place * 7 + index * 3;
  const size = 1 + ((place + index * 2) % 4);
  const surname = surnames[seed % surnames.length];
  const members = relations.slice(0, size).map((relation, at) => ({
    name: `${surname}${given[(seed + at) % given.length]}${given[(seed * 5 + at * 3) % given.length]}`,
    id: idOf(`${1950 + ((seed * 3 + at * 11) % 55)}-0${1 + (seed % 9)}-1${at}`, place * 16 + index * 5 + at),
    relation,
  }));
  const cents = 28_050 + seed * 1_375 + size * 21_000;
  return {
    number: `${String(place + 1).padStart(3, '0')}${String(index + 1).padStart(4, '0')}`,
    members,
    amount: (cents / 100).toFixed(2),
    since: `20${15 + (seed % 10)}-0${1 + (seed % 9)}-01`,
  };
}

/** Twenty townships of two villages each; every village has three to six families. */
export const townships: readonly Township[] = places.map(([name, ...villages], index) => {
  const make = (village: string, side: number): Village => {
    const place = index * 2 + side;
    const families = Array.from({ length: 3 + (place % 4) }, (_, at) => family(place, at));
    const isTown = name.endsWith('街道') || (index === 9 && side === 1);
    return { township: name, name: village, category: isTown ? '城市' : '农村', families };
  };
  return { name, villages: [make(villages[0], 0), make(villages[1], 1)] };
});

/** What was planted, one line per village: `township village category households persons yuan`. */
export function plantedTotals(): string[] {
  return townships
    .flatMap(({ villages }) => villages)
    .map(({ township, name, category, families }) => {
      const persons = families.reduce((sum, one) => sum + one.members.length, 0);
      const cents = families.reduce((sum, one) => sum + Math.round(Number(one.amount) * 100), 0);
      return `${township} ${name} ${category} ${families.length} ${persons} ${(cents / 100).toFixed(2)}`;
    })
    .sort();
}
