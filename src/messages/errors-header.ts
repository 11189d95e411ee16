import type { ErrorEntry } from '../errors.js';

/** Errors of finding the header of a table and what its columns carry. */
export const headerErrors = {
  'header-missing-field': {
    exit: 3,
    what: {
      zh: '表头里没有“{title}”这一列{others}。试过的写法:{labels}。最接近的表头:{nearest}',
      en: 'no column carries {title}{others}. Header texts tried: {labels}. The nearest header seen: {nearest}',
    },
    short: { zh: '表头里没有“{title}”这一列{others}', en: 'no column carries {title}{others}' },
    remedy: {
      zh: '若有一列就是它,请在专项文件该来源下写 {line}',
      en: 'if one of the columns is it, write below this source in the campaign file: {line}',
    },
  },
  'header-missing-category': {
    exit: 3,
    what: {
      zh: '表头里没有“{title}”这一列,列里也没有城市、农村字样。试过的写法:{labels}。最接近的表头:{nearest}',
      en: 'no column carries {title}, and none holds 城市 or 农村. Header texts tried: {labels}. The nearest header seen: {nearest}',
    },
    short: {
      zh: '表头里没有“{title}”这一列,列里也没有城市、农村字样',
      en: 'no column carries {title}, and none holds 城市 or 农村',
    },
    remedy: {
      zh: '若全表是同一类,请在专项文件该来源下写 set: { category: rural }(农村)或 urban(城市);若有一列就是它,请写 {line}',
      en: 'if the whole table is of one category, write set: { category: rural } (or urban) below this source in the campaign file; if a column is it: {line}',
    },
  },
  'header-claimed-twice': {
    exit: 3,
    what: {
      zh: '{headers} 都像是“{title}”,不能替您选',
      en: '{headers} all look like {title}, and which of them it is cannot be guessed',
    },
    remedy: {
      zh: '请在专项文件该来源下写明用哪一列,例如 {line}',
      en: 'say which one in the campaign file, below this source, for example: {line}',
    },
  },
  'header-second': {
    exit: 3,
    what: {
      zh: '这一行起是另一张表,它的列与上面的表不同;为免错列,没有读下去',
      en: 'another table begins in this row, with other columns than the one above; it is not read by the columns of the first',
    },
    remedy: {
      zh: '请把这张表移到单独的工作表或文件里(带上完整的表头),再运行',
      en: 'move this table to a sheet or file of its own, with its whole header, and run again',
    },
  },
  'header-second-place': {
    exit: 3,
    what: {
      zh: '这一行起是另一个乡镇、村或类别的表(标题“{title}”),文件里却没有写明乡镇、村的列',
      en: 'a table of another township, village or category begins in this row (title "{title}"), and no column says it',
    },
    remedy: {
      zh: '请每个乡镇、村存一个文件,或加上“乡镇”“村”“低保类别”列,再运行',
      en: 'save one file for each, or add columns 乡镇, 村 and 低保类别, and run again',
    },
  },
  'header-below-data': {
    exit: 3,
    what: {
      zh: '这一行已有身份证号,表头却在它下面(第{header}行);上面的各行没有表头,不能读',
      en: 'this row holds an ID number, and the header stands below it, in row {header}: the rows above have no header and cannot be read',
    },
    remedy: {
      zh: '请给上面的各行补上完整的表头,或移到单独的表里,再运行',
      en: 'give the rows above a whole header, or move them to a table of their own, and run again',
    },
  },
  'too-many-tables': {
    exit: 3,
    what: { zh: '工作簿里的表太多,最多{limit}个', en: 'too many tables in one workbook, at most {limit}' },
    remedy: { zh: '请分成几个工作簿,再运行', en: 'split the workbook and run again' },
  },
  'header-mapping-field': {
    exit: 2,
    what: {
      zh: 'columns: 把“{header}”指为“{given}”,但“{register}”没有这个字段',
      en: 'columns: calls "{header}" {given}, but {register} has no such field',
    },
    remedy: { zh: '可用的字段:{fields}', en: 'fields there are: {fields}' },
  },
  'header-unit-conflict': {
    exit: 3,
    what: {
      zh: '单位互相矛盾:{said}',
      en: 'what is said of its unit conflicts: {said}',
    },
    remedy: {
      zh: '请向提供单位核实,在文件中只留一种写法',
      en: 'ask the bureau which one is right, and leave only that one in the file',
    },
  },
  'header-unit-unknown': {
    exit: 3,
    what: { zh: '不认识单位“{said}”', en: 'the unit "{said}" is not known' },
    remedy: { zh: '请把金额换算成元或万元', en: 'convert the amounts to 元 or 万元' },
  },
  'source-no-table': {
    exit: 3,
    what: {
      zh: '其中没有一个文件是{title}:都没有所需的列,里面也没有身份证号。第一个是 {first}',
      en: 'none of the files is "{title}": none has its columns, nor any ID number in it. The first is {first}',
    },
    remedy: {
      zh: '请核对文件夹或路径;若名单就在这些文件里,请补上所缺的列再运行',
      en: 'check the folder or the path; if the lists are in these files, add the columns they lack and run again',
    },
  },
  'table-empty': {
    exit: 3,
    what: { zh: '表里没有内容', en: 'the table has nothing in it' },
    remedy: {
      zh: '请核对文件和工作表;若确无数据,请不要列入来源',
      en: 'check the file and the sheet; if there is no data, leave it out',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
