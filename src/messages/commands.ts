import type { Text } from './language.js';

/** Texts of the command line itself. */
export const valueTexts = {
  standard: {
    zh: '金额,每月写 1208,每年写 13200/年',
    en: 'an amount: 1208 for a month, 13200/y for a year',
  },
  count: { zh: '整数', en: 'a whole number' },
  share: { zh: '0 到 1 之间的比例,如 0.1', en: 'a share from 0 to 1, such as 0.1' },
  inside: { zh: '0 和 1 之间的比例(不含两端),如 95%', en: 'a share between 0 and 1, such as 95%' },
  standardOutput: { zh: '标准输出', en: 'standard output' },
  defect: {
    zh: '这是程序的缺陷,不是您的数据或用法有误。请把以上文字和所用命令告诉维护者(dibao {version})。',
    en: 'This is a defect of the program, not of your data. Please send the text above and the command to the maintainers (dibao {version}).',
  },
} as const satisfies Record<string, Text>;

/** `init`. */
export const initTexts = {
  made: { zh: '已建好 {folder}', en: 'made {folder}' },
  next: {
    zh: '下一步: 把数据放进 data/,核对 dibao.yaml,然后运行\n  {command}',
    en: 'next: put the data into data/, look over dibao.yaml, then run\n  {command}',
  },
  nextDemo: { zh: '下一步:\n  {command}', en: 'next:\n  {command}' },
} as const satisfies Record<string, Text>;

/** `template`: the list, and the workbook that goes to the supplier. */
export const templateTexts = {
  made: { zh: '已生成 {file}', en: 'wrote {file}' },
  fileName: { zh: '{title}.xlsx', en: '{title}.xlsx' },
  key: { zh: '种类', en: 'register' },
  title: { zh: '名称', en: 'title' },
  starredFields: { zh: '必有的列', en: 'columns that must exist' },
  notes: { zh: '填表说明', en: 'notes' },
  field: { zh: '列', en: 'column' },
  name: { zh: '字段', en: 'field' },
  required: { zh: '是否必填', en: 'required' },
  requiredMark: { zh: '必填', en: 'required' },
  yes: { zh: '必填', en: 'yes' },
  no: { zh: '', en: '' },
  oneOf: { zh: '{fields} 至少填一项', en: 'at least one of {fields}' },
  type: { zh: '类型', en: 'type' },
  accepted: { zh: '填写要求', en: 'accepted' },
  example: { zh: '示例', en: 'example' },
  alsoCalled: { zh: '列名也可用', en: 'other headers read' },
} as const satisfies Record<string, Text>;

export const typeNames = {
  id: { zh: '身份证号', en: 'ID number' },
  name: { zh: '姓名', en: 'name' },
  date: { zh: '日期', en: 'date' },
  month: { zh: '年月', en: 'month' },
  money: { zh: '金额', en: 'amount' },
  int: { zh: '整数', en: 'whole number' },
  text: { zh: '文字', en: 'text' },
  bool: { zh: '是/否', en: 'yes/no' },
  code: { zh: '选项', en: 'choice' },
} as const satisfies Record<string, Text>;

/** `rules`. */
export const rulesTexts = {
  id: { zh: '编号', en: 'id' },
  grade: { zh: '等级', en: 'grade' },
  title: { zh: '名称', en: 'title' },
  needs: { zh: '所需数据', en: 'needs' },
  uses: { zh: '另用数据', en: 'uses' },
  excusedBy: { zh: '可以免责的数据', en: 'excused by' },
  basis: { zh: '依据', en: 'basis' },
  lawful: { zh: '须先排除的合理情形', en: 'lawful explanations to rule out' },
  parameters: { zh: '参数', en: 'parameters' },
  file: { zh: '文件', en: 'file' },
  parameter: { zh: '参数', en: 'parameter' },
  value: { zh: '现行值', en: 'value' },
  from: { zh: '起于', en: 'from' },
  document: { zh: '出处', en: 'document' },
  pastLast: { zh: '(已过已知期限,沿用末值)', en: '(past its last known date; last value used)' },
  fine: { zh: '{count} 条规则都没有问题', en: '{count} rules, nothing wrong' },
  item: { zh: '第{item}类', en: 'item {item}' },
} as const satisfies Record<string, Text>;

export const gradeNames = {
  exit: { zh: '整户退出', en: 'exit' },
  remove: { zh: '减员', en: 'remove' },
  verify: { zh: '核实', en: 'verify' },
} as const satisfies Record<string, Text>;

/** What `rules --check` finds wrong with a rule. */
export const ruleFaults = {
  statements: { zh: '应为一条语句,实有 {count} 条', en: 'one statement is wanted, there are {count}' },
  select: { zh: '应为 SELECT 语句', en: 'a SELECT is wanted' },
  sql: { zh: 'SQL 不能运行:{message}', en: 'the SQL does not run: {message}' },
  columns: { zh: '缺少列 {columns}', en: 'columns missing: {columns}' },
  unsaid: {
    zh: '读了 {registers},说明头的 needs、uses 里没有写',
    en: 'reads {registers}, which needs and uses do not name',
  },
  unread: {
    zh: '说明头写了 {registers},SQL 并没有读',
    en: 'the header names {registers}, which the SQL does not read',
  },
  whole: {
    zh: 'whole 里的 {registers} 没有写在 needs、uses 里',
    en: 'whole names {registers}, which needs and uses do not name',
  },
  leads: {
    zh: 'leads 里的 {name} 既不是该数据的字段,也不是参数,或没有写在 needs、uses、any_of 里',
    en: 'leads names {name}, which is no field of that record set, no parameter, or is not named by needs, uses or any_of',
  },
  unknown: { zh: '没有 {registers} 这种数据{hint}', en: 'there is no record set {registers}{hint}' },
  files: {
    zh: '规则只能查已读入的表,不能用 {name} 读文件',
    en: 'a rule asks the loaded tables alone: {name} would reach outside them',
  },
  'type-text': {
    zh: '列 {name} 应为文字(VARCHAR),实为 {type}',
    en: 'the column {name} should be a text (VARCHAR) and is {type}',
  },
  'type-sources': {
    zh: '列 {name} 应为行号的列表,如 list(source) 或 [source],实为 {type}',
    en: 'the column {name} should be a list of row numbers, such as list(source) or [source], and is {type}',
  },
  'type-since': {
    zh: '列 {name} 应为日期(DATE),没有的写 CAST(NULL AS DATE),实为 {type}',
    en: 'the column {name} should be a DATE (CAST(NULL AS DATE) where there is none) and is {type}',
  },
} as const satisfies Record<string, Text>;
