import type { ErrorEntry } from '../errors.js';

/** Errors of an exemption file: one that cannot be understood neither exempts anybody nor is it passed over. */
export const exemptionErrors = {
  'exemption-columns': {
    exit: 3,
    what: { zh: '豁免名单缺少这些栏:{columns}', en: 'the exemption file lacks the columns {columns}' },
    remedy: {
      zh: '第一行写栏目名;空表用 dibao template 豁免 生成',
      en: 'the first row names the columns; dibao template exemptions makes an empty sheet',
    },
  },
  'exemption-lacks': {
    exit: 3,
    what: { zh: '豁免缺少“{column}”', en: 'the exemption lacks "{column}"' },
    remedy: {
      zh: '请补填;不再豁免的,删去这一行',
      en: 'fill it in, or take the row out where nothing is to be exempted',
    },
  },
  'exemption-check': {
    exit: 3,
    what: { zh: '没有检查项“{check}”{hint}', en: 'there is no check "{check}"{hint}' },
    remedy: {
      zh: '写检查编号(R04.car)、规则编号(R04)、疑点名称或“全部”;全部检查项用 dibao rules 列出',
      en: 'write a check (R04.car), a rule (R04), the title of a check, or 全部; dibao rules lists them',
    },
  },
  'exemption-date': {
    exit: 3,
    what: { zh: '“{value}”不是能读懂的日期', en: '"{value}" is no date that can be read' },
    remedy: { zh: '请写成 2027-06-30', en: 'write it as 2027-06-30' },
  },
  'exemption-order': {
    exit: 3,
    what: {
      zh: '有效期至{until},早于批准日期{approved}',
      en: 'it ends on {until}, before its approval on {approved}',
    },
    remedy: { zh: '请核对两个日期', en: 'check the two dates' },
  },
  'exemption-id': {
    exit: 3,
    what: {
      zh: '“{value}”已被表格软件改坏或脱敏,认不出是谁',
      en: 'the number "{value}" is rounded or masked: nobody can be told by it',
    },
    remedy: {
      zh: '请把这一栏设为文本,重新填写完整的号码',
      en: 'make the column text and write the whole number again',
    },
  },
  'exemption-evidence': {
    exit: 3,
    what: { zh: '“{value}”不是证据标识', en: '"{value}" is no evidence id' },
    remedy: {
      zh: '证据标识是16位的字母数字,从 cases.csv 的 evidence_id 或 dibao explain 抄录;不清楚的留空',
      en: 'it has 16 hexadecimal characters: copy evidence_id of cases.csv, or leave it empty',
    },
  },
  'exemption-unreadable': {
    exit: 3,
    what: {
      zh: '豁免名单的这一行读不了({kind})',
      en: 'this row of the exemption file cannot be read ({kind})',
    },
    remedy: {
      zh: '请改正这一行(引号、编码、公式),或另存为 xlsx 再试',
      en: 'mend the row (quotes, encoding, formulas), or save the file as xlsx',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
