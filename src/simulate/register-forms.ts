import type { Spelling } from './dates.js';

interface Form {
  readonly file: string;
  readonly header: string;
  readonly spelling: Spelling;
  /** Its part of the rows about people on no roster; 0 for what households alone have. */
  readonly weight: number;
}

/** The registers as bureaus hand them over. */
export const FORMS = {
  vehicle: {
    file: '机动车登记',
    header: '号牌号码,车辆类型,使用性质,机动车所有人,身份证明号码,初次登记日期,状态',
    spelling: 'iso',
    weight: 700,
  },
  property: {
    file: '不动产登记',
    header: '不动产单元号,权利人,权利人证件号,坐落,规划用途,建筑面积(㎡),共有情况,登记时间,权属状态',
    spelling: 'slash',
    weight: 550,
  },
  business: {
    file: '市场主体登记',
    header: '统一社会信用代码,企业名称,市场主体类型,角色,姓名,法定代表人证件号,从业人数,成立日期,登记状态',
    spelling: 'iso',
    weight: 200,
  },
  finance: {
    file: '金融资产',
    header: '姓名,身份证号码,资产类型,账号,余额(元),日期',
    spelling: 'iso',
    weight: 300,
  },
  pension: {
    file: '养老金发放',
    header: '姓名,身份证号码,险种类型,月养老金(元),起领时间,终止时间,发放状态',
    spelling: 'compact',
    weight: 750,
  },
  employment: {
    file: '务工与工资',
    header: '单位名称,姓名,身份证号,月工资,参保时间,停保时间,参保类型',
    spelling: 'iso',
    weight: 600,
  },
  payroll: {
    file: '财政供养与国企人员',
    header: '单位,姓名,身份证号码,人员类别,职务,月工资,入职时间,离职时间,在职状态',
    spelling: 'slash',
    weight: 120,
  },
  death: {
    file: '死亡登记',
    header: '姓名,公民身份号码,死亡日期,登记机关',
    spelling: 'chinese',
    weight: 150,
  },
  marriage: {
    file: '婚姻登记',
    header: '姓名,身份证号码,配偶姓名,配偶身份证号,业务类型,登记日期',
    spelling: 'iso',
    weight: 300,
  },
  kinship: {
    file: '亲属关系',
    header: '姓名,身份证号码,亲属姓名,亲属身份证号,与本人关系,月赡养费',
    spelling: 'iso',
    weight: 150,
  },
  student: {
    file: '在校学生',
    header: '学校,姓名,身份证号,培养层次,入学时间,预计毕业时间',
    spelling: 'iso',
    weight: 350,
  },
  migration: {
    file: '户籍迁出',
    header: '姓名,公民身份号码,迁移日期,迁往地,迁往地区划代码,迁移原因',
    spelling: 'compact',
    weight: 100,
  },
  disability: {
    file: '残疾人',
    header: '姓名,身份证号码,残疾类别,残疾等级,有效期至',
    spelling: 'iso',
    weight: 90,
  },
  illness: { file: '重病患者', header: '姓名,身份证号码,病种,程度,日期', spelling: 'iso', weight: 60 },
  prison: { file: '服刑人员', header: '姓名,身份证号码,类别,收监日期,刑满日期', spelling: 'iso', weight: 8 },
  spending: {
    file: '高消费',
    header: '姓名,身份证号码,消费类型,金额(元),日期',
    spelling: 'slash',
    weight: 40,
  },
  job_refusal: {
    file: '拒绝就业服务',
    header: '姓名,身份证号码,推荐日期,推荐岗位,拒绝理由,理由是否正当',
    spelling: 'iso',
    weight: 5,
  },
  utility: {
    file: '水电气缴费',
    header: '户编号,身份证号码,费用类型,账期,金额(元)',
    spelling: 'iso',
    weight: 750,
  },
  declaration: {
    file: '家庭申报',
    header: '户编号,申报车辆数,申报住房套数,申报家庭月收入(元),日期',
    spelling: 'iso',
    weight: 0,
  },
  payment: {
    file: '低保金发放',
    header: '户编号,发放月份,发放金额(元),银行账号,账户名',
    spelling: 'iso',
    weight: 0,
  },
  refusal: { file: '拒绝核查', header: '户编号,身份证号码,日期,原因', spelling: 'slash', weight: 0 },
} as const satisfies Record<string, Form>;

export type RegisterKey = keyof typeof FORMS;
export const registerKeys = Object.keys(FORMS) as RegisterKey[];
