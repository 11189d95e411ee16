import type { Text } from './language.js';

const registers = {
  zh: '数据种类的列表,如 [vehicle];没有写 []',
  en: 'a list of record sets, such as [vehicle]; [] for none',
} as const;

/** What is wrong with the header of a rule. */
export const headerFaults = {
  unknown: { zh: '不认识的项“{key}”{hint};可用:{known}', en: 'unknown key "{key}"{hint}; known: {known}' },
  missing: { zh: '缺少“{key}”:{wanted}', en: '"{key}" is missing: {wanted}' },
  wrong: { zh: '“{key}”的值不对,应为:{wanted}', en: 'wrong value for "{key}", expected: {wanted}' },
  wanted: {
    id: {
      zh: '大写字母开头的编号,如 U01 或 U01.name(点后用小写字母和短横)',
      en: 'an id that begins with a capital, such as U01 or U01.name (small letters and hyphens behind the dot)',
    },
    rule: { zh: '编号中点以前的部分,如 U01', en: 'the id up to its dot, such as U01' },
    title: { zh: '检查的名称', en: 'the title of the check' },
    grade: {
      zh: 'exit(整户退出)、remove(减员)或 verify(核实)',
      en: 'exit, remove or verify',
    },
    needs: registers,
    any_of: {
      zh: '列表的列表,各组有一种就行,如 [[kinship, marriage]]',
      en: 'a list of lists, of each one will do: [[kinship, marriage]]',
    },
    uses: registers,
    excused_by: registers,
    standard: { zh: 'true 或 false', en: 'true or false' },
    basis: {
      zh: '至少一条依据,如 [{ document: 文件名, article: 第九条 }]',
      en: 'at least one: [{ document: name, article: number }]',
    },
    lawful_reasons: {
      zh: '至少一种合理情形,如 [已出售未过户]',
      en: 'at least one lawful explanation in brackets',
    },
  },
} as const satisfies { unknown: Text; missing: Text; wrong: Text; wanted: Record<string, Text> };
