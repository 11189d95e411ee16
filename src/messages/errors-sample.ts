import type { ErrorEntry } from '../errors.js';

/** Errors of `sample`. */
export const sampleErrors = {
  'sample-sizes': {
    exit: 2,
    what: { zh: '{names} 只能写一个', en: 'of {names} only one can be given' },
    remedy: {
      zh: '--share 按比例,--size 按户数,--margin 按精度算户数,请任选其一',
      en: '--share is a share, --size a number, --margin a wished precision: choose one',
    },
  },
  'sample-exists': {
    exit: 2,
    what: { zh: '这里已经有一次抽样:{file}', en: 'there is a draw already: {file}' },
    remedy: {
      zh: '抽过的样本不覆盖,以免换掉已经下发的户;要另抽一次,请用 -o 写明另一个文件夹',
      en: 'a draw is not overwritten, since its households may have gone out; for another one name another folder with -o',
    },
  },
  'sample-unreadable': {
    exit: 3,
    what: {
      zh: '不是 dibao sample 写出的样本文件(第 {line} 行)',
      en: 'no draw as dibao sample writes it (line {line})',
    },
    remedy: {
      zh: '请给出抽样文件夹里的 sample.ndjson,不要改动其中内容',
      en: 'give the sample.ndjson of the draw, unchanged',
    },
  },
  'sample-missing': {
    exit: 2,
    what: { zh: '没有给出样本文件', en: 'the draw is not given' },
    remedy: {
      zh: '请在 --estimate 后写上抽样文件夹里的 sample.ndjson,或把填好的名单放在它旁边',
      en: 'name the sample.ndjson of the draw behind --estimate, or put the filled lists beside it',
    },
  },
  'sample-no-list': {
    exit: 3,
    what: {
      zh: '没有“户编号”和“核查结果”两栏,看不出核查结果',
      en: 'no columns 户编号 and 核查结果: no result can be read',
    },
    remedy: {
      zh: '请给出 dibao sample 写出、填好“核查结果”的名单;核实结果已用 dibao collect 收回的,只写 sample.ndjson',
      en: 'give the list that dibao sample wrote, filled in; where dibao collect has the answers, give sample.ndjson alone',
    },
  },
  'sample-answer': {
    exit: 3,
    what: {
      zh: '核查结果“{value}”不是 {known} 之一',
      en: 'the result "{value}" is none of {known}',
    },
    remedy: { zh: '请从下拉列表中选', en: 'choose from the drop-down list' },
  },
  'sample-conflict': {
    exit: 3,
    what: {
      zh: '户 {household} 有两个不同的核查结果',
      en: 'household {household} has two different results',
    },
    remedy: { zh: '请核对,只留一个', en: 'look which one is right, and keep it alone' },
  },
} as const satisfies Record<string, ErrorEntry>;
