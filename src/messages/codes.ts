import type { Text } from './language.js';

/**
 * Register → field → code → the word a report prints for it, where the first text of the data dictionary would say
 * less than the code means: 小学 for all of compulsory school, 注销 for a licence that was revoked.
 */
export const codeWords: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Text>>>>>> = {
  roster: {
    category: {
      urban: { zh: '城市低保', en: 'urban' },
      rural: { zh: '农村低保', en: 'rural' },
    },
    labour_capacity: {
      none: { zh: '无劳动能力', en: 'none' },
      partial: { zh: '部分丧失劳动能力', en: 'partial' },
      full: { zh: '有劳动能力', en: 'full' },
    },
    health: { serious: { zh: '重病', en: 'seriously ill' } },
    status: { ended: { zh: '已停保', en: 'ended' } },
  },
  pension: {
    kind: {
      survivor: { zh: '遗属补助', en: 'survivor' },
      not_pension: { zh: '抚恤、优抚、高龄补贴等(不是养老金)', en: 'no pension' },
    },
    status: { ended: { zh: '已终止', en: 'ended' } },
  },
  vehicle: {
    status: {
      active: { zh: '未注销', en: 'registered' },
      ended: { zh: '已注销或报废', en: 'ended' },
    },
  },
  property: { status: { ended: { zh: '历史(已注销或转移)', en: 'ended' } } },
  payroll: {
    kind: {
      civil: { zh: '机关(公务员)', en: 'civil service' },
      institution: { zh: '事业单位', en: 'public institution' },
      soe: { zh: '国有企业', en: 'state firm' },
      village_cadre: { zh: '村(居)干部', en: 'village cadre' },
      temp: { zh: '临聘、编外', en: 'temporary' },
    },
    status: {
      retired: { zh: '已退休', en: 'retired' },
      ended: { zh: '已离职', en: 'left' },
    },
  },
  business: {
    role: {
      shareholder: { zh: '股东(投资人)', en: 'shareholder' },
      officer: { zh: '董事、监事或经理', en: 'officer' },
    },
    status: { ended: { zh: '已注销或吊销', en: 'ended' } },
  },
  prison: { kind: { prison: { zh: '监狱服刑', en: 'prison' } } },
  student: {
    level: {
      compulsory: { zh: '小学、初中', en: 'compulsory school' },
      vocational: { zh: '中职', en: 'vocational school' },
      college: { zh: '大专', en: 'college' },
      graduate: { zh: '研究生', en: 'graduate school' },
    },
  },
};
