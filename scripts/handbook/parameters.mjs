import { load } from './dist.mjs';
import { code, table } from './markdown.mjs';
import { parametersByCheck } from './uses.mjs';

const INTRO = `# 参数

规则和程序里没有写死的数:法律、文件规定的数和各地可以改的界限都是参数,按日期生效,存在 \`src/standards/*.yaml\`,当地不同的写进专项文件的
\`parameters:\`。核查日的现行值用 \`dibao rules --parameters\` 查看。出处由程序作者录入;在专项文件写明 \`verified_by\` 以前,报表印“参数来源未核对”。

不写起始日期的值一直用。写明“已知至”的,以后沿用,并在结果里说明;早于第一个日期的,用第一个值。

低保标准不在这里:各地各年不同,必须写在专项文件或命令行上,没有默认值。`;

function valuesText({ values, type }) {
  return values
    .map(({ from, value, known_until }) => {
      const text = type === 'words' && Array.isArray(value) ? value.join(' ') : String(value);
      const until = known_until ? `(已知至 ${known_until})` : '';
      return values.length === 1 && from === '1999-10-01' ? `${text}${until}` : `${from} 起 ${text}${until}`;
    })
    .join(';');
}

export async function parametersPage() {
  const { loadStandards } = await load('standards/load.js');
  const { loadCatalogue } = await load('rules/catalogue.js');
  const parameters = loadStandards();
  const catalogue = await loadCatalogue();
  const byCheck = await parametersByCheck(catalogue, parameters);
  const rows = parameters.map((parameter) => {
    const { name, title, unit, description, values } = parameter;
    const used = catalogue.filter(({ id }) => byCheck.get(id)?.includes(name)).map(({ id }) => id);
    return [
      code(name),
      title,
      valuesText(parameter),
      unit,
      description ?? '',
      [...new Set(values.map(({ document }) => document))].join(';'),
      used.join(' '),
    ];
  });
  return [
    INTRO,
    table(['参数', '名称', '值', '单位', '说明', '出处', '影响的检查'], rows),
    '没有“影响的检查”的参数,或供程序自查(异常、陈旧),或留给还没有的检查。',
  ].join('\n\n');
}
