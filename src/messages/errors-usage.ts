import type { ErrorEntry } from '../errors.js';

/** Errors of the command line. `{hint}` is empty or asks for the nearest spelling. */
export const usageErrors = {
  'unknown-command': {
    exit: 2,
    what: { zh: '没有命令“{name}”{hint}', en: 'there is no command "{name}"{hint}' },
    remedy: { zh: '全部命令用 dibao --help 列出', en: 'dibao --help lists the commands' },
  },
  'unknown-option': {
    exit: 2,
    what: { zh: '没有选项“{name}”{hint}', en: 'there is no option "{name}"{hint}' },
    remedy: { zh: '可用的选项见 {command} --help', en: 'see {command} --help' },
  },
  'missing-argument': {
    exit: 2,
    what: { zh: '缺少“{name}”', en: '"{name}" is missing' },
    remedy: { zh: '用法见 {command} --help', en: 'see {command} --help' },
  },
  'missing-option-value': {
    exit: 2,
    what: { zh: '选项“{name}”后面缺少值', en: 'option "{name}" needs a value' },
    remedy: { zh: '用法见 {command} --help', en: 'see {command} --help' },
  },
  'too-many-arguments': {
    exit: 2,
    what: { zh: '多出的参数“{name}”', en: 'one argument too many: "{name}"' },
    remedy: {
      zh: '文件要写在选项后面,如 --roster 花名册.xlsx;用法见 {command} --help',
      en: 'files follow an option, as --roster roster.xlsx; see {command} --help',
    },
  },
  'one-argument-only': {
    exit: 2,
    what: { zh: '多出的参数“{name}”', en: 'one argument too many: "{name}"' },
    remedy: {
      zh: '这里只能写一个;用法见 {command} --help',
      en: 'only one may stand here; see {command} --help',
    },
  },
  'two-arguments-only': {
    exit: 2,
    what: { zh: '多出的参数“{name}”', en: 'one argument too many: "{name}"' },
    remedy: {
      zh: '这里写两个,先旧后新;一边有几个文件的,写文件夹,或写带 * 的通配并加引号;用法见 {command} --help',
      en: 'two stand here, the older first; for several files on one side name their folder, or a pattern in quotes; see {command} --help',
    },
  },
  'one-file-only': {
    exit: 2,
    what: { zh: '有 {count} 个文件符合,一次只读一个', en: '{count} files match; one is read at a time' },
    remedy: { zh: '请写出其中一个文件', en: 'name one of them' },
  },
  'option-value': {
    exit: 2,
    what: {
      zh: '选项“{name}”的值“{value}”不对{hint}',
      en: 'wrong value "{value}" for option "{name}"{hint}',
    },
    remedy: { zh: '应为:{expected}', en: 'expected: {expected}' },
  },
  'id-as-argument': {
    exit: 2,
    what: { zh: '身份证号不能写在命令行上', en: 'an ID number may not stand on the command line' },
    remedy: {
      zh: '命令行会留在历史记录和进程列表里;请写 dibao explain - 再从标准输入给出号码',
      en: 'command lines stay in histories and process lists: use dibao explain - and give it by standard input',
    },
  },
  'folder-not-empty': {
    exit: 2,
    what: { zh: '文件夹不是空的', en: 'the folder is not empty' },
    remedy: { zh: '请换一个不存在的或空的文件夹', en: 'name a folder that is empty or does not exist' },
  },
  'file-exists': {
    exit: 2,
    what: { zh: '文件已经存在', en: 'the file exists already' },
    remedy: { zh: '请用 -o 换一个文件名,或先移走它', en: 'name another file with -o, or move this one away' },
  },
  'cannot-write': {
    exit: 2,
    what: { zh: '写不了这个文件或文件夹({why})', en: 'cannot write this file or folder ({why})' },
    remedy: {
      zh: '请核对文件夹是否存在、有无权限、磁盘是否已满',
      en: 'check that the folder exists, your rights, and the space left',
    },
  },
  'unknown-register': {
    exit: 2,
    what: { zh: '没有“{name}”这种数据{hint}', en: 'there is no record set "{name}"{hint}' },
    remedy: { zh: '可用的种类用 dibao template 列出', en: 'dibao template lists the record sets' },
  },
  'unknown-rule': {
    exit: 2,
    what: { zh: '没有规则“{name}”{hint}', en: 'there is no rule "{name}"{hint}' },
    remedy: { zh: '全部规则用 dibao rules 列出', en: 'dibao rules lists them' },
  },
  'rule-faulty': {
    exit: 2,
    what: { zh: '规则 {id} 有误:{fault}', en: 'rule {id} is wrong: {fault}' },
    remedy: {
      zh: '改好后再用 dibao rules --check 检查;写法可看 dibao rules R04.car',
      en: 'mend it and run dibao rules --check again; dibao rules R04.car shows an example',
    },
  },
  'output-not-folder': {
    exit: 2,
    what: { zh: '-o 指的是一个文件,不是文件夹', en: '-o names a file, not a folder' },
    remedy: { zh: '请另写一个文件夹名', en: 'name a folder' },
  },
  'output-not-empty': {
    exit: 2,
    what: {
      zh: '文件夹里已有别的东西,不是以前的核查结果',
      en: 'the folder holds other things than an earlier run',
    },
    remedy: {
      zh: '请另写一个新的或空的文件夹,以免混在一起',
      en: 'name a new or an empty folder, so that nothing is mixed up',
    },
  },
  'output-unwritable': {
    exit: 2,
    what: { zh: '不能写入这个文件夹({reason})', en: 'the folder cannot be written to ({reason})' },
    remedy: {
      zh: '请检查权限和磁盘,或另写一个文件夹',
      en: 'look at its permissions and the disk, or name another folder',
    },
  },
  'explain-without-data': {
    exit: 2,
    what: { zh: '没有说明数据从哪里来', en: 'where the data come from is not said' },
    remedy: {
      zh: '请写 -c 专项文件,或 --roster 等数据文件,或 -o 核查结果文件夹',
      en: 'add -c CAMPAIGN, or data files (--roster …), or -o RUN',
    },
  },
  'run-unfinished': {
    exit: 3,
    what: { zh: '这里没有完整的核查结果(没有 run.json)', en: 'there is no finished run here (no run.json)' },
    remedy: {
      zh: '请核对文件夹;核查中断过的,请重新运行 dibao check',
      en: 'check the folder; if the check was cut off, run dibao check again',
    },
  },
  'run-damaged': {
    exit: 3,
    what: {
      zh: '核查结果中的 {name} 缺失、被改动过或版本不同 {why}',
      en: '{name} of the run is missing, altered or of another version {why}',
    },
    remedy: { zh: '请重新运行 dibao check', en: 'run dibao check again' },
  },
  'database-foreign': {
    exit: 3,
    what: { zh: '不是本版本 dibao 留下的库', en: 'not a database that this version of dibao kept' },
    remedy: {
      zh: '请用 dibao check --keep-db 重新核查,或加 -c 专项文件重新读取数据',
      en: 'check again with --keep-db, or add -c CAMPAIGN to read the data again',
    },
  },
  'stdin-empty': {
    exit: 2,
    what: { zh: '标准输入是空的', en: 'standard input is empty' },
    remedy: {
      zh: '请给出一行:疑点编号、户编号或身份证号',
      en: 'give one line: a case id, a household id or an ID number',
    },
  },
  'case-unknown': {
    exit: 2,
    what: { zh: '没有编号为“{id}”的疑点{hint}', en: 'there is no case "{id}"{hint}' },
    remedy: {
      zh: '疑点编号见疑点清单或 cases.csv;数据变了,疑点也会消失。看整户请给户编号',
      en: 'case ids stand in cases.csv; when data change, cases vanish. Give a household id to see all of it',
    },
  },
  'case-ambiguous': {
    exit: 2,
    what: { zh: '有{count}条疑点的编号以“{id}”开头:{ids}', en: '{count} cases begin with "{id}": {ids}' },
    remedy: { zh: '请写出完整的编号', en: 'give the whole id' },
  },
  'household-unknown': {
    exit: 2,
    what: { zh: '名册中没有户编号“{id}”{hint}', en: 'no household "{id}" on the roster{hint}' },
    remedy: {
      zh: '请核对户编号和数据;也可给疑点编号,或用 dibao explain - 从标准输入给身份证号',
      en: 'check the number and the data; or give a case id, or an ID number by standard input (dibao explain -)',
    },
  },
  'household-without-case': {
    exit: 2,
    what: { zh: '这次核查的疑点中没有户“{id}”{hint}', en: 'no case of household "{id}" in this run{hint}' },
    remedy: {
      zh: '没有疑点的户不在结果文件里:请加 -c 专项文件(重新读取数据),或核查时加 --keep-db',
      en: 'households without a case are not in the reports: add -c CAMPAIGN, or check with --keep-db',
    },
  },
  'person-unknown': {
    exit: 2,
    what: { zh: '名册中没有证号 {id} 的人', en: 'nobody on the roster has the number {id}' },
    remedy: { zh: '请核对号码;已停保的不算在册', en: 'check the number; ended rows do not count' },
  },
  'person-without-case': {
    exit: 2,
    what: { zh: '这次核查的疑点中没有证号 {id} 的人', en: 'no case of this run is about {id}' },
    remedy: {
      zh: '没有疑点的人不在结果文件里:请加 -c 专项文件(重新读取数据),或核查时加 --keep-db',
      en: 'people without a case are not in the reports: add -c CAMPAIGN, or check with --keep-db',
    },
  },
  'baseline-missing': {
    exit: 2,
    what: {
      zh: '没有上一次的结果(cases.ndjson)可以比较',
      en: 'there is no earlier run (cases.ndjson) to compare with',
    },
    remedy: {
      zh: '请写出以前的结果文件夹;第一次运行不要写 --baseline',
      en: 'name an earlier run folder; leave --baseline out at the first run',
    },
  },
  'baseline-unreadable': {
    exit: 2,
    what: { zh: '上一次的结果(cases.ndjson)读不懂', en: 'the earlier run (cases.ndjson) cannot be read' },
    remedy: { zh: '请换一个结果文件夹', en: 'name another run folder' },
  },
} as const satisfies Record<string, ErrorEntry>;
