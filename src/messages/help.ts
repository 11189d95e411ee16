import { changesCommand } from './help-changes.js';
import { cleanCommand } from './help-clean.js';
import { collectCommandHelp } from './help-collect.js';
import { diffCommand } from './help-diff.js';
import { dispatchCommand } from './help-dispatch.js';
import { dueCommand } from './help-due.js';
import { noticeHelp } from './help-notice.js';
import { paperCommand } from './help-paper.js';
import { progressCommands } from './help-progress.js';
import { purgeCommand } from './help-purge.js';
import { sampleCommand } from './help-sample.js';
import { simulateCommand } from './help-simulate.js';
import { sqlCommand } from './help-sql.js';
import { verifyCommand } from './help-verify.js';
import type { Text } from './language.js';

/** Headings and fixed words of the help. */
export const helpWords = {
  'Usage:': { zh: '用法:', en: 'Usage:' },
  'Arguments:': { zh: '参数:', en: 'Arguments:' },
  'Options:': { zh: '选项:', en: 'Options:' },
  'Global Options:': { zh: '各命令通用的选项:', en: 'Global options:' },
  'Commands:': { zh: '命令:', en: 'Commands:' },
  example: { zh: '示例:', en: 'Examples:' },
  data: {
    zh: '数据文件(可以写多个文件、文件夹或 * 通配):',
    en: 'Data (several files, folders or patterns with *):',
  },
  options: { zh: '[选项]', en: '[options]' },
  command: { zh: '<命令>', en: '<command>' },
  exits: {
    zh: '退出码: 0 没有疑点  1 有疑点  2 用法或专项文件有误  3 文件读不了  4 查得不全  70 程序缺陷',
    en: 'Exit codes: 0 nothing found  1 cases  2 wrong usage  3 unreadable input  4 not whole  70 defect',
  },
} as const satisfies Record<string, Text>;

/** Placeholders of option values. */
export const placeholders = {
  file: { zh: '文件', en: 'file' },
  folder: { zh: '文件夹', en: 'folder' },
  date: { zh: '日期', en: 'date' },
  code: { zh: '代码', en: 'code' },
  amount: { zh: '金额', en: 'amount' },
  number: { zh: '数', en: 'number' },
  check: { zh: '规则', en: 'check' },
  pack: { zh: '规则包', en: 'pack' },
  when: { zh: '情形', en: 'when' },
  format: { zh: '格式', en: 'format' },
  language: { zh: '语言', en: 'language' },
  run: { zh: '结果文件夹', en: 'run' },
  register: { zh: '数据种类', en: 'register' },
  name: { zh: '名称', en: 'name' },
  target: { zh: '编号', en: 'id' },
  delimiter: { zh: '分隔符', en: 'delimiter' },
  round: { zh: '公示', en: 'round' },
  requirement: { zh: '要求', en: 'requirement' },
  reason: { zh: '理由', en: 'reason' },
} as const satisfies Record<string, Text>;

export const globalHelp = {
  program: {
    zh: '核查低保名册:与各部门数据比对,列出疑点,每条都有依据、算式和须先排除的情形。不联网。',
    en: 'Audits 低保 rosters: compares them with the registers of other bureaus and lists cases, each with its evidence, arithmetic and doubts. Never goes online.',
  },
  help: { zh: '显示帮助', en: 'show help' },
  version: { zh: '显示版本', en: 'show the version' },
  lang: { zh: '语言:zh 中文,en 英文(默认随系统)', en: "language: zh or en (default: the system's)" },
  quiet: { zh: '不显示进度和提示', en: 'no progress, no notes' },
  unmask: { zh: '屏幕上显示完整的身份证号', en: 'show whole ID numbers on the screen' },
  helpCommand: { zh: '显示某个命令的帮助', en: 'show the help of a command' },
} as const satisfies Record<string, Text>;

/** What each command does (in the list, and above its own help) and examples of it. */
export const commandHelp = {
  init: {
    summary: {
      zh: '新建专项文件夹,带说明和空表;--demo 生成演示县',
      en: 'make a campaign folder; --demo makes the demo county',
    },
    example: {
      zh: 'dibao init 2026年专项\ndibao init 演示 --demo',
      en: 'dibao init campaign-2026\ndibao init demo --demo',
    },
  },
  inspect: {
    summary: {
      zh: '看看文件里是什么:编码、工作表、表头、像哪种数据、有什么问题',
      en: 'what is in a file: encoding, sheets, header, record set, problems',
    },
    example: {
      zh: 'dibao inspect data/车辆.xlsx data/养老金*.csv',
      en: 'dibao inspect data/vehicles.xlsx data/pension*.csv',
    },
  },
  cat: {
    summary: {
      zh: '把表格文件里的单元格原样读出,成为 UTF-8 的 CSV,给别的程序用',
      en: 'the raw cells of any table file as UTF-8 CSV, for other programs',
    },
    example: {
      zh: 'dibao cat 车辆.xls > 车辆.csv\ndibao cat 花名册.xlsx --sheet 农村 --rows\ndibao cat 养老金.csv --format ndjson --max-rejects 0 | 别的程序',
      en: 'dibao cat vehicles.xls > vehicles.csv\ndibao cat roster.xlsx --sheet Rural --rows\ndibao cat pension.csv --format ndjson --max-rejects 0 | program',
    },
  },
  template: {
    summary: {
      zh: '生成空表发给供数单位;不写种类则列出全部种类',
      en: 'an empty sheet for the supplier of a register; alone: list the registers',
    },
    example: {
      zh: 'dibao template vehicle -o 机动车登记.xlsx\ndibao template pension --list',
      en: 'dibao template vehicle -o vehicles.xlsx\ndibao template pension --list',
    },
  },
  check: {
    summary: { zh: '核查名册,列出疑点', en: 'check the roster and list the cases' },
    example: {
      zh: 'dibao check -c dibao.yaml -o 疑点\ndibao check --roster 花名册.xlsx --pension 养老金.csv --vehicle 车辆*.xlsx\n  --urban-standard 1208 --rural-standard 13200/年 -o 疑点',
      en: 'dibao check -c dibao.yaml -o cases\ndibao check --roster roster.xlsx --pension pension.csv --vehicle vehicles*.xlsx\n  --urban-standard 1208 --rural-standard 13200/y -o cases',
    },
  },
  explain: {
    summary: {
      zh: '一条疑点或一户的全部情况:事实、比对、算式、命中和未命中的规则',
      en: 'everything known and decided about one case or household',
    },
    example: {
      zh: 'dibao explain R04.car-7f3a9c1e5b20d846 -c dibao.yaml\ndibao explain - -c dibao.yaml   (再从标准输入给出身份证号)',
      en: 'dibao explain R04.car-7f3a9c1e5b20d846 -c dibao.yaml\ndibao explain - -c dibao.yaml   (then give the ID number by standard input)',
    },
  },
  rules: {
    summary: {
      zh: '列出规则;写规则编号则显示依据、SQL 和参数',
      en: 'list the rules; with an ID: its basis, SQL and parameters',
    },
    example: {
      zh: 'dibao rules\ndibao rules R04.car\ndibao rules --check -c dibao.yaml',
      en: 'dibao rules\ndibao rules R04.car\ndibao rules --check -c dibao.yaml',
    },
  },
  ...diffCommand,
  ...changesCommand,
  ...sampleCommand,
  ...dueCommand,
  ...sqlCommand,
  ...dispatchCommand,
  ...collectCommandHelp,
  status: progressCommands.status,
  ...cleanCommand,
  notice: noticeHelp,
  report: progressCommands.report,
  ...paperCommand,
  ...verifyCommand,
  ...purgeCommand,
  ...simulateCommand,
} as const satisfies Record<string, { summary: Text; example: Text }>;

/** What `cat` alone has. */
export const catHelp = {
  file: { zh: '一个文件:CSV、xlsx、xls、xlsb、ods、et 等', en: 'one file: CSV, xlsx, xls, xlsb, ods, et …' },
  rows: {
    zh: '每行前加它在源文件中的行号;有几个工作表时再加表名',
    en: 'each row after its row number in the source; with several sheets also the sheet',
  },
  delimiter: { zh: 'CSV 的分隔符 , ; | 或 tab,不自行判断', en: 'of a CSV: , ; | or tab, not guessed' },
  format: { zh: 'csv(默认)或 ndjson(行号、表名、单元格)', en: 'csv (default) or ndjson (row, sheet, cells)' },
  notes: {
    zh: `给出的是:
  标题、表头、合计、说明各行都原样给出,空行不给出(--rows 的行号因此有跳跃);CSV 的行有几列就给几列,
  工作表的行补齐到同样的列数,纵向合并的单元格逐行填上。
  单元格不作更改:身份证号是完整的(只有显示在屏幕上时脱敏),以 = + - @ 开头的也不加撇号,不要直接用 Excel 打开。
  读不了的行不给出,在标准错误上说明行号和原因;--max-rejects 0 使有这样的行时退出码为 4。`,
    en: `What is given:
  Titles, header, totals and notes as they stand; blank rows are left out (so the numbers of --rows jump).
  The rows of a CSV keep their number of columns; those of a sheet are filled up to one width, and cells
  merged downwards are repeated.
  Cells are not changed: ID numbers are whole (masked only on the screen), and what begins with = + - @
  gets no apostrophe: do not open the output in Excel as it is.
  Rows that cannot be read are left out; standard error says which and why. With --max-rejects 0 the exit
  code is 4 if there are any.`,
  },
} as const satisfies Record<string, Text>;

/** The arguments and options of the commands. */
export const optionHelp = {
  initDir: { zh: '文件夹,默认为当前文件夹', en: 'the folder; the current one by default' },
  demo: { zh: '放入一个虚构的演示县,可以直接核查', en: 'put an invented county into it, ready to check' },
  inspectFiles: { zh: '要看的文件、文件夹或 * 通配', en: 'files, folders or patterns with *' },
  as: { zh: '当作这种数据来看,不自行判断', en: 'take it for this record set' },
  sheet: { zh: '只看这个工作表(名称,或第几个)', en: 'only this sheet (its name or position)' },
  encoding: { zh: '编码,不自行判断', en: 'the encoding, not guessed' },
  templateRegister: { zh: '数据种类,如 vehicle', en: 'the record set, such as vehicle' },
  templateOutput: { zh: '存成这个文件;- 为标准输出', en: 'write this file; - is standard output' },
  list: { zh: '不生成文件,只列出字段', en: 'write nothing, list the fields' },
  explainTarget: {
    zh: '疑点编号或户编号;- 从标准输入读(身份证号只能这样给)',
    en: 'case or household; - reads it from standard input (the only way for an ID number)',
  },
  explainRun: {
    zh: '用 check --keep-db 留下的库,不重读数据',
    en: 'use the database that check --keep-db left',
  },
  explainFormat: {
    zh: 'table(默认)、ndjson、json,或 docx(一户一页的文件,打印用)',
    en: 'table (default), ndjson, json, or docx (a page per household, to print)',
  },
  explainOutput: {
    zh: 'docx 存成这个文件,默认 核查情况-编号.docx',
    en: 'write the docx to this file; named after the id by default',
  },
  rulesId: { zh: '规则编号,如 R04.car', en: 'the rule, such as R04.car' },
  rulesCheck: { zh: '检查自编规则是否写对', en: "validate the user's own rules" },
  rulesFolder: { zh: '自编规则所在文件夹', en: "folder of the user's own rules" },
  parameters: { zh: '列出全部参数、现行值和出处', en: 'list the parameters with values and documents' },
  config: {
    zh: '专项文件(默认 dibao.yaml,如果有)',
    en: 'the campaign file (dibao.yaml by default, if there is one)',
  },
  rosterUrban: { zh: '花名册,全部为城市低保', en: 'roster, every household urban' },
  rosterRural: { zh: '花名册,全部为农村低保', en: 'roster, every household rural' },
  urbanStandard: {
    zh: '城市低保标准,元/人月;按年写 14496/年',
    en: 'urban standard, yuan a month; 14496/y for a year',
  },
  ruralStandard: {
    zh: '农村低保标准,元/人月;按年写 13200/年',
    en: 'rural standard, yuan a month; 13200/y for a year',
  },
  asOf: { zh: '核查日,默认今天', en: 'the as-of date; today by default' },
  area: { zh: '本县行政区划代码,如 330482', en: 'area code of the county, such as 330482' },
  pack: {
    zh: '规则包:ten-categories(默认)、six-categories 或自编文件',
    en: 'rule pack: ten-categories (default), six-categories, or a file',
  },
  check: { zh: '只跑这些规则,跑不了就算出错;可多写', en: 'only these checks, and they must be able to run' },
  output: {
    zh: '结果放入这个文件夹,默认 疑点-核查日',
    en: 'folder for the results; 疑点-<as-of date> by default',
  },
  failOn: {
    zh: '何时退出码为 1:any 有疑点(默认)、exit 有应退户、new 有新增、never 从不',
    en: 'when to exit with 1: any (default), exit, new or never',
  },
  maxRejects: { zh: '退回的行超过这个数,退出码为 4', en: 'exit with 4 if more rows are rejected' },
  dryRun: { zh: '只看对上了哪些列、数据全不全,不核查', en: 'stop after the mapping and the coverage' },
  keepDb: { zh: '留下数据库,供 explain 使用', en: 'keep the database for explain' },
  keepAll: { zh: '装入全部数据行,不只是有关的', en: 'load every row, not only those that can matter' },
  baseline: {
    zh: '与这个结果文件夹比较新旧;last 为上一次的结果:-o 文件夹里的,没有则旁边按日期命名的最新一个',
    en: 'compare with this run; last: the one that -o holds now, else the newest dated one beside it',
  },
  format: {
    zh: '屏幕输出:table(默认)、csv、ndjson 或 json',
    en: 'output: table (default), csv, ndjson or json',
  },
  threads: { zh: '线程数', en: 'number of threads' },
  passwordFile: {
    zh: '打开加密表格的密码所在文件(第一行)',
    en: 'file whose first line opens protected workbooks',
  },
} as const satisfies Record<string, Text>;
