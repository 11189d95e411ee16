import { load } from './dist.mjs';
import { code, table } from './markdown.mjs';

const INTRO = `# 错误与数据问题

花括号里是每次不同的内容。身份证号一律脱敏显示。

程序停下来的是**错误**,按退出码分组;程序不停、只退回一行或不用一栏的是**数据问题**,列在 \`rejects.csv\` 和《疑点清单》的“数据质量”表里,
可以原样退给供数单位。`;

const groups = {
  2: '用法、专项文件、规则(退出码 2)',
  3: '数据文件(退出码 3)',
  4: '查得不全(退出码 4)',
};

export async function errorsPage() {
  const { catalogue } = await load('errors.js');
  const { problems } = await load('messages/problems.js');
  const { say } = await load('messages/language.js');
  const parts = [INTRO];
  for (const [exit, title] of Object.entries(groups)) {
    const rows = Object.entries(catalogue)
      .filter(([, entry]) => entry.exit === Number(exit))
      .map(([key, { what, remedy }]) => [code(key), say(what), say(remedy)]);
    if (rows.length > 0) parts.push(`## ${title}`, table(['代码', '错误', '怎么办'], rows));
  }
  const kinds = Object.entries(problems).map(([key, { title, remedy }]) => [
    code(key),
    say(title),
    say(remedy),
  ]);
  parts.push('## 数据问题(程序不停)', table(['代码', '问题', '怎么办'], kinds));
  return parts.join('\n\n');
}
