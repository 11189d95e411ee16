import { asOfDay, BIRTH_DAYS, monthBefore } from './dates.js';
import type { People, Who } from './person.js';
import type { Random } from './random.js';
import type { RegisterKey } from './register-forms.js';
import type { Registers } from './registers.js';

/** Numbers of plates, units, firms and accounts from here on belong to people on no roster. */
const OTHERS_FROM = 20_000_000;

/** What one row of a register about somebody on no roster is made of. */
export interface Maker {
  readonly r: Random;
  readonly who: Who;
  readonly serial: number;
  readonly book: Registers;
  /** Somebody else. */
  second(): Who;
}

const past = (r: Random, years = 20): number => asOfDay - 1 - r.below(years * 365);
const MONTHS = Array.from({ length: 14 }, (_, back) => monthBefore(back));
const EMPLOYERS = Array.from(
  { length: 3000 },
  (_, n) => `云溪${n}号${['服装', '箱包', '机械', '物流', '电子', '建筑劳务'][n % 6]}有限公司`,
);

/** Of each register, how a row about anybody looks: the shares are told in docs/simulate.md. */
export const OTHERS: Partial<Record<RegisterKey, (m: Maker) => void>> = {
  vehicle: ({ r, who, serial, book }) =>
    book.vehicle(
      who,
      OTHERS_FROM + serial,
      r.pick([
        '小型轿车',
        '小型轿车',
        '小型轿车',
        '小型普通客车',
        '普通二轮摩托车',
        '轻型栏板货车',
        '小型越野客车',
      ]),
      r.chance(0.92) ? '非营运' : r.pick(['货运', '营转非', '出租客运']),
      past(r),
      r.chance(0.85) ? '正常' : r.pick(['逾期未检验', '注销', '报废', '转出']),
    ),
  property: ({ r, who, serial, book }) =>
    book.property(
      who,
      OTHERS_FROM + serial,
      r.pick(['住宅', '住宅', '住宅', '住宅', '成套住宅', '车库', '储藏室', '商业服务', '办公', '商铺']),
      past(r),
      r.chance(0.8) ? '现势' : '历史',
      r.chance(0.5) ? '单独所有' : '共同共有',
    ),
  business: ({ r, who, serial, book }) =>
    book.business(
      who,
      OTHERS_FROM + serial,
      r.pick(['经营者', '经营者', '法定代表人', '股东', '监事']),
      r.chance(0.3) ? null : r.below(12),
      past(r),
      r.chance(0.7) ? '存续' : r.pick(['注销', '吊销']),
    ),
  finance: ({ r, who, serial, book }) =>
    book.finance(who, OTHERS_FROM + serial, r.below(30_000_000), asOfDay - r.below(60)),
  pension: ({ r, who, book }) =>
    book.pension(
      who,
      r.pick([
        '城乡居民基本养老保险',
        '城乡居民基本养老保险',
        '城镇职工基本养老保险',
        '机关事业单位养老保险',
      ]),
      r.between(20_000, 650_000),
      past(r),
      r.chance(0.93) ? '正常发放' : '终止',
    ),
  employment: ({ r, who, book }) =>
    book.employment(
      who,
      EMPLOYERS[r.below(EMPLOYERS.length)] ?? '',
      r.between(2500, 12_000) * 100,
      past(r, 12),
      r.chance(0.35) ? asOfDay - r.below(900) : null,
      r.chance(0.9) ? '单位就业' : '灵活就业',
    ),
  payroll: ({ r, who, book }) =>
    book.payroll(
      who,
      r.pick(['公务员', '事业编制', '事业编制', '国有企业', '村(居)干部', '公益性岗位', '编外']),
      r.between(3000, 14_000) * 100,
      past(r),
      r.chance(0.7) ? '在职' : r.pick(['退休', '离职']),
    ),
  death: ({ r, who, book }) => book.death(who, past(r, 10)),
  marriage: ({ r, who, book, second }) =>
    book.marriage(who, second(), r.chance(0.82) ? '结婚登记' : '离婚登记', past(r)),
  kinship: ({ r, who, book, second }) =>
    book.kinship(
      who,
      second(),
      r.pick(['儿子', '女儿', '长子', '次子', '父亲', '母亲', '配偶', '兄弟']),
      r.chance(0.1) ? 300 : null,
    ),
  student: ({ r, who, book }) => {
    const level = r.below(5);
    const from = asOfDay - r.between(100, 900);
    book.student(
      who,
      SCHOOLS[level] ?? '',
      LEVELS[level] ?? '',
      from,
      r.chance(0.75) ? asOfDay + r.between(30, 700) : from + 90,
    );
  },
  migration: ({ r, who, book }) =>
    book.migration(who, past(r, 12), '外地', r.pick(['310115', '330106', '320583', '330402']), '投靠亲属'),
  // Those severely disabled or ill, and in need, are taken to be on the roster already.
  disability: ({ r, who, book }) => {
    const type = r.pick(['肢体', '视力', '听力', '精神', '智力']);
    // Of the mind the third level is a severe one, too (no_work_mental_levels).
    const isOfMind = type === '精神' || type === '智力';
    const slight = r.pick(['三级', '四级']);
    const level = r.chance(0.98) ? (isOfMind ? '四级' : slight) : r.pick(['一级', '二级']);
    book.disability(who, type, level, asOfDay + r.below(3000) - 300);
  },
  illness: ({ r, who, book }) =>
    book.illness(
      who,
      r.pick(['高血压', '糖尿病', '冠心病']),
      r.chance(0.98) ? '慢性病' : '重大疾病',
      past(r, 8),
    ),
  prison: ({ r, who, book }) =>
    book.prison(who, r.pick(['监狱服刑', '社区矫正']), past(r, 5), asOfDay + r.below(2000) - 800),
  spending: ({ r, who, book }) =>
    book.spending(
      who,
      r.pick(['出境旅游', '商业保险', '私立学校']),
      r.between(800, 60_000) * 100,
      past(r, 3),
    ),
  job_refusal: ({ r, who, book }) => book.jobRefusal(who, past(r, 3), r.pick(['是', '否'])),
  utility: ({ r, who, book }) =>
    book.utility('', who, r.pick(['水', '电', '气']), MONTHS[r.below(14)] ?? '', r.between(2000, 60_000)),
};

export const LEVELS = ['小学', '初中', '普通高中', '大专', '本科'];
export const SCHOOLS = [
  '云溪县实验小学',
  '云溪县初级中学',
  '云溪县高级中学',
  '云州职业技术学院',
  '云州理工大学',
];

/** Fills a register with rows about people on no roster, up to a number of rows. */
export function fill(
  key: RegisterKey,
  upTo: number,
  { r, people, population, book }: { r: Random; people: People; population: number; book: Registers },
): void {
  const write = OTHERS[key];
  const file = book.files[key];
  if (!write) return;
  const second = (): Who => people.other(r.below(population), 1);
  const maker = { r, who: people.other(0), serial: 0, book, second };
  while (file.rows < upTo) {
    maker.serial = file.rows;
    maker.who = people.other(r.below(population));
    write(maker);
  }
}

/** People that the registers know of; the roster is about one in thirty of them (see docs/simulate.md). */
export function populationOf(households: number, rows: number): number {
  return Math.max(households * 80, Math.floor(rows * 0.5), BIRTH_DAYS);
}
