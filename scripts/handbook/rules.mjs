import { load } from './dist.mjs';
import { bullet, code, table } from './markdown.mjs';
import { parametersByCheck } from './uses.mjs';

const INTRO = `# 规则

疑点是**线索**,不是结论:任何处理以前,先由人核实。错怪一户贫困家庭,比漏掉一条线索更糟。

- **等级**:整户退出、减员(该成员退出,重新核算)、核实(先由人看)。凡比对不确定、可免责的数据没有取得、或在渐退期内的,一律降为核实。
- **结果**五种,互不相容:命中、未命中、无法判断(个别户缺必要的值,列在 \`undecidable.csv\`)、未运行(没有所需数据)、出错。未运行不等于未命中。
- **匹配方式**:\`exact\` 身份证号相同且姓名相同(或该数据没有姓名);\`id\` 号码相同、姓名不同;\`near\` 号码只差一位或一处颠倒、姓名相同、
  且两个号码至少一个是错的;\`name\` 该行没有号码、姓名相同(默认不用)。前两种算“硬”(等级须是退出或减员),后两种只供核实。
- **所需数据**缺一即未运行;**另用数据**有则用,没有则在结果里说明没有查全;**可以免责的数据**没有取得时,等级降为核实,理由后写明未能排除。

每条检查就是一个 SQL 文件,\`dibao rules <编号>\` 显示全文;各检查共用的词(核查日、家庭、收入、亲属 ……)在 \`src/load/vocabulary/\`。`;

function basisText({ document, article, item }) {
  return [document, article, item && `第${item}类`].filter(Boolean).join(' ');
}

function section(rule, { say, gradeNames, titles, parameters }) {
  const registers = (keys) => keys.map((key) => `${titles.get(key)} ${code(key)}`);
  const needs = [...registers(rule.needs), ...rule.any_of.map((group) => registers(group).join(' 或 '))];
  const excused = registers(rule.excused_by);
  const uses = registers(rule.uses.filter((key) => !rule.excused_by.includes(key)));
  return [
    `### ${rule.id} ${rule.title}\n`,
    `- 等级:${say(gradeNames[rule.grade])}`,
    [
      bullet('所需数据', needs.length > 0 ? needs : ['只用名册']),
      bullet('另用数据', uses),
      bullet('可以免责的数据', excused),
      rule.standard ? '- 与低保标准比较:没有现行标准则不运行\n' : '',
      bullet(
        '参数',
        parameters.map(({ name, title }) => `${title} ${code(name)}`),
      ),
      bullet('依据', rule.basis.map(basisText)),
      bullet('须先排除的合理情形', rule.lawful_reasons),
      `- SQL:[src/rules/${rule.id}.sql](../../src/rules/${rule.id}.sql)`,
    ].join(''),
  ].join('\n');
}

export async function rulesPage() {
  const { loadCatalogue } = await load('rules/catalogue.js');
  const { loadPack } = await load('packs/load.js');
  const { recordSets } = await load('records/index.js');
  const { loadStandards } = await load('standards/load.js');
  const { gradeNames } = await load('messages/commands.js');
  const { say } = await load('messages/language.js');
  const pack = await loadPack('ten-categories', '.');
  const six = await loadPack('six-categories', '.');
  const order = [...pack.checks, ...pack.integrity.checks, ...six.checks];
  const catalogue = (await loadCatalogue()).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const standards = loadStandards();
  const byCheck = await parametersByCheck(catalogue, standards);
  const titles = new Map([...recordSets.values()].map((record) => [record.key, say(record.title)]));
  const told = new Set();
  const inPack = new Set([...pack.checks, ...pack.integrity.checks]);
  const sectionOf = (rule) => {
    told.add(rule.id);
    const parameters = standards.filter(({ name }) => byCheck.get(rule.id)?.includes(name));
    return section(rule, { say, gradeNames, titles, parameters });
  };
  const chapter = (rules) =>
    rules.flatMap(({ rule: key, number, title }) => {
      const checks = catalogue.filter((rule) => rule.rule === key && inPack.has(rule.id));
      const sections = checks.map(sectionOf);
      return [`## ${key} ${number ? `(${number})` : ''}${title}`, ...sections];
    });
  const parts = [
    INTRO,
    `# ${pack.title}\n\n规则包 ${code(pack.id)},依据:${pack.document}。`,
    ...chapter(pack.rules),
    '# 名册自身的核查\n\n随每个规则包运行,结果另列。',
    ...chapter(pack.integrity.rules),
    `# ${six.title}\n\n规则包 ${code(six.id)},依据:${six.document}。用 \`--pack six-categories\` 或专项文件的 \`pack:\`。`,
    table(
      ['类', '名称', '检查'],
      six.rules.map(({ number, title, checks = [] }) => [number, title, checks.join(' ')]),
    ),
    '其中以下各项不在十类以内:',
    ...catalogue.filter(({ id }) => six.checks.includes(id) && !inPack.has(id)).map(sectionOf),
  ];
  const untold = catalogue.filter(({ id }) => !told.has(id)).map(({ id }) => id);
  if (untold.length > 0) throw new Error(`checks of no rule of the pack: ${untold.join(' ')}`);
  return parts.join('\n\n');
}
