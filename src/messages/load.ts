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
  'sheet-left': {
    zh: '工作表“{sheet}”没有表头或缺少所需的列,{rows}行没有读,其中{persons}行有身份证号。若是续表,请补上表头再运行',
    en: 'sheet "{sheet}" has no header or lacks columns: {rows} rows were not read, {persons} of them with ID numbers. If it continues the sheet before it, give it the header and run again',
  },
  'width-other': {
    zh: '表头有{header}个栏,以下各行都是{cells}个,多出的都是空的,照样读取',
    en: 'the header has {header} cells and every row {cells}; what is more is empty, and the rows are read',
  },
  'table-below': { zh: '第{row}行起的另一张表', en: 'a further table, from row {row}' },
  'hidden-rows': {
    zh: '有{count}个隐藏行,照样读取',
    en: '{count} rows are hidden; they are read all the same',
  },
  'snapshot-late': {
    zh: '历史花名册的日期 {days} 不在核查日 {date} 以前,没有用',
    en: 'earlier rosters of {days} are not before the as-of date {date} and are not used',
  },
  'snapshots-few': {
    zh: '连同本期花名册只有{count}期不同日期的名册,轮保检查(D08)至少要{least}期,历史花名册没有读',
    en: 'with this one there are rosters of {count} days; the rotation check (D08) needs {least}: the earlier ones were not read',
  },
  'file-twice': { zh: '与{other}内容相同,只读一次', en: 'the same content as {other}: read once' },
  'no-tables': {
    zh: '{folder} 下有不是表格的文件,没有读;若里面有名单,请换成电子表:{files}',
    en: 'below {folder} there are files that are no tables and were not read; if they hold lists, get them as tables: {files}',
  },
  'left-out': {
    zh: '{source} 中有的文件不是{title}(没有所需的列,里面也没有身份证号),没有读;若里面有名单,请补上表头和身份证号再运行:{files}',
    en: 'in {source} there are files that are not "{title}" (without its columns, and without ID numbers) and were not read; if they hold lists, give them the header and the ID numbers and run again: {files}',
  },
  'left-out-file': { zh: '{file}({rows}行)', en: '{file} ({rows} rows)' },
  'said-twice': {
    zh: '{from}说“{field}”是{value},{elsewhere}却说是{other};用了{value}。若不对,请在专项文件该来源下写 {set}',
    en: '{field} is {value} by the {from} and {other} by the {elsewhere}; {value} is used. If that is wrong, write {set} below this source in the campaign file',
  },
  collision: {
    zh: '户编号{household}在不同文件中是不同的家庭,已按文件分开',
    en: 'household number {household} is another family in another file: kept apart by file',
  },
} as const satisfies Record<string, Text>;
