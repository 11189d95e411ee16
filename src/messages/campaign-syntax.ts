import type { Text } from './language.js';

/** What the YAML parser finds wrong, by its error code, for the mistakes people make by hand. */
export const yamlErrors: Readonly<Record<string, Text>> = {
  DUPLICATE_KEY: { zh: '同一项写了两次', en: 'a key stands twice' },
  TAB_AS_INDENT: { zh: '缩进用了制表符,只能用空格', en: 'a tab is used for the indent' },
  BAD_INDENT: { zh: '缩进不对,或括号、引号没有关上', en: 'wrong indent, or an open bracket or quote' },
  MISSING_CHAR: { zh: '缺少冒号、逗号、引号或右括号', en: 'a colon, comma, quote or bracket is missing' },
  UNEXPECTED_TOKEN: { zh: '这里不该有这个字符', en: 'a character that does not belong here' },
  MULTILINE_IMPLICIT_KEY: { zh: '这一行缺少冒号', en: 'the colon of this line is missing' },
  BLOCK_AS_IMPLICIT_KEY: { zh: '一行里有两个冒号,值请加引号', en: 'two colons in a line: quote the value' },
  BLOCK_IN_FLOW: {
    zh: '括号里缩进不对,或缺少右括号',
    en: 'wrong indent in brackets, or a bracket left open',
  },
  BAD_SCALAR_START: {
    zh: '值以特殊字符开头,请加引号',
    en: 'a value begins with a special character: quote it',
  },
  BAD_ALIAS: { zh: '值以 * 或 & 开头,请加引号', en: 'a value begins with * or &: quote it' },
  BAD_DQ_ESCAPE: {
    zh: '双引号里的反斜杠要写两个,或改用单引号',
    en: 'double the backslash inside double quotes, or use single quotes',
  },
};
