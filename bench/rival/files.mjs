/**
 * The county's files as one who writes the script by hand knows them: the columns in order, so that nothing is sniffed,
 * and what to make of those that the rules need. `also` is a second column with a person's ID.
 * @typedef {{ file: string, skip?: number, columns: string, id?: string, also?: [string, string], select: string }} KnownFile
 */

const day = (column) => `CAST(nullif("${column}", '') AS DATE)`;
const slashed = (column) => `CAST(strptime(nullif("${column}", ''), '%Y/%-m/%-d') AS DATE)`;
const compact = (column) => `CAST(strptime(nullif("${column}", ''), '%Y%m%d') AS DATE)`;
const money = (column) => `CAST("${column}" AS DECIMAL(12, 2))`;

/** @type {KnownFile} */
export const roster = {
  file: '低保花名册.csv',
  columns:
    '序号,乡镇,村,户编号,姓名,身份证号码,与户主关系,是否享受,低保类别,施保类别,家庭人口,保障人口,人均月收入,月保障金,纳入时间,银行账号,开户人,劳动能力,健康状况,联系电话',
  id: '身份证号码',
  select: `"户编号" AS household, "姓名" AS name, "与户主关系" AS relation, "是否享受" = '是' AS covered,
    CASE "低保类别" WHEN '农村低保' THEN 13200 ELSE 14496 END AS standard_year, CAST("家庭人口" AS INTEGER) AS size,
    ${money('人均月收入')} AS income, "银行账号" AS account, coalesce("劳动能力", '') AS capacity, "健康状况" AS health`,
};

/** Who is related to whom: read before the registers, for relatives count as well. @type {Record<string, KnownFile>} */
export const relatives = {
  kinship: {
    file: '亲属关系.csv',
    columns: '姓名,身份证号码,亲属姓名,亲属身份证号,与本人关系,月赡养费',
    id: '身份证号码',
    also: ['亲属身份证号', 'relative'],
    select: `CASE WHEN "与本人关系" = '配偶' THEN 'spouse' WHEN "与本人关系" IN ('父亲', '母亲') THEN 'parent'
      WHEN "与本人关系" IN ('儿子', '女儿', '长子', '次子') THEN 'child' ELSE 'other' END AS relation,
      coalesce(TRY_CAST("月赡养费" AS DECIMAL(12, 2)), 0) > 0 AS pays`,
  },
  marriage: {
    file: '婚姻登记.csv',
    columns: '姓名,身份证号码,配偶姓名,配偶身份证号,业务类型,登记日期',
    id: '身份证号码',
    also: ['配偶身份证号', 'spouse'],
    select: `"业务类型" = '结婚登记' AS married, ${day('登记日期')} AS date`,
  },
};

/** Registers of people, the largest first. @type {Record<string, KnownFile>} */
export const registers = {
  pension: {
    file: '养老金发放.csv',
    columns: '序号,姓名,身份证号码,险种类型,月养老金,起领时间,终止时间,发放状态',
    id: '身份证号码',
    select: `"险种类型" LIKE '城乡居民%' AS resident, ${money('月养老金')} AS amount, ${compact('起领时间')} AS start_day,
      ${compact('终止时间')} AS end_day, "发放状态" <> '终止' AS active`,
  },
  property: {
    file: '不动产登记.csv',
    skip: 2,
    columns: '不动产单元号,权利人,权利人证件号,坐落,规划用途,建筑面积,共有情况,登记时间,权属状态',
    id: '权利人证件号',
    select: `"不动产单元号" AS unit, "规划用途" AS use, ${slashed('登记时间')} AS start_day, "权属状态" = '现势' AS active`,
  },
  vehicle: {
    file: '机动车登记.csv',
    columns: '号牌号码,车辆类型,使用性质,机动车所有人,身份证明号码,初次登记日期,状态',
    id: '身份证明号码',
    select: `"号牌号码" AS plate, "车辆类型" AS type, "使用性质" AS use, ${day('初次登记日期')} AS start_day,
      "状态" NOT IN ('注销', '报废') AS active`,
  },
  employment: {
    file: '务工与工资.csv',
    columns: '单位名称,姓名,身份证号,月工资,参保时间,停保时间,参保类型',
    id: '身份证号',
    select: `"单位名称" AS employer, ${money('月工资')} AS wage, ${day('参保时间')} AS start_day, ${day('停保时间')} AS end_day,
      "参保类型" <> '灵活就业' AS waged`,
  },
  utility: {
    file: '水电气缴费.csv',
    columns: '户编号,身份证号码,费用类型,账期,金额',
    id: '身份证号码',
    select: `"户编号" AS household, "账期" AS month, ${money('金额')} AS amount`,
  },
  student: {
    file: '在校学生.csv',
    columns: '学校,姓名,身份证号,培养层次,入学时间,预计毕业时间',
    id: '身份证号',
    select: `"培养层次" AS level, ${day('入学时间')} AS start_day, ${day('预计毕业时间')} AS end_day`,
  },
  business: {
    file: '市场主体登记.csv',
    columns: '统一社会信用代码,企业名称,市场主体类型,角色,姓名,法定代表人证件号,从业人数,成立日期,登记状态',
    id: '法定代表人证件号',
    select: `"统一社会信用代码" AS uscc, "角色" <> '监事' AS owner, TRY_CAST("从业人数" AS INTEGER) AS employees,
      ${day('成立日期')} AS start_day, "登记状态" = '存续' AS active`,
  },
  finance: {
    file: '金融资产.csv',
    columns: '姓名,身份证号码,资产类型,账号,余额,日期',
    id: '身份证号码',
    select: `"账号" AS account, ${money('余额')} AS balance, ${day('日期')} AS date`,
  },
  payroll: {
    file: '财政供养与国企人员.csv',
    columns: '单位,姓名,身份证号码,人员类别,职务,月工资,入职时间,离职时间,在职状态',
    id: '身份证号码',
    select: `"人员类别" IN ('公务员', '事业编制', '国有企业', '村(居)干部') AS public, ${money('月工资')} AS pay,
      ${slashed('入职时间')} AS start_day, ${slashed('离职时间')} AS end_day, "在职状态" = '在职' AS active`,
  },
  death: {
    file: '死亡登记.csv',
    skip: 1,
    columns: '序号,姓名,公民身份号码,死亡日期,登记机关',
    id: '公民身份号码',
    select: `CAST(strptime("死亡日期", '%Y年%-m月%-d日') AS DATE) AS died`,
  },
  disability: {
    file: '残疾人.csv',
    columns: '姓名,身份证号码,残疾证号,残疾类别,残疾等级,有效期至',
    id: '身份证号码',
    select: `"残疾类别" AS type, "残疾等级" AS level, ${day('有效期至')} AS end_day`,
  },
  migration: {
    file: '户籍迁出.csv',
    columns: '姓名,公民身份号码,迁移日期,迁往地,迁往地区划代码,迁移原因',
    id: '公民身份号码',
    select: `${compact('迁移日期')} AS date, "迁往地区划代码" AS code`,
  },
  illness: {
    file: '重病患者.csv',
    columns: '姓名,身份证号码,病种,程度,日期',
    id: '身份证号码',
    select: `"程度" = '重大疾病' AS serious`,
  },
  spending: {
    file: '高消费.csv',
    columns: '姓名,身份证号码,消费类型,金额,日期',
    id: '身份证号码',
    select: `${money('金额')} AS amount, ${slashed('日期')} AS date`,
  },
  prison: {
    file: '服刑人员.csv',
    columns: '姓名,身份证号码,类别,收监日期,刑满日期',
    id: '身份证号码',
    select: `"类别" = '监狱服刑' AS inside, ${day('收监日期')} AS start_day, ${day('刑满日期')} AS end_day`,
  },
  job_refusal: {
    file: '拒绝就业服务.csv',
    columns: '姓名,身份证号码,推荐日期,推荐岗位,拒绝理由,理由是否正当',
    id: '身份证号码',
    select: `${day('推荐日期')} AS date, "理由是否正当" = '是' AS justified`,
  },
};

/** Registers by household. @type {Record<string, KnownFile>} */
export const byHousehold = {
  payment: {
    file: '低保金发放.csv',
    columns: '户编号,发放月份,发放金额,银行账号,账户名,身份证号',
    select: `"户编号" AS household, "银行账号" AS account`,
  },
  declaration: {
    file: '家庭申报.csv',
    columns: '户编号,申报车辆数,申报住房套数,申报家庭月收入,日期',
    select: `"户编号" AS household, CAST("申报车辆数" AS INTEGER) AS vehicles, CAST("申报住房套数" AS INTEGER) AS homes,
      ${money('申报家庭月收入')} AS income, ${day('日期')} AS date`,
  },
  refusal: {
    file: '拒绝核查.csv',
    columns: '户编号,身份证号,日期,原因',
    select: `"户编号" AS household, ${day('日期')} AS date`,
  },
};
