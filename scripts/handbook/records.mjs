import { load } from './dist.mjs';
import { anchor, code, table } from './markdown.mjs';

const INTRO = `# 数据字典

dibao 认得的各种数据。“种类”用在命令行(\`--vehicle 车辆.xlsx\`,下划线写成连字符)、专项文件和 SQL 里(就是表名);“字段”就是 SQL 的列名。

- **必有**:没有这一列,也没有用 \`set\`、\`from\` 说明,该文件不能用;这一栏是空的或读不懂,该行退回(标“户”的除外)。
- 表头与“列名”比较前先去掉空格、换行和末尾括号里的单位;都对不上时,在专项文件里写 \`columns: { 表头: 字段 }\`。
- 字典以外的列原样保留,作为证据列出。
- 除下列字段外,每张表还有 \`source\`(来源行号)、\`same_as\`(内容相同的第一行)、\`extra\`(字典以外的列,JSON),每个身份证号字段另有
  \`…_problem\`(号码的问题)。
- 名册中标“户”的字段是整户的:取该户各行中的第一个值。`;

function codesText(field) {
  return (field.codes ?? []).map(({ code: key, labels }) => `${key} = ${labels.join(' ')}`).join(';');
}

function section(record, { say, typeNames, tableColumns }) {
  const columns = new Map(tableColumns(record).map(({ name, sql }) => [name, sql]));
  const rows = record.fields.map((field) => [
    code(field.name),
    field.title,
    say(typeNames[field.type]),
    columns.get(field.name) ?? '',
    [field.starred ? '必有' : '', field.household ? '户' : ''].filter(Boolean).join('、'),
    field.labels.join(' '),
    codesText(field),
  ]);
  const parts = [
    `## ${record.key} ${say(record.title)}`,
    table(['字段', '名称', '类型', 'SQL', '标记', '列名', '取值'], rows),
  ];
  for (const group of record.oneOf ?? []) parts.push(`至少要有其中一列:${group.map(code).join('、')}。`);
  return parts.join('\n\n');
}

export async function recordsPage() {
  const { recordSets } = await load('records/index.js');
  const { tableColumns } = await load('load/table-columns.js');
  const { typeNames } = await load('messages/commands.js');
  const { say } = await load('messages/language.js');
  const records = [...recordSets.values()];
  const overview = records.map((record) => {
    const title = say(record.title);
    const starred = record.fields.filter((field) => field.starred).map((field) => field.title);
    return [`[${record.key}](#${anchor(`${record.key} ${title}`)})`, title, starred.join(' ')];
  });
  return [
    INTRO,
    table(['种类', '名称', '必有的列'], overview),
    ...records.map((record) => section(record, { say, typeNames, tableColumns })),
  ].join('\n\n');
}
