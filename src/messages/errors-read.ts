import type { ErrorEntry } from '../errors.js';
import { headerErrors } from './errors-header.js';

/** Errors of reading: a file that cannot be read, or that is not what it is said to be. */
export const readErrors = {
  'snapshot-undated': {
    exit: 2,
    what: {
      zh: '不知道这份历史花名册是哪一天的',
      en: 'it is not known of which day this earlier roster is',
    },
    remedy: {
      zh: '在专项文件该来源下写 data_date: 2025-12-31,或写 --snapshot 2025-12-31=文件,或在文件名里写明年月',
      en: 'write data_date: 2025-12-31 below the source in the campaign file, or --snapshot 2025-12-31=FILE, or put the month into the name of the file',
    },
  },
  'file-missing': {
    exit: 3,
    what: { zh: '找不到这个文件', en: 'no such file' },
    remedy: {
      zh: '请核对路径和文件名;文件名可用 * 通配,如 data/车辆*.csv',
      en: 'check the path and the name; * may stand for a part of it, as in data/vehicles*.csv',
    },
  },
  'file-is-folder': {
    exit: 3,
    what: { zh: '这是文件夹,不是文件', en: 'this is a folder, not a file' },
    remedy: {
      zh: '请写出其中的文件,如 data/车辆*.csv',
      en: 'name the files in it, as in data/vehicles*.csv',
    },
  },
  'file-unreadable': {
    exit: 3,
    what: { zh: '无法打开这个文件({code})', en: 'the file cannot be opened ({code})' },
    remedy: {
      zh: '请确认有读取权限,并关闭正在使用它的程序(Excel、WPS 等)',
      en: 'check that you may read it, and close any program that holds it (Excel, WPS)',
    },
  },
  'file-not-regular': {
    exit: 3,
    what: { zh: '这不是普通文件', en: 'this is not a regular file' },
    remedy: { zh: '请先把数据存成文件再读', en: 'save the data to a file first' },
  },
  'file-empty': {
    exit: 3,
    what: { zh: '文件是空的', en: 'the file is empty' },
    remedy: {
      zh: '请向提供数据的单位重新索取;若确无数据,请不要列入来源',
      en: 'ask the bureau that supplied it to send it again; if there is no data, leave the file out',
    },
  },
  'file-pdf': {
    exit: 3,
    what: { zh: '这是 PDF,不是表格', en: 'this is a PDF, not a table' },
    remedy: {
      zh: '请向提供单位索取原始的 Excel 或 CSV 文件',
      en: 'ask the bureau for the Excel or CSV file it was made from',
    },
  },
  'file-image': {
    exit: 3,
    what: { zh: '这是图片({format}),不是表格', en: 'this is an image ({format}), not a table' },
    remedy: {
      zh: '请向提供单位索取原始的 Excel 或 CSV 文件',
      en: 'ask the bureau for the Excel or CSV file it was made from',
    },
  },
  'file-archive': {
    exit: 3,
    what: { zh: '这是压缩包({format}),不是表格', en: 'this is an archive ({format}), not a table' },
    remedy: { zh: '请先解压,再读其中的文件', en: 'unpack it and read the files in it' },
  },
  'file-document': {
    exit: 3,
    what: { zh: '这是文档({format}),不是表格', en: 'this is a document ({format}), not a table' },
    remedy: {
      zh: '请把其中的表格复制到 Excel 或 WPS 表格,存为 XLSX',
      en: 'copy its table into a spreadsheet and save that as XLSX',
    },
  },
  'file-database': {
    exit: 3,
    what: { zh: '这是数据库文件({format})', en: 'this is a database file ({format})' },
    remedy: {
      zh: '请用对应的软件导出为 CSV 或 XLSX',
      en: 'export the table as CSV or XLSX with the program it belongs to',
    },
  },
  'file-binary': {
    exit: 3,
    what: { zh: '这既不是表格也不是文本', en: 'this is neither a spreadsheet nor text' },
    remedy: {
      zh: '若单位装有文件加密软件,请先解密;否则请向提供单位重新索取 XLSX 或 CSV',
      en: 'if the office encrypts its files, decrypt it first; else ask for it again as XLSX or CSV',
    },
  },
  'file-encoding': {
    exit: 3,
    what: { zh: '不支持 {encoding} 编码', en: 'the encoding {encoding} is not supported' },
    remedy: { zh: '请另存为 UTF-8 编码的 CSV', en: 'save it as CSV in UTF-8' },
  },
  'zip-damaged': {
    exit: 3,
    what: {
      zh: '文件已损坏或不完整(像是 XLSX 或压缩包,但读不出目录)',
      en: 'the file is damaged or cut off (it begins like an XLSX or a zip, but its directory cannot be read)',
    },
    remedy: {
      zh: '请重新复制或下载;若仍不行,用 Excel 或 WPS 打开并另存为 XLSX',
      en: 'copy or download it again; if that fails, open it in Excel or WPS and save it as XLSX',
    },
  },
  'workbook-damaged': {
    exit: 3,
    what: {
      zh: '工作簿已损坏或不完整({part})',
      en: 'the workbook is damaged or incomplete ({part})',
    },
    remedy: {
      zh: '请用 Excel 或 WPS 打开并另存为 XLSX;若打不开,请向提供单位重新索取',
      en: 'open it in Excel or WPS and save it as XLSX; if it does not open, ask the bureau for it again',
    },
  },
  'workbook-part-missing': {
    exit: 3,
    what: { zh: '工作簿缺少一部分内容({part})', en: 'a part of the workbook is missing ({part})' },
    remedy: {
      zh: '请用 Excel 或 WPS 打开并另存为 XLSX;若内容不全,请向提供单位重新索取',
      en: 'open it in Excel or WPS and save it as XLSX; if rows are missing, ask the bureau for it again',
    },
  },
  'workbook-encrypted': {
    exit: 3,
    what: { zh: '工作簿设有打开密码', en: 'the workbook is protected by a password' },
    remedy: {
      zh: '请给出密码再读;若已给出(加密方式不支持),请用 Excel 或 WPS 打开,取消密码后另存为 XLSX',
      en: 'give its password; if that was given (a method not supported), remove the password in Excel or WPS and save as XLSX',
    },
  },
  'workbook-password-wrong': {
    exit: 3,
    what: { zh: '工作簿的密码不对', en: 'the password of the workbook is wrong' },
    remedy: {
      zh: '请向提供单位核对密码(区分大小写)',
      en: 'check the password with the bureau (capitals count)',
    },
  },
  'workbook-bomb': {
    exit: 3,
    what: {
      zh: '工作簿展开后大得异常,为安全起见没有读取({part})',
      en: 'the workbook inflates to an abnormal size and was not read, for safety ({part})',
    },
    remedy: {
      zh: '请用 Excel 或 WPS 打开,删去多余的空行空列,另存为 XLSX;来源不明的文件请不要打开',
      en: 'open it in Excel or WPS, delete surplus empty rows and columns, save as XLSX; do not open a file of unknown origin',
    },
  },
  'workbook-doctype': {
    exit: 3,
    what: {
      zh: '工作簿里有正常表格不会有的定义(DOCTYPE 或自定义实体),为安全起见没有读取({part})',
      en: 'the workbook holds definitions no ordinary one has (DOCTYPE or entities) and was not read, for safety ({part})',
    },
    remedy: {
      zh: '请核实文件来源;来源可靠的,用 Excel 或 WPS 打开并另存为 XLSX',
      en: 'check where the file is from; if it can be trusted, open it in Excel or WPS and save it as XLSX',
    },
  },
  'workbook-duplicate-part': {
    exit: 3,
    what: {
      zh: '工作簿里有两份同名的内容({part}),不能确定哪一份是真的',
      en: 'the workbook holds two parts of one name ({part}); which of them counts cannot be told',
    },
    remedy: {
      zh: '请向提供单位索取用 Excel 或 WPS 直接另存的 XLSX',
      en: 'ask the bureau for an XLSX saved directly from Excel or WPS',
    },
  },
  'workbook-too-many-parts': {
    exit: 3,
    what: {
      zh: '工作簿里有 {count} 个部件,超过上限 {limit}',
      en: 'the workbook holds {count} parts, more than the limit of {limit}',
    },
    remedy: {
      zh: '请删去其中的图片等附件,另存为 XLSX',
      en: 'remove pictures and the like from it, and save it as XLSX',
    },
  },
  'workbook-too-large': {
    exit: 3,
    what: {
      zh: '这种格式的工作簿须整个读入内存,上限为 {limit} MB',
      en: 'a workbook of this format must be held in memory whole; the limit is {limit} MB',
    },
    remedy: {
      zh: '请用 Excel 或 WPS 打开并另存为 XLSX 或 CSV',
      en: 'open it in Excel or WPS and save it as XLSX or CSV',
    },
  },
  'workbook-unreadable': {
    exit: 3,
    what: { zh: '读不懂这个工作簿', en: 'the workbook cannot be understood' },
    remedy: {
      zh: '请用 Excel 或 WPS 打开并另存为 XLSX',
      en: 'open it in Excel or WPS and save it as XLSX',
    },
  },
  'sheet-missing': {
    exit: 3,
    what: {
      zh: '工作簿里没有工作表“{sheet}”;有:{sheets}',
      en: 'the workbook has no sheet "{sheet}"; it has: {sheets}',
    },
    remedy: {
      zh: '请核对工作表名,或写它是第几个(1、2……);也可以不写',
      en: 'check the name of the sheet, or give its position (1, 2, …), or leave it out',
    },
  },
  ...headerErrors,
  'too-many-files': {
    exit: 3,
    what: { zh: '文件太多:{count}个,最多{limit}个', en: 'too many files: {count}, at most {limit}' },
    remedy: { zh: '请把小文件合并后再查', en: 'merge the small files first' },
  },
  'roster-empty': {
    exit: 3,
    what: { zh: '名册里没有一户可以核查', en: 'the roster holds no household to check' },
    remedy: {
      zh: '请用 dibao inspect 看看名册的表头和退回的行,再核查',
      en: 'look at its header and its rejected rows with dibao inspect, then check again',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
