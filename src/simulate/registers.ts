import path from 'node:path';
import { asOfDay, type Spelling } from './dates.js';
import type { Who } from './person.js';
import { type Dirt, RowFile, type Texts } from './row-file.js';

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

/** One method writes one row of a register: to whom it belongs, then its facts. Amounts in fen, days from 2000-01-01. */
export class Registers {
  readonly files: Readonly<Record<RegisterKey, RowFile>>;

  /** Opens the files in `folder`. */
  constructor(folder: string, texts: Texts, dirt: Dirt, seed: number) {
    const open = (key: RegisterKey, index: number): RowFile => {
      const { file, header, spelling } = FORMS[key];
      const opened = new RowFile(path.join(folder, `${file}.csv`), texts, dirt, spelling, seed + 31 * index);
      if (dirt !== 'none' && index % 2 === 0)
        opened.line(`${file}信息表${','.repeat(header.split(',').length - 1)}`);
      opened.line(header);
      return opened;
    };
    this.files = Object.fromEntries(registerKeys.map((key, index) => [key, open(key, index)])) as Record<
      RegisterKey,
      RowFile
    >;
  }

  vehicle(who: Who, plate: number, type: string, use: string, day: number, status = '正常'): void {
    const file = plateOf(this.files.vehicle, plate).text(type).text(use).name(who);
    file.id(who).day(day).text(status).end();
  }

  property(who: Who, unit: number, use: string, day: number, status = '现势', share = '单独所有'): void {
    const file = unitOf(this.files.property, unit).name(who).id(who);
    file
      .part('云溪路')
      .number(1 + (unit % 997))
      .text(use)
      .fen(8950)
      .text(share)
      .day(day)
      .text(status)
      .end();
  }

  business(
    who: Who,
    number: number,
    role: string,
    employees: number | null,
    day: number,
    status = '存续',
  ): void {
    const file = firmOf(this.files.business, number, role).text(role).name(who).id(who);
    (employees === null ? file.ascii('') : file.number(employees)).day(day).text(status).end();
  }

  finance(who: Who, account: number, fen: number, day: number): void {
    const file = this.files.finance.name(who).id(who).text('存款').part('6228****').digits(account, 8);
    file.number().fen(fen).day(day).end();
  }

  pension(who: Who, kind: string, fen: number, day: number, status = '正常发放'): void {
    const file = this.files.pension.name(who).id(who).text(kind).fen(fen).day(day);
    file
      .day(status === '终止' ? Math.min(day + 900, asOfDay) : null)
      .text(status)
      .end();
  }

  employment(
    who: Who,
    employer: string,
    fen: number,
    day: number,
    end: number | null,
    kind = '单位就业',
  ): void {
    this.files.employment.text(employer).name(who).id(who).fen(fen).day(day).day(end).text(kind).end();
  }

  payroll(who: Who, kind: string, fen: number, day: number, status = '在职'): void {
    const file = this.files.payroll
      .part('云溪')
      .part(kind)
      .text('单位')
      .name(who)
      .id(who)
      .text(kind)
      .text('工作人员');
    file
      .fen(fen)
      .day(day)
      .day(status === '离职' ? Math.min(day + 700, asOfDay) : null)
      .text(status)
      .end();
  }

  death(who: Who, day: number): void {
    this.files.death.name(who).id(who).day(day).text('殡仪馆').end();
  }

  marriage(who: Who, spouse: Who, event: string, day: number): void {
    this.files.marriage.name(who).id(who).name(spouse).id(spouse).text(event).day(day).end();
  }

  kinship(who: Who, relative: Who, relation: string, paid: number | null): void {
    const file = this.files.kinship.name(who).id(who).name(relative).id(relative).text(relation);
    (paid === null ? file.ascii('') : file.number(paid)).end();
  }

  student(who: Who, school: string, level: string, from: number, to: number): void {
    this.files.student.text(school).name(who).id(who).text(level).day(from).day(to).end();
  }

  migration(who: Who, day: number, to: string, code: string, reason: string): void {
    this.files.migration.name(who).id(who).day(day).text(to).text(code).text(reason).end();
  }

  disability(who: Who, type: string, level: string, expires: number): void {
    this.files.disability.name(who).id(who).text(type).text(level).day(expires).end();
  }

  illness(who: Who, disease: string, severity: string, day: number): void {
    this.files.illness.name(who).id(who).text(disease).text(severity).day(day).end();
  }

  prison(who: Who, kind: string, from: number, to: number): void {
    this.files.prison.name(who).id(who).text(kind).day(from).day(to).end();
  }

  spending(who: Who, kind: string, fen: number, day: number): void {
    this.files.spending.name(who).id(who).text(kind).fen(fen).day(day).end();
  }

  jobRefusal(who: Who, day: number, justified: string): void {
    this.files.job_refusal.name(who).id(who).day(day).text('保洁员').text('不愿意').text(justified).end();
  }

  utility(household: string, who: Who, kind: string, month: string, fen: number): void {
    this.files.utility.ascii(household).id(who).text(kind).text(month).fen(fen).end();
  }

  declaration(household: string, vehicles: number, homes: number, yuan: number, day: number): void {
    this.files.declaration.ascii(household).number(vehicles).number(homes).number(yuan).day(day).end();
  }

  payment(household: string, month: string, yuan: number, account: string, holder: Who): void {
    this.files.payment.ascii(household).text(month).number(yuan).ascii(account).name(holder).end();
  }

  refusal(household: string, who: Who | null, day: number): void {
    const file = this.files.refusal.ascii(household);
    (who === null ? file.ascii('') : file.id(who)).day(day).text('拒绝入户').end();
  }
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The plate of a number below 57.6 million, as text. */
export function plateText(n: number): string {
  return `浙${LETTERS.charAt(Math.floor(n / 2_400_000) % 24)}${LETTERS.charAt(Math.floor(n / 100_000) % 24)}${String(n % 100_000).padStart(5, '0')}`;
}

/** Writes the cell of a plate. */
export function plateOf(file: RowFile, n: number): RowFile {
  file.part('浙').part(LETTERS.charAt(Math.floor(n / 2_400_000) % 24));
  return file
    .part(LETTERS.charAt(Math.floor(n / 100_000) % 24))
    .digits(n % 100_000, 5)
    .number();
}

/** The number of a property unit: 28 characters. */
export function unitText(n: number): string {
  const eight = String(n % 100_000_000).padStart(8, '0');
  return `339921001${eight.slice(5)}GB${eight.slice(3)}F${eight}`;
}

export function unitOf(file: RowFile, n: number): RowFile {
  file
    .part('339921001')
    .digits(n % 1000, 3)
    .part('GB')
    .digits(n % 100_000, 5)
    .part('F');
  return file.digits(n % 100_000_000, 8).number();
}

/** The unified code of a firm: 18 characters. */
export function usccText(n: number): string {
  return `92339921MA${String(n).padStart(8, '0')}`;
}

export function firmOf(file: RowFile, n: number, role: string): RowFile {
  file.part('92339921MA').digits(n, 8).number();
  const alone = role === '经营者';
  file
    .part('云溪')
    .digits(n % 10_000_000, 7)
    .text(alone ? '号经营部' : '号有限公司');
  return file.text(alone ? '个体工商户' : '有限责任公司');
}
