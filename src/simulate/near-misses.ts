import { asOfDay, monthBefore } from './dates.js';
import { slipped } from './person.js';
import type { Scene, Story } from './scene.js';

/** A household that a careless check would catch. */
const miss = (check: string, title: string, tell: (scene: Scene) => void): Story => ({
  title,
  tell: (scene) => {
    tell(scene);
    scene.miss(check);
  },
});

const persons: Story[] = [
  miss('R01.self', '公益性岗位', (s) => {
    s.book.payroll(s.head().who, '公益性岗位', 60_000, s.past());
    s.family.declared.income = 600;
  }),
  miss('R01.self', '已退休', (s) => {
    s.book.payroll(s.head({ age: 64 }).who, '公务员', 600_000, s.past(), '退休');
  }),
  miss('R01.self', '同名同姓的在职人员,身份证号差两位', (s) => {
    const head = s.head({ marked: true });
    const digits = slipped(head.who, s.r).digits;
    // A second slip, in the sequence number: one too many for a near match.
    digits[16] = 48 + (((digits[16] ?? 48) - 48 + 4) % 10);
    s.book.payroll({ ...head.who, digits, plain: true }, '公务员', 700_000, s.past());
  }),
  miss('R01.relative', '在职人员的兄弟', (s) => {
    const brother = s.kin(50);
    s.book.kinship(s.head().who, brother, '兄弟', null);
    s.book.payroll(brother, '公务员', 700_000, s.past());
  }),
  miss('R02.death', '死亡日期在核查日之后', (s) => {
    s.head();
    s.book.death(s.add('父母', { age: 82 }).who, asOfDay + 1);
  }),
  miss('R02.prison', '社区矫正', (s) => {
    s.book.prison(s.head().who, '社区矫正', s.past(1), asOfDay + 300);
  }),
  miss('R02.prison', '核查日当天刑满', (s) => {
    s.book.prison(s.head().who, '监狱服刑', asOfDay - 900, asOfDay);
  }),
  miss('R02.migration', '迁往高校的大学生', (s) => {
    s.head();
    const child = s.add('子女', { age: 20, capacity: '有' });
    s.book.migration(child.who, asOfDay - 500, '杭州市', '330106', '升学');
    s.book.student(child.who, '云州理工大学', '本科', asOfDay - 500, asOfDay + 900);
  }),
  miss('R02.migration', '迁出后又迁回县内', (s) => {
    const { who } = s.head();
    s.book.migration(who, asOfDay - 900, '杭州市', '330106', '务工');
    s.book.migration(who, asOfDay - 200, '本县', s.family.id.slice(0, 6), '返乡');
  }),
  miss('R02.marriage', '已离婚', (s) => {
    s.head();
    const child = s.add('子女', { age: 33, capacity: '有' });
    const spouse = s.kin(33);
    s.book.marriage(child.who, spouse, '结婚登记', asOfDay - 2000);
    s.book.marriage(child.who, spouse, '离婚登记', asOfDay - 300);
  }),
  miss('R07', '子女有车,但已付赡养费', (s) => {
    const child = s.kin();
    s.book.kinship(s.head({ age: 73, capacity: '无' }).who, child, '女儿', 150);
    s.book.vehicle(child, s.number(), '小型轿车', '非营运', s.past());
  }),
  miss('R07', '子女工资差一分到三倍标准', (s) => {
    const child = s.kin();
    s.book.kinship(s.head({ age: 73, capacity: '无' }).who, child, '儿子', null);
    s.book.employment(child, '云溪物流有限公司', s.family.standard * 300 - 1, s.past(), null);
  }),
  miss('R07', '有车的子女已死亡', (s) => {
    const child = s.kin();
    s.book.kinship(s.head({ age: 74, capacity: '无' }).who, child, '儿子', null);
    s.book.vehicle(child, s.number(), '小型轿车', '非营运', s.past());
    s.book.death(child, s.past(1));
  }),
  miss('R08', '只拒绝两次', (s) => {
    const { who } = s.head();
    for (const ago of [30, 100]) s.book.jobRefusal(who, asOfDay - ago, '否');
  }),
  miss('R08', '第三次在十二个月以前', (s) => {
    const { who } = s.head({ age: 40 });
    for (const ago of [30, 100, 365]) s.book.jobRefusal(who, asOfDay - ago, '否');
  }),
  miss('R08', '二级残疾', (s) => {
    const { who } = s.head({ age: 40 });
    for (const ago of [30, 100, 200]) s.book.jobRefusal(who, asOfDay - ago, '否');
    s.book.disability(who, '肢体', '二级', asOfDay);
  }),
];

const means: Story[] = [
  miss('R03', '养老金恰等于标准', (s) => {
    const head = s.head({ age: 68, capacity: '无' });
    s.book.pension(head.who, '城镇职工基本养老保险', s.family.standard * 100, s.past());
    s.family.declared.income = s.family.standard;
  }),
  miss('R03', '养老金已终止', (s) => {
    s.book.pension(
      s.head({ age: 68, capacity: '无' }).who,
      '城镇职工基本养老保险',
      500_000,
      asOfDay - 2000,
      '终止',
    );
  }),
  miss('R04.car', '残疾人专用汽车', (s) => {
    s.book.vehicle(s.head().who, s.number(), '残疾人专用小型轿车', '非营运', s.past());
  }),
  miss('R04.car', '小汽车已注销', (s) => {
    s.book.vehicle(s.head().who, s.number(), '小型轿车', '非营运', s.past(), '注销');
  }),
  miss('R04.commercial', '非营运的货车', (s) => {
    s.book.vehicle(s.head().who, s.number(), '轻型栏板货车', '非营运', s.past());
  }),
  miss('R04.homes', '一套住房和车库、储藏室', (s) => {
    const { who } = s.head();
    for (const use of ['住宅', '车库', '储藏室']) s.book.property(who, s.number(), use, s.past());
    s.family.declared.homes = 1;
  }),
  miss('R04.homes', '夫妻共有的一套住房登记两行', (s) => {
    const unit = s.number();
    const day = s.past();
    for (const member of [s.head(), s.add('配偶', { age: 47 })])
      s.book.property(member.who, unit, '住宅', day, '现势', '共同共有');
    s.family.declared.homes = 1;
  }),
  miss('R04.shop', '已转移的商铺', (s) => {
    s.book.property(s.head().who, s.number(), '商铺', s.past(), '历史');
  }),
  miss('R05', '不雇人的个体户', (s) => {
    s.book.business(s.head().who, s.number(), '经营者', 0, s.past());
  }),
  miss('R05', '雇人企业的监事', (s) => {
    s.book.business(s.head().who, s.number(), '监事', 9, s.past());
  }),
  miss('R06', '务工收入恰等于标准', (s) => {
    s.book.employment(s.head().who, '云溪服装有限公司', s.family.standard * 100, s.past(), null);
    s.family.declared.income = s.family.standard;
  }),
  miss('R06', '灵活就业的缴费基数', (s) => {
    s.book.employment(s.head().who, '灵活就业人员', 480_000, s.past(), null, '灵活就业');
  }),
  miss('R09.income', '核实收入恰为申报的1.2倍', (s) => {
    const head = s.head();
    s.add('子女', { age: 7 });
    s.book.employment(head.who, '云溪电子有限公司', 120_000, s.past(), null);
    s.family.declared.income = 1000;
  }),
  miss('R10.finance', '存款恰为人均24个月标准', (s) => {
    s.book.finance(s.head().who, s.number(), s.family.standard * 2400, asOfDay - 10);
  }),
  miss('R10.utility', '水电气费恰为标准的三成', (s) => {
    const head = s.head();
    for (let back = 1; back <= 12; back++)
      s.book.utility(s.family.id, head.who, '电', monthBefore(back), s.family.standard * 30);
  }),
  miss('R10.spending', '高消费在十二个月以前', (s) => {
    s.book.spending(s.head().who, '私立学校', s.family.standard * 900, asOfDay - 366);
  }),
];

export const nearMisses: readonly Story[] = [...persons, ...means];
