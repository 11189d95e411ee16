import { readFileSync } from 'node:fs';
import { interval } from '../patterns/interval.mjs';
import { innocentSeries } from '../patterns/rotation.mjs';
import { innocent } from '../patterns/split.mjs';
import { load } from './dist.mjs';
import { table } from './markdown.mjs';

const percent = (share) => `${(share * 100).toFixed(share > 0 && share < 0.01 ? 3 : 1)}%`;

function innocenceTable(rows) {
  const all = rows.reduce(
    (sum, one) => ({
      title: '合计',
      villages: sum.villages + one.villages,
      listed: sum.listed + one.listed,
      counties: sum.counties + one.counties,
      counties_listed: sum.counties_listed + one.counties_listed,
    }),
    { villages: 0, listed: 0, counties: 0, counties_listed: 0 },
  );
  return table(
    ['无辜的村是怎样的', '村', '错列的村', '错列率', '95%置信区间上限', '县', '有错列的县'],
    [...rows, all].map(({ title, villages, listed, counties, counties_listed }) => [
      title,
      villages,
      listed,
      percent(listed / villages),
      percent(interval(listed, villages).high),
      counties,
      counties_listed,
    ]),
  );
}

function powerTable(columns, rows, told) {
  return table(
    [...columns, '有问题的村', '查出', '查出率', '95%置信区间'],
    rows.map((row) => {
      const { low, high } = interval(row.found, row.planted);
      return [
        ...told(row),
        row.planted,
        row.found,
        percent(row.found / row.planted),
        `${percent(low)}–${percent(high)}`,
      ];
    }),
  );
}

const SPLIT = `## D07 平分低保金

**看什么。** 平分,就是不问人口、收入,各户领一样多。金额相同本身不说明问题:分档发放的地方,人数相同、档次相同的户本来就领一样多;没有收入的户都领
足额。说明问题的是**人数不同的户领同一金额**。

**怎样算。** 对每个村、村里每个至少一半的户在领的金额:

1. 按保障人数把村里有金额的在享户分组,领这一金额的户最多的一组**不算**(全村一人户都是同一档,只是一组,不是平分);
2. 其余 n 户中有 x 户领这一金额(至少一半)。与全县同类别(城市、农村)、同保障人数的户比:各组在全县领这一金额的比例,乘以本村该组的户数,加起来
   就是按全县推算应有的户数 μ;
3. 假设金额在全县同类别、同人数的户之间是随机分配的(原假设:领多少与在哪个村无关),x 户或更多的概率不超过
   exp(−D),D = x·ln(x/μ) + (n−x)·ln((n−x)/(n−μ))(Hoeffding 1963,对不放回抽样同样成立);
4. D 达到 ln(V·s·k/(α·μ)) 才列出:V 是检验的村数,s 是本村有几种保障人数(排除哪一组是看了数据才定的),k 是本村户数;越常见的金额
   分到的错怪概率越大(加权 Bonferroni:各金额的 μ/k 之和不超过 1)。于是全县**任何一个**村被错列的概率不超过 α。

户数、比例都按整数(百万分之一,向上取整)计算,只在最后取一次对数,保留四位小数:结果与线程数、行的次序无关。

**列出什么。** 该村领这一金额的每一户,等级一律为核实:要核实的是这个村的钱怎样分,不是这些户该不该享受。少于最少户数的村、没有村名或没有金额的户
不检验;全县只有一个村、或邻村也都领这一金额(例如当地规定每户最低补差额),没有可比的,不列。

**查不出什么。** 几乎全是一人户的村(一人户之间平分,与同一档次分不开;按差额发放的地方,由 D06 逐户核对金额);人均平分(每人一样多);
户数很少的村。`;

const ROTATION = `## D08 轮保

**看什么。** 轮保,就是名额不变,各户轮流在册。一户退出又回来本身不说明问题:收入变化、复核暂停、名册缺漏都会这样。说明问题的是**一个村里许多户退出
又回来,而且退出时有别户进入、回来时有别户退出**。

**怎样比。** 把历史花名册(\`snapshot\`,每份一个日期)和本期名册按日期排列,按**人**比较:户编号重编、换户主、换村名都不算变动。一户的成员在下一期的
全县任何一户都找不到(号码找不到,同村也没有同名的),才算退出;前一期都找不到,才算进入。号码不完整(脱敏、被表格软件破坏)的户不算。没有人享受的
户不算在册。户内任何一人以后各期又出现,就是回来。

**怎样算。** 对每个村:

1. 每次更替,“以后会回来的退出户”最多算到同次进入的户数,“回来的户”最多算到同次退出的户数;各次相加,取两者中较小的,就是轮换的户数 x。
   整村暂停后一起恢复、缺了一个乡镇的名册、提标时大批新增,都没有别户替换,x 是零或很小;
2. 原假设:退出又回来与在哪个村无关。全县先后在册的户中退出又回来的占 p,本村先后在册 n 户,μ = n·p,x 户或更多的概率不超过 exp(−D),D 同上
   (p 按所有退出又回来的户算,不问有没有替换,所以偏宽);
3. D 达到 ln(V/α),x 达到最少户数,x/n 达到最低比例,才列出。V 是村数。

连同本期不到最少期数的,检查不运行(不等于没有问题)。

**列出什么。** 该村现在在册、曾退出又回来的每一户,等级一律为核实;证据是各期名册中的行。

**无辜的村是怎样的。** 死亡、退出的不再回来;新增的以前没有;停发后恢复的户零星分散,没有别户恰好替换。最像轮保的无辜情形,是村里一批户夏天停发、
另一批户冬天停发:名册上与轮保分不开,见下表,须到村里核实。

**查不出什么。** 只轮换少数几户的村;全县各村都在轮保(没有可比的);期数太少。`;

/** The page on the two statistics, with the figures that scripts/patterns.mjs measured. */
export async function patternsPage() {
  const measured = JSON.parse(readFileSync(new URL('./patterns.json', import.meta.url), 'utf8'));
  const { loadStandards } = await load('standards/load.js');
  const limits = loadStandards().filter(({ name }) => /^(equal_split|rotation)_/.test(name));
  const { 'D07.equal-split': split, 'D08.rotation': rotation } = measured;
  return [
    `# 平分与轮保:两个统计量

D07 和 D08 不是逐户比对,而是看一个村与全县的村有多不一样。这一页说明统计量和理由,以及在模拟的县里实测的错列率(无辜的村被列出)和查出率(有问题的村被列出)。`,
    table(
      ['参数', '名称', '值', '说明'],
      limits.map(({ name, title, values, description }) => [
        `\`${name}\``,
        title,
        values[0].value,
        description ?? '',
      ]),
    ),
    SPLIT,
    '### D07 的错列率',
    innocenceTable(split.innocence),
    '### D07 的查出率',
    powerTable(['县里怎样发放', '村的户数', '参与平分的户'], split.power, ({ kind, homes, part }) => [
      innocent[kind].title,
      homes,
      percent(part),
    ]),
    ROTATION,
    '### D08 的错列率',
    innocenceTable(rotation.innocence),
    '### D08 的查出率',
    powerTable(
      ['县里其他村', '村的户数(名额之外的也算)', '参与轮换的户', '分几批', '期数'],
      rotation.power,
      ({ kind, homes, part, groups, days }) => [
        innocentSeries[kind].title,
        homes,
        percent(part),
        groups,
        days,
      ],
    ),
    `## 怎样量的

每个县200个村,各户的人口、收入、档次、进出按 \`scripts/patterns/\` 里写明的分布用种子生成(种子 ${measured.seed},每种情形 ${measured.counties} 个县;有问题的县各种
10 个村),装进程序自己的表,运行程序自己的 SQL(\`node scripts/patterns.mjs\`)。测试用别的种子重算较小的一份,与本页的数对照。

模拟的县不是真的县:上面的数说明统计量在这些情形下的表现,不是对哪个县的保证。错列率为零的,看置信区间上限。`,
  ].join('\n\n');
}
