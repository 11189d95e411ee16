import type { ErrorEntry } from '../errors.js';

/** Errors of rules and packs. */
export const ruleErrors = {
  'rule-header': {
    exit: 2,
    what: { zh: '规则文件的说明头不对:{detail}', en: 'the rule file has a wrong header: {detail}' },
    remedy: {
      zh: '文件应以 /*--- 和 YAML 说明开头,---*/ 之后是一条 SELECT;可用 dibao rules R04.car 看一个例子',
      en: 'begin the file with /*--- and YAML, then ---*/ and one SELECT; dibao rules R04.car shows an example',
    },
  },
  'rule-twice': {
    exit: 2,
    what: {
      zh: '检查编号 {id} 出现两次,另一处在 {other}',
      en: 'check id {id} stands twice, also in {other}',
    },
    remedy: {
      zh: '请给自定义规则另取编号,如 U01.xxx',
      en: 'give your own rule another id, such as U01.name',
    },
  },
  'rules-folder-missing': {
    exit: 2,
    what: { zh: '找不到规则文件夹', en: 'no such rules folder' },
    remedy: { zh: '请核对专项文件中的 rules: 一项', en: 'check the entry rules: of the campaign file' },
  },
  'pack-unknown': {
    exit: 2,
    what: { zh: '没有名为 {name} 的检查包', en: 'no pack named {name}' },
    remedy: {
      zh: '可用 ten-categories,或写出 YAML 文件的路径',
      en: 'use ten-categories, or the path of a YAML file',
    },
  },
  'pack-invalid': {
    exit: 2,
    what: { zh: '检查包内容不对:{detail}', en: 'the pack is not as it should be: {detail}' },
    remedy: { zh: '请对照 ten-categories.yaml 修改', en: 'compare it with ten-categories.yaml' },
  },
  'check-unknown': {
    exit: 2,
    what: { zh: '没有编号为 {id} 的检查', en: 'no check {id}' },
    remedy: { zh: '现有检查:{known}', en: 'the checks are: {known}' },
  },
} as const satisfies Record<string, ErrorEntry>;
