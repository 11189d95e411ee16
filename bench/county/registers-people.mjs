import { asOfDay, past, speller } from './dates.mjs';
import { otherPerson } from './people.mjs';

const iso = speller('iso');
const compact = speller('compact');
const slash = speller('slash');
const chinese = speller('chinese');

const RELATIVES = ['儿子', '女儿', '长子', '次子', '父亲', '母亲', '配偶', '兄弟'];
const SCHOOLS = [
  '平湖市东湖小学',
  '平湖市当湖高级中学',
  '嘉兴职业技术学院',
  '浙江理工大学',
  '平湖市职业中等专业学校',
];
const LEVELS = ['小学', '初中', '普通高中', '大专', '本科'];
const WORKPLACES = [
  '服装有限公司',
  '箱包有限公司',
  '机械制造有限公司',
  '物流有限公司',
  '电子科技有限公司',
  '建筑劳务有限公司',
];

/** What a person is, earns, or has been registered for. @type {Record<string, import('./registers.mjs').Register>} */
export const PEOPLE_REGISTERS = {
  pension: {
    file: '养老金发放.csv',
    header: '序号,姓名,身份证号码,险种类型,月养老金(元),起领时间,终止时间,发放状态',
    weight: 750,
    random: (r) => ({
      kind: r.pick([
        '城乡居民基本养老保险',
        '城乡居民基本养老保险',
        '城镇职工基本养老保险',
        '机关事业单位养老保险',
      ]),
      amount: r.between(20_000, 650_000) / 100,
      start: past(r),
      status: r.chance(0.93) ? '正常发放' : '终止',
    }),
    line: (p, f, n) =>
      `${n},${p.name},${p.id},${f.kind},${f.amount.toFixed(2)},${compact(f.start)},${f.status === '终止' ? compact(f.start + 900) : ''},${f.status}`,
  },
  employment: {
    file: '务工与工资.csv',
    header: '单位名称,姓名,身份证号,月工资,参保时间,停保时间,参保类型',
    weight: 600,
    random: (r) => ({
      employer: `平湖市${r.below(4000)}号${r.pick(WORKPLACES)}`,
      wage: r.between(2500, 12_000),
      start: past(r, 12),
      end: r.chance(0.35) ? asOfDay - r.below(900) : null,
      kind: r.chance(0.9) ? '单位就业' : '灵活就业',
    }),
    line: (p, f) => `${f.employer},${p.name},${p.id},${f.wage},${iso(f.start)},${iso(f.end)},${f.kind}`,
  },
  payroll: {
    file: '财政供养与国企人员.csv',
    header: '单位,姓名,身份证号码,人员类别,职务,月工资,入职时间,离职时间,在职状态',
    weight: 120,
    random: (r) => ({
      kind: r.pick(['公务员', '事业编制', '事业编制', '国有企业', '村(居)干部', '公益性岗位', '编外']),
      pay: r.between(3000, 14_000),
      start: past(r),
      status: r.chance(0.7) ? '在职' : r.pick(['退休', '离职']),
    }),
    line: (p, f) =>
      `平湖市${f.kind}单位,${p.name},${p.id},${f.kind},工作人员,${f.pay},${slash(f.start)},${f.status === '离职' ? slash(f.start + 700) : ''},${f.status}`,
  },
  death: {
    file: '死亡登记.csv',
    above: '死亡人员信息表,,,,',
    header: '序号,姓名,公民身份号码,死亡日期,登记机关',
    weight: 150,
    random: (r) => ({ date: past(r, 10) }),
    line: (p, f, n) => `${n},${p.name},${p.id},${chinese(f.date)},平湖市殡仪馆`,
  },
  marriage: {
    file: '婚姻登记.csv',
    header: '姓名,身份证号码,配偶姓名,配偶身份证号,业务类型,登记日期',
    weight: 300,
    random: (r) => ({
      spouse: otherPerson(r.below(4_600_000)),
      event: r.chance(0.82) ? '结婚登记' : '离婚登记',
      date: past(r),
    }),
    line: (p, f) => `${p.name},${p.id},${f.spouse.name},${f.spouse.id},${f.event},${iso(f.date)}`,
  },
  kinship: {
    file: '亲属关系.csv',
    header: '姓名,身份证号码,亲属姓名,亲属身份证号,与本人关系,月赡养费',
    weight: 150,
    random: (r) => ({
      relative: otherPerson(r.below(4_600_000)),
      relation: r.pick(RELATIVES),
      paid: r.chance(0.1) ? 300 : '',
    }),
    line: (p, f) => `${p.name},${p.id},${f.relative.name},${f.relative.id},${f.relation},${f.paid}`,
  },
  student: {
    file: '在校学生.csv',
    header: '学校,姓名,身份证号,培养层次,入学时间,预计毕业时间',
    weight: 350,
    random: (r) => student(r, r.chance(0.75)),
    line: (p, f) => `${f.school},${p.name},${p.id},${f.level},${iso(f.start)},${iso(f.end)}`,
  },
  migration: {
    file: '户籍迁出.csv',
    header: '姓名,公民身份号码,迁移日期,迁往地,迁往地区划代码,迁移原因',
    weight: 100,
    random: (r) => ({
      date: past(r, 12),
      to: r.chance(0.3) ? '330482' : r.pick(['310115', '330106', '320583', '330402']),
    }),
    line: (p, f) =>
      `${p.name},${p.id},${compact(f.date)},${f.to === '330482' ? '本市' : '外地'},${f.to},${f.reason ?? '投靠亲属'}`,
  },
  disability: {
    file: '残疾人.csv',
    header: '姓名,身份证号码,残疾证号,残疾类别,残疾等级,有效期至',
    weight: 90,
    random: (r) => ({
      type: r.pick(['肢体', '视力', '听力', '精神', '智力']),
      level: r.pick(['一级', '二级', '三级', '四级']),
      end: asOfDay + r.below(3000) - 300,
    }),
    line: (p, f) =>
      `${p.name},${p.id},${p.id.length === 18 ? `${p.id}43` : ''},${f.type},${f.level},${iso(f.end)}`,
  },
  illness: {
    file: '重病患者.csv',
    header: '姓名,身份证号码,病种,程度,日期',
    weight: 60,
    random: (r) => ({
      disease: r.pick(['尿毒症', '恶性肿瘤', '高血压', '糖尿病']),
      severity: r.pick(['重大疾病', '慢性病']),
      date: past(r, 8),
    }),
    line: (p, f) => `${p.name},${p.id},${f.disease},${f.severity},${iso(f.date)}`,
  },
  prison: {
    file: '服刑人员.csv',
    header: '姓名,身份证号码,类别,收监日期,刑满日期',
    weight: 8,
    random: (r) => ({
      kind: r.pick(['监狱服刑', '社区矫正']),
      start: past(r, 5),
      end: asOfDay + r.below(2000) - 800,
    }),
    line: (p, f) => `${p.name},${p.id},${f.kind},${iso(f.start)},${iso(f.end)}`,
  },
  spending: {
    file: '高消费.csv',
    header: '姓名,身份证号码,消费类型,金额(元),日期',
    weight: 40,
    random: (r) => ({
      kind: r.pick(['出境旅游', '商业保险', '私立学校']),
      amount: r.between(800, 60_000),
      date: past(r, 3),
    }),
    line: (p, f) => `${p.name},${p.id},${f.kind},${f.amount},${slash(f.date)}`,
  },
  job_refusal: {
    file: '拒绝就业服务.csv',
    header: '姓名,身份证号码,推荐日期,推荐岗位,拒绝理由,理由是否正当',
    weight: 5,
    random: (r) => ({ date: past(r, 3), justified: r.pick(['是', '否']) }),
    line: (p, f) => `${p.name},${p.id},${iso(f.date)},保洁员,不愿意,${f.justified}`,
  },
  utility: {
    file: '水电气缴费.csv',
    header: '户编号,身份证号码,费用类型,账期,金额(元)',
    weight: 750,
    random: (r) => ({
      household: '',
      kind: r.pick(['水', '电', '气']),
      month: month(r.below(14)),
      amount: r.between(2000, 60_000) / 100,
    }),
    line: (p, f) => `${f.household},${p.id},${f.kind},${f.month},${f.amount.toFixed(2)}`,
  },
};

/** @param {import('./random.mjs').Random} r @param {boolean} current */
export function student(r, current, level = r.below(5)) {
  const start = current ? asOfDay - r.between(100, 900) : asOfDay - r.between(2000, 5000);
  return {
    school: SCHOOLS[level],
    level: LEVELS[level],
    start,
    end: current ? asOfDay + r.between(30, 700) : start + 1100,
  };
}

/** @param {number} back months before that of the as-of date @returns {string} YYYY-MM */
export function month(back) {
  const number = 2026 * 12 + 5 - back;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}
