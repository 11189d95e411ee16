import type { Text } from './language.js';

/** What the loading of files has to say. */
export const loadTexts = {
  'taken-from': { zh: '{field}取自{from}:{value}', en: '{field} is taken from the {from}: {value}' },
  folder: { zh: '文件夹名', en: 'folder' },
  file: { zh: '文件名', en: 'file name' },
  sheet: { zh: '工作表名', en: 'sheet name' },
  title: { zh: '标题', en: 'title' },
  'sheet-hidden': { zh: '工作表是隐藏的,照样读取', en: 'the sheet is hidden; it is read all the same' },
  'sheet-unused': {
    zh: '工作表“{sheet}”没有所需的列,未采用({rows}行)',
    en: 'sheet "{sheet}" does not have the columns and is not used ({rows} rows)',
  },
  'hidden-rows': {
    zh: '有{count}个隐藏行,照样读取',
    en: '{count} rows are hidden; they are read all the same',
  },
  'file-twice': { zh: '与{other}内容相同,只读一次', en: 'the same content as {other}: read once' },
  'given-fills': {
    zh: '列“{header}”为空时用{value}',
    en: 'where the column "{header}" is empty, {value} is used',
  },
  collision: {
    zh: '户编号{household}在不同文件中是不同的家庭,已按文件分开',
    en: 'household number {household} is another family in another file: kept apart by file',
  },
} as const satisfies Record<string, Text>;
