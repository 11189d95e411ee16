import { field } from './build.js';
import type { FieldSpec, PersonColumn } from './types.js';

/**
 * Header texts of the roster that hold for every register: alone where the register names none of its own, after
 * its own where it does (data dictionary, opening paragraph).
 */
const householdLabels =
  '户编号 家庭编号 低保证号 救助证号 户号 档案编号 家庭ID 户编码 低保编号 低保证编号 家庭档案号 业务编号';
const idLabels =
  '身份证号 身份证号码 公民身份号码 证件号码 居民身份证号 身份证件号码 身份证 证件号 成员身份证号 公民身份证号码';
const nameLabels = '姓名 成员姓名 家庭成员姓名 保障对象姓名 救助对象姓名 对象姓名 享受人姓名';
const accountLabels = '银行账号 开户账号 一卡通账号 社保卡号 卡号 账号 一卡通号';
const holderLabels = '开户人 户名 账户名';

type Options = NonNullable<Parameters<typeof field>[3]>;
const starred = { starred: true } as const;

/** The person's ID, starred unless said otherwise; `own` are the register's own labels, which stand first. */
export function idNumber(own = '', options: Options = starred): FieldSpec {
  return field('id_number', 'id', `${own} ${idLabels}`, { title: '身份证号', ...options });
}

/** The person's name; `own` are the register's own labels, which stand first. */
export function personName(own = '', options: Options = {}): FieldSpec {
  return field('name', 'name', `${own} ${nameLabels}`, { title: '姓名', ...options });
}

export function householdId(options: Options = starred): FieldSpec {
  return field('household_id', 'text', householdLabels, { title: '户编号', ...options });
}

export function bankAccount(options: Options = {}): FieldSpec {
  return field('bank_account', 'text', accountLabels, { title: '银行账号', ...options });
}

export function accountName(options: Options = {}): FieldSpec {
  return field('account_name', 'name', holderLabels, { title: '开户人', ...options });
}

/** The month of a monthly file; of these rows the latest counts. */
export function payMonth(): FieldSpec {
  return field('month', 'month', '发放月份 费款所属期 所属期');
}

/** The usual case: the row names one person, by ID and name. */
export const self: PersonColumn = { side: 'self', id: 'id_number', name: 'name' };
/** The row names one person by ID alone. */
export const selfUnnamed: PersonColumn = { side: 'self', id: 'id_number', name: null };
