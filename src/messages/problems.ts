import type { Text } from './language.js';

/** What a problem with values or rows is called, and what to ask of whoever supplied the file. */
export interface ProblemEntry {
  readonly title: Text;
  readonly remedy: Text;
}

const numbersAsText: Text = {
  zh: '请提供单位把该列设为“文本”格式后,从原系统重新导出,不要在表格软件里另存',
  en: 'ask the supplier to set the column to "text" and export it anew from its own system, not to re-save it',
};
const unmasked: Text = {
  zh: '请提供单位按数据共享的约定提供未脱敏的完整号码',
  en: 'ask the supplier for the whole numbers, as the data sharing agreement provides',
};
const checkAgainstPapers: Text = {
  zh: '请提供单位对照户口簿或身份证核对后更正',
  en: 'ask the supplier to check it against the household book or the ID card and correct it',
};
const writeItPlainly = (zh: string, en: string): Text => ({
  zh: `请提供单位改成${zh}这样的写法,或说明它的意思`,
  en: `ask the supplier to write it as ${en}, or to say what it means`,
});
const exportAgain: Text = {
  zh: '请提供单位从原系统重新导出该文件',
  en: 'ask the supplier to export the file anew from its own system',
};
const nothingToDo: Text = { zh: '不需要处理,请知悉', en: 'nothing to do; for your information' };

/** Problems of single values: one entry for every ValueProblem of src/normalise/types.ts. */
const ofValues = {
  'id-length': {
    title: { zh: '身份证号位数不对', en: 'ID number of the wrong length' },
    remedy: checkAgainstPapers,
  },
  'id-characters': {
    title: { zh: '身份证号中有不该有的字符', en: 'ID number with characters that do not belong there' },
    remedy: checkAgainstPapers,
  },
  'id-date': {
    title: { zh: '身份证号中的出生日期不存在', en: 'ID number whose birth date does not exist' },
    remedy: checkAgainstPapers,
  },
  'id-checksum': {
    title: {
      zh: '身份证号校验码不对,多半是抄错了数字',
      en: 'ID number with a wrong check digit, most likely miscopied',
    },
    remedy: checkAgainstPapers,
  },
  'id-rounded': {
    title: {
      zh: '身份证号被表格软件改成了数值,后几位已丢失,无法比对',
      en: 'ID number turned into a number by a spreadsheet: its last digits are lost and it cannot be compared',
    },
    remedy: numbersAsText,
  },
  'id-masked': {
    title: { zh: '身份证号已脱敏,无法比对', en: 'ID number is masked and cannot be compared' },
    remedy: unmasked,
  },
  'number-rounded': {
    title: {
      zh: '编号或账号被表格软件改成了数值,后几位已丢失,不作比对',
      en: 'a number turned into a rounded one by a spreadsheet; it is not compared',
    },
    remedy: numbersAsText,
  },
  'number-masked': {
    title: { zh: '编号或账号已脱敏,不作比对', en: 'a masked number; it is not compared' },
    remedy: unmasked,
  },
  'date-unreadable': {
    title: { zh: '日期看不懂或不存在', en: 'date that cannot be read or does not exist' },
    remedy: writeItPlainly('2024-03-05', '2024-03-05'),
  },
  'month-unreadable': {
    title: { zh: '月份看不懂或不存在', en: 'month that cannot be read or does not exist' },
    remedy: writeItPlainly('2024-03', '2024-03'),
  },
  'money-unreadable': {
    title: { zh: '金额看不懂', en: 'amount that cannot be read' },
    remedy: writeItPlainly('1200.50(单位:元)', '1200.50 (yuan)'),
  },
  'money-negative': {
    title: { zh: '金额是负数,不采用', en: 'negative amount; it is not used' },
    remedy: {
      zh: '请提供单位说明是退款、扣回还是录入错误,并提供实际金额',
      en: 'ask the supplier whether it is a refund, a recovery or a slip, and for the true amount',
    },
  },
  'money-rounded': {
    title: {
      zh: '金额超过两位小数,已四舍五入到分',
      en: 'amount with more than two decimals, rounded to the fen',
    },
    remedy: nothingToDo,
  },
  'int-unreadable': {
    title: { zh: '应填整数的地方看不懂', en: 'whole number that cannot be read' },
    remedy: writeItPlainly('3', '3'),
  },
  'bool-unreadable': {
    title: { zh: '应填“是”或“否”的地方看不懂', en: 'yes or no that cannot be read' },
    remedy: writeItPlainly('“是”或“否”', '是 or 否'),
  },
  'code-unknown': {
    title: { zh: '不认识的类别,按“其他”处理', en: 'unknown category, treated as "other"' },
    remedy: {
      zh: '请核对它的意思;需要时请提供单位改成数据字典中的写法',
      en: 'check what it means; where it matters ask the supplier for a wording of the data dictionary',
    },
  },
} as const satisfies Record<string, ProblemEntry>;

/** Problems of cells, rows and files, found while reading and loading. */
const ofReading = {
  'required-empty': {
    title: { zh: '必填项为空,该行不采用', en: 'a required value is empty; the row is not used' },
    remedy: { zh: '请提供单位补齐后重新提供', en: 'ask the supplier to fill it in and send the file again' },
  },
  'id-empty': {
    title: { zh: '没有身份证号,无法按号码比对', en: 'no ID number: it cannot be compared by number' },
    remedy: { zh: '请提供单位补上身份证号', en: 'ask the supplier to add the ID number' },
  },
  'field-count': {
    title: {
      zh: '该行的列数与表头不一致,不采用',
      en: 'the row has another number of columns than the header; not used',
    },
    remedy: {
      zh: '多半是内容里有未加引号的逗号或换行;请提供单位重新导出,或改用 xlsx 格式',
      en: 'mostly a comma or line break without quotes; ask the supplier to export anew, or as xlsx',
    },
  },
  'quote-unclosed': {
    title: {
      zh: '有引号没有配对,后面的内容分不清',
      en: 'a quote is never closed: what follows cannot be told apart',
    },
    remedy: exportAgain,
  },
  'quote-stray': {
    title: { zh: '引号出现在不该出现的位置', en: 'a quote stands where none belongs' },
    remedy: exportAgain,
  },
  nul: {
    title: { zh: '内容中有空字符,文件可能已损坏', en: 'NUL characters: the file may be damaged' },
    remedy: exportAgain,
  },
  undecodable: {
    title: { zh: '有字节无法识别成文字', en: 'bytes that stand for no character' },
    remedy: {
      zh: '请提供单位以 UTF-8 或 GB18030 编码重新导出,或改用 xlsx 格式',
      en: 'ask the supplier to export anew in UTF-8 or GB18030, or as xlsx',
    },
  },
  'line-too-long': {
    title: { zh: '一行长得不合情理,可能丢了换行', en: 'a line too long to be one: line ends may be lost' },
    remedy: exportAgain,
  },
  'encoding-guessed': {
    title: { zh: '文件没有编码标记,按内容判断', en: 'no encoding mark in the file; told by its content' },
    remedy: nothingToDo,
  },
  'encoding-change': {
    title: { zh: '同一文件里前后编码不一致', en: 'the encoding changes within the file' },
    remedy: {
      zh: '多半是几个文件直接拼接而成;请提供单位分开提供',
      en: 'mostly several files joined into one; ask the supplier for them one by one',
    },
  },
  'formula-uncached': {
    title: {
      zh: '单元格是公式,文件里没有存计算结果',
      en: 'the cell is a formula and the file holds no result',
    },
    remedy: {
      zh: '请提供单位用表格软件打开并保存一次,或把公式粘贴为数值',
      en: 'ask the supplier to open and save it once in a spreadsheet, or to paste the values',
    },
  },
  'cell-error': {
    title: { zh: '单元格显示错误值(如 #N/A、#REF!)', en: 'the cell shows an error such as #N/A or #REF!' },
    remedy: {
      zh: '请提供单位修正公式后重新提供',
      en: 'ask the supplier to correct the formula and send it again',
    },
  },
  'names-joined': {
    title: {
      zh: '一个格子里写了几个人的姓名且没有身份证号,不作为成员',
      en: 'several names in one cell without ID numbers; they are not taken as members',
    },
    remedy: {
      zh: '请提供单位改成每人一行,并补上身份证号',
      en: 'ask the supplier for one row per person, with ID numbers',
    },
  },
  'name-mismatch': {
    title: { zh: '身份证号相同而姓名不同', en: 'the same ID number under different names' },
    remedy: {
      zh: '请核对是改过名、写法不同,还是号码填成了别人的',
      en: 'check whether the name was changed or is written otherwise, or the number is someone else’s',
    },
  },
  'number-as-date': {
    title: {
      zh: '日期格里是数字,已按表格软件的日期序号换算',
      en: 'a number where a date belongs, read as a spreadsheet date',
    },
    remedy: {
      zh: '请抽查几行与原件核对;需要时请提供单位把该列设为日期格式',
      en: 'compare a few rows with the papers; where needed ask the supplier to format the column as dates',
    },
  },
  'household-collision': {
    title: {
      zh: '不同文件中的户编号相同但不是同一户,已分开处理',
      en: 'two files use one household number for different households; they are kept apart',
    },
    remedy: {
      zh: '请提供单位确认;以后请在编号前加上城乡或乡镇的区别',
      en: 'ask the supplier to confirm, and to prefix the numbers by category or township from now on',
    },
  },
  'account-masked': {
    title: { zh: '银行账号已脱敏,不作比对', en: 'bank account is masked; it is not compared' },
    remedy: unmasked,
  },
  'duplicate-file': {
    title: { zh: '内容完全相同的文件出现多次,只读一次', en: 'the same file more than once; it is read once' },
    remedy: nothingToDo,
  },
  'row-repeated': {
    title: { zh: '内容相同的行出现多次,只算一次', en: 'the same row more than once; it counts once' },
    remedy: nothingToDo,
  },
  'note-row': {
    title: { zh: '这是说明或备注行,不是数据,已跳过', en: 'a note, not data; skipped' },
    remedy: nothingToDo,
  },
  'unit-converted': {
    title: {
      zh: '金额已按表头或单位行的单位换算',
      en: 'amounts converted by the unit in the header or unit line',
    },
    remedy: { zh: '请抽查几行,确认单位没有标错', en: 'check a few rows: the unit may be stated wrongly' },
  },
  'month-missing': {
    title: { zh: '缺少某些月份的数据', en: 'months are missing' },
    remedy: {
      zh: '请提供单位补齐缺少的月份,或说明当月没有发放',
      en: 'ask the supplier for the missing months, or to state that nothing was paid then',
    },
  },
} as const satisfies Record<string, ProblemEntry>;

/** Every problem by its kind: a ValueProblem, or the `kind` of a ReadProblem. */
export const problems: Readonly<Record<string, ProblemEntry>> = { ...ofValues, ...ofReading };
