import { code } from './markdown.mjs';

/** The worked example: docs.test runs exactly this, by the demo county. */
export const EXAMPLE = `/*---
id: U01.other-relief
rule: U01
title: 低保家庭成员另领其他救助
grade: verify
needs: [other_relief]
uses: [death, prison]
basis:
  - { document: 本县社会救助联席会议纪要, item: 二 }
lawful_reasons: [救助名册没有及时更新, 按规定可以同时享受]
---*/
SELECT 'hit' AS outcome, m.household_id, m.person, r.programme AS fact,
  r.start_date AS since, min(l.level) AS match,
  m.name || '在其他救助名册中:' || r.programme AS reason,
  list(r.source ORDER BY r.source) AS sources
FROM family m
JOIN family_link l USING (household_id, person)
JOIN other_relief r USING (source)
WHERE m.covered AND m.checkable AND is_current(r.start_date, r.end_date)
GROUP BY m.household_id, m.person, m.name, r.programme, r.start_date`;

const columns = [
  ['outcome', '`hit` 命中;`undecidable` 缺必要的值,无法判断'],
  ['household_id', '户编号,必须是名册上的户'],
  ['person', '成员(`family.person`);整户的疑点写 `NULL AS person`'],
  ['match', "匹配方式:链接的 `level`,多行取 `min`;只用名册的写 `CAST('exact' AS match_level)`"],
  ['reason', '一句话的理由,用该行自己的值拼成'],
  ['sources', '引用的行:`list(source)`;报表据此列出文件、行号和各字段'],
];

/** The page on rules of the user's own. */
export function ownRulesPage() {
  return `# 自编规则

会写一点 SQL 的审计人员,可以给一个专项加自己的检查。一项检查就是一个文件:开头是说明,后面是一条 SELECT。程序自带的检查也是这样写的,
${code('dibao rules R04.car')} 可以看到全文。

## 一个完整的例子

在专项文件夹里建 ${code('rules')} 文件夹,放入 ${code('U01.other-relief.sql')}:

\`\`\`sql
${EXAMPLE}
\`\`\`

在专项文件里加一行 ${code('rules: rules/')},然后:

\`\`\`sh
dibao rules --check -c dibao.yaml
dibao check -c dibao.yaml --check U01.other-relief -o 试跑
\`\`\`

第一条命令不读任何数据,只看规则写得对不对;有错就指出文件、行和怎样才对。第二条只跑这一项。不写 ${code('--check')},自编的检查随规则包一起跑。

## 说明头

| 项 | 写什么 |
| --- | --- |
| ${code('id')} | 编号,大写字母开头,如 ${code('U01')}、${code('U01.other-relief')};不能与程序的检查相同 |
| ${code('rule')} | 编号中点以前的部分 |
| ${code('grade')} | ${code('verify')} 核实;确有规定应当退出、减员的才写 ${code('exit')}、${code('remove')} |
| ${code('needs')}、${code('any_of')} | 没有就不能跑的数据;各组有一种就行的数据。缺了是“未运行”,不是“未命中” |
| ${code('uses')} | 另外读到的数据。SQL 实际读了哪些表,说明头就要写哪些,不多不少;用到 ${code('family')} 的,要写 ${code('[death, prison]')}(已死亡、服刑的不算家庭成员) |
| ${code('excused_by')} | 可以免责的数据;没有取得时一律降为核实,理由后写明 |
| ${code('standard')} | 与低保标准比较的写 ${code('true')} |
| ${code('basis')} | 依据的文件和条款,至少一条 |
| ${code('lawful_reasons')} | 须先排除的合理情形,至少一种 |

## SELECT 的列

| 列 | 内容 |
| --- | --- |
${columns.map(([name, text]) => `| ${code(name)} | ${text} |`).join('\n')}

另可有 ${code('fact')}(同一人的两条疑点以此区别,如车牌)、${code('since')}(起始日期,DATE)、${code('subject')}、${code('grade')}、${code('round')};其余各列都作为数字依据进入报表。

## 怎样才不错怪人

- 表与人之间用 ${code('family_link')}(家庭成员)或 ${code('link')} 连接,不要自己比对身份证号:号码的升位、错位、同名都已处理好。
- 数据里没有写的,不能当作违规。空值先用 ${code('coalesce')} 想清楚偏向谁。
- 条件里不要用 ${code('/')} 和 ${code('avg()')}:得数是近似的。把两边乘开来比。
- 规则只能查已读入的表,不能读写文件,不能改数据。
- 共用的词(${code('as_of()')}、${code('family')}、${code('household')}、${code('income')}、${code('vehicle_now')} ……)在 ${code('src/load/vocabulary/')};用 ${code('dibao check --keep-db')} 留下数据库,可以在任何 DuckDB 里试。`;
}
