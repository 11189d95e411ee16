import path from 'node:path';
import { asOfDay } from './dates.js';
import { firmOf, plateOf, unitOf } from './numbers.js';
import type { Who } from './person.js';
import { FORMS, type RegisterKey, registerKeys } from './register-forms.js';
import { type Dirt, RowFile, type Texts } from './row-file.js';

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
