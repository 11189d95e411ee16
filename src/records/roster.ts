import { field } from './build.js';
import { relationCodes } from './relation-codes.js';
import { accountName, bankAccount, householdId, idNumber, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

const household = { household: true } as const;

/** One row per family member, covered or not; fields marked household hold for all rows of the household. */
export const roster: RecordSet = {
  key: 'roster',
  title: { zh: '低保花名册', en: 'roster' },
  fields: [
    householdId(),
    personName('', { starred: true }),
    idNumber(),
    field('relation', 'code', '与户主关系 与申请人关系 家庭关系 关系 与户主的关系 成员关系 称谓', {
      codes: relationCodes,
    }),
    field('covered', 'bool', '是否享受 是否保障对象 是否享受低保 享受标志 是否在保 保障状态'),
    field(
      'category',
      'code',
      '低保类别 救助类别 城乡类别 类型 低保类型 保障类别 城乡属性 低保性质 户口性质',
      { starred: true, household: true, codes: { urban: '城市 城镇 城市低保', rural: '农村 农村低保' } },
    ),
    field('class', 'code', '施保类别 分类 低保分类 救助等级 保障等级', {
      household: true,
      codes: { A: 'A类 A 一类', B: 'B类 B 二类', C: 'C类 C 三类' },
    }),
    // 行政区划 holds township and village in one cell; the layout marks such a column as one to split.
    field('township', 'text', '乡镇 镇街 街道 乡镇街道 乡镇(街道) 所属乡镇 镇(街道) 行政区划 所属区划', {
      ...household,
      title: '乡镇(街道)',
    }),
    field('village', 'text', '村 社区 村居 村(居) 村社区 村(社区) 行政村 所属村 居委会 村名', {
      ...household,
      title: '村(社区)',
    }),
    field('village_group', 'text', '村民小组 组', household),
    field('address', 'text', '家庭住址 住址 详细地址', household),
    field('household_size', 'int', '家庭人口 家庭人口数 共同生活人口', household),
    field('covered_size', 'int', '保障人口 享受人数 保障人数', household),
    // The labels after the third say another period, or the whole family's income; the layout tells which.
    field(
      'income_per_capita',
      'money',
      '家庭人均月收入 人均月收入 月人均收入 人均收入 家庭人均收入 人均年收入 年人均收入 ' +
        '家庭人均年收入 家庭年人均收入 家庭月收入 家庭月总收入 家庭年收入 家庭年总收入',
      household,
    ),
    field(
      'monthly_amount',
      'money',
      '月保障金 户月保障金 月低保金 月救助金额 保障金额 月补助金额 月发放金额 实发金额 户补差金额 月补差 ' +
        '季度发放额 季度发放金额 季度保障金 年保障金 年发放金额 人均补差 月人均补差 人均月补差 人均补差金额',
      household,
    ),
    field('supplement', 'money', '分类施保金', household),
    field('tier', 'text', '档次', household),
    field(
      'start_date',
      'date',
      '纳入时间 享受起始时间 批准时间 开始享受时间 享受时间 纳保时间 首次享受时间 享受起始年月 审批时间',
      { household: true, title: '享受起始时间' },
    ),
    bankAccount(household),
    accountName(household),
    field('labour_capacity', 'code', '劳动能力', {
      codes: {
        none: '无 丧失 完全丧失 无劳动能力',
        partial: '部分 部分丧失',
        full: '有 正常 健全 有劳动能力',
      },
    }),
    field('health', 'code', '健康状况', {
      codes: { healthy: '健康', ill: '患病 慢性病', serious: '重病 大病', disabled: '残疾' },
    }),
    field('sex', 'code', '性别', { codes: { male: '男 男性', female: '女 女性' } }),
    field('birth_date', 'date', '出生日期'),
    field('age', 'int', '年龄'),
    field('cohabits', 'bool', '是否共同生活'),
    field('status', 'code', '救助状态 在保状态', {
      codes: { active: '在保 享受', ended: '停保 注销 退出' },
    }),
    field('end_date', 'date', '停保时间'),
    field('grace_until', 'date', '渐退期至', household),
    field('last_review', 'date', '最近复核时间 年审时间', household),
    field('authorised', 'date', '授权书签署日期', household),
    field('phone', 'text', '联系电话 电话 手机号', household),
    field('officer', 'name', '经办人 承办人', household),
  ],
  persons: [self],
  byHousehold: true,
  ofMembers: true,
  nameWords: ['低保花名册', '花名册', '名册', '低保名单', '低保对象', '保障对象', '在保', '低保户'],
};
