import { asOfDay } from './dates.js';
import { idText, slipped } from './person.js';
import { atEachLevel, type Scene, type Story } from './scene.js';

const POSTS = ['公务员', '事业编制', '国有企业', '村(居)干部'] as const;

/** R01: somebody on a public payroll, and those that he takes along. */
const payroll: Story[] = [
  ...atEachLevel('财政供养人员本人享受', 'exit', (s, match, grade) => {
    const head = s.head({ marked: match === 'near' });
    const pay = s.r.between(3000, 9000);
    s.book.payroll(s.asRegistered(head, match), s.r.pick(POSTS), pay * 100, s.past());
    s.family.declared.income = pay;
    s.expect({ check: 'R01.self', person: head.who, fact: idText(head.who), grade, match });
  }),
  {
    title: '在职人员本人享受,配偶和未成年子女随之;成年子女不在其列',
    tell: (s) => {
      const head = s.head();
      const others = [s.add('配偶', { age: 40 }), s.add('子女', { age: 17, day: 0 })];
      s.add('子女', { age: 18, day: 364, capacity: '有' });
      s.book.payroll(head.who, '事业编制', 520_000, s.past());
      s.family.declared.income = 5200;
      const fact = idText(head.who);
      s.expect({ check: 'R01.self', person: head.who, fact, grade: 'exit' });
      for (const { who } of others) s.expect({ check: 'R01.relative', person: who, fact, grade: 'exit' });
    },
  },
  {
    title: '同户不享受的配偶在职,户主和未成年子女享受',
    tell: (s) => {
      const head = s.head();
      const spouse = s.add('配偶', { age: 41, covered: false });
      const child = s.add('子女', { age: 9 });
      s.book.payroll(spouse.who, '公务员', 610_000, s.past());
      s.family.declared.income = 6100;
      for (const { who } of [head, child])
        s.expect({ check: 'R01.relative', person: who, fact: idText(spouse.who), grade: 'exit' });
    },
  },
  {
    title: '子女在机关工作,已付赡养费',
    tell: (s) => {
      const head = s.head({ age: 71, capacity: '无' });
      const child = s.kin();
      s.book.kinship(head.who, child, '儿子', 300);
      s.book.payroll(child, '公务员', 780_000, s.past());
      s.expect({ check: 'R01.relative', person: head.who, fact: idText(child), grade: 'exit' });
    },
  },
  {
    title: '子女在国有企业工作,未付赡养费',
    tell: (s) => {
      const head = s.head({ age: 66, capacity: '无' });
      const child = s.kin();
      s.book.kinship(head.who, child, '女儿', null);
      s.book.payroll(child, '国有企业', 680_000, s.past());
      const fact = idText(child);
      s.expect({ check: 'R01.relative', person: head.who, fact, grade: 'exit' });
      s.expect({ check: 'R07', person: head.who, fact, grade: 'verify' });
    },
  },
];

const moved = (s: Scene, match: 'exact' | 'id' | 'near') => {
  s.head();
  const child = s.add('子女', { age: 25, capacity: '有', marked: match === 'near' });
  s.book.migration(s.asRegistered(child, match), s.past(3), '杭州市', '330106', '工作调动');
  return child.who;
};

/** R02: those who are not there any more. */
const gone: Story[] = [
  ...atEachLevel('成员已死亡', 'remove', (s, match, grade) => {
    s.head();
    const spouse = s.add('配偶', { age: 52, marked: match === 'near' });
    s.book.death(s.asRegistered(spouse, match), s.past(2));
    s.expect({ check: 'R02.death', person: spouse.who, grade, match });
  }),
  {
    title: '成员已死亡,名册上的身份证号错一位',
    tell: (s) => {
      s.head();
      const parent = s.add('父母', { age: 79, marked: true });
      parent.onRoster = slipped(parent.who, s.r);
      s.book.death(parent.who, s.past(2));
      s.expect({ check: 'R02.death', person: parent.onRoster, grade: 'verify', match: 'near' });
    },
  },
  {
    title: '死亡日期就是核查日',
    tell: (s) => {
      s.head();
      const parent = s.add('父母', { age: 80 });
      s.book.death(parent.who, asOfDay);
      s.expect({ check: 'R02.death', person: parent.who, grade: 'remove' });
    },
  },
  ...atEachLevel('成员在监狱服刑', 'remove', (s, match, grade) => {
    s.head();
    const spouse = s.add('配偶', { age: 44, marked: match === 'near' });
    s.book.prison(s.asRegistered(spouse, match), '监狱服刑', s.past(2), asOfDay + 400);
    s.expect({ check: 'R02.prison', person: spouse.who, grade, match });
  }),
  ...atEachLevel('成员户籍已迁出本县', 'remove', (s, match, grade) => {
    s.expect({ check: 'R02.migration', person: moved(s, match), grade, match });
  }),
  {
    title: '户籍迁出的高中生(不是高校学生)',
    tell: (s) => {
      s.head();
      const child = s.add('子女', { age: 16, capacity: '' });
      s.book.migration(child.who, s.past(1), '嘉兴市', '330402', '投靠亲属');
      s.book.student(child.who, '云溪县高级中学', '普通高中', asOfDay - 300, asOfDay + 700);
      s.expect({ check: 'R02.migration', person: child.who, grade: 'remove' });
    },
  },
  {
    title: '子女已婚,配偶不在本户',
    tell: (s) => {
      s.head();
      const child = s.add('子女', { age: 27, capacity: '有' });
      s.book.marriage(child.who, s.kin(28), '结婚登记', s.past(3));
      s.expect({ check: 'R02.marriage', person: child.who, grade: 'verify' });
    },
  },
];

/** R07: relatives elsewhere who could support and do not. */
const able: readonly [string, (s: Scene, child: ReturnType<Scene['kin']>) => void][] = [
  ['小汽车', (s, child) => s.book.vehicle(child, s.number(), '小型轿车', '非营运', s.past())],
  ['商铺', (s, child) => s.book.property(child, s.number(), '商业服务', s.past())],
  ['雇人的企业', (s, child) => s.book.business(child, s.number(), '经营者', 2, s.past())],
  [
    '工资达到保障标准三倍',
    (s, child) => s.book.employment(child, '云溪服装有限公司', s.family.standard * 300, s.past(), null),
  ],
  [
    '两套住房',
    (s, child) => {
      for (let homes = 0; homes < 2; homes++) s.book.property(child, s.number(), '住宅', s.past());
    },
  ],
];
const supporters: Story[] = able.map(([sign, own]) => ({
  title: `子女有${sign},未付赡养费`,
  tell: (s) => {
    const head = s.head({ age: 68, capacity: '无' });
    const child = s.kin();
    s.book.kinship(head.who, child, '儿子', null);
    own(s, child);
    s.expect({ check: 'R07', person: head.who, fact: idText(child), grade: 'verify' });
  },
}));

/** R08: work refused. */
const refusals: Story[] = (
  [
    ['三次无正当理由拒绝就业', '有', '否', 'remove'],
    ['三次拒绝就业,未记是否正当', '有', '', 'verify'],
    ['三次无正当理由拒绝就业,未填劳动能力', '', '否', 'verify'],
  ] as const
).map(([title, capacity, justified, grade]) => ({
  title,
  tell: (s) => {
    const head = s.head({ age: s.r.between(25, 48), capacity });
    for (const ago of [20, 90, 200]) s.book.jobRefusal(head.who, asOfDay - ago, justified);
    s.expect({ check: 'R08', person: head.who, grade });
  },
}));

export const personStories: readonly Story[] = [...payroll, ...gone, ...supporters, ...refusals];
