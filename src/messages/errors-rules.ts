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
    what: { zh: '没有名为 {name} 的规则包{hint}', en: 'no pack named {name}{hint}' },
    remedy: { zh: '可用:{known},或 YAML 文件的路径', en: 'there are: {known}; or the path of a YAML file' },
  },
  'pack-file-missing': {
    exit: 2,
    what: { zh: '找不到规则包文件', en: 'no such pack file' },
    remedy: {
      zh: '请核对路径;写在专项文件里的,从专项文件所在的文件夹算起',
      en: 'check the path; in a campaign file it starts from the folder of the campaign file',
    },
  },
  'pack-empty': {
    exit: 2,
    what: { zh: '规则包里一项检查也没有', en: 'the pack has no checks' },
    remedy: {
      zh: '在 rules 的各类下写 checks: [检查编号];编号用 dibao rules 列出',
      en: 'write checks: [ids] below the categories in rules; dibao rules lists the ids',
    },
  },
  'pack-check-unknown': {
    exit: 2,
    what: {
      zh: '规则包写的检查 {id} 不存在{hint}',
      en: 'the pack names the check {id}, which does not exist{hint}',
    },
    remedy: {
      zh: '编号用 dibao rules 列出;自编规则须放在专项文件 rules: 所指的文件夹里',
      en: 'dibao rules lists the ids; rules of your own belong into the folder that rules: of the campaign file names',
    },
  },
  'pack-check-twice': {
    exit: 2,
    what: { zh: '检查 {id} 列在两类之下', en: 'the check {id} stands below two categories' },
    remedy: { zh: '一条疑点只能归一类,请删去一处', en: 'a case belongs to one category: delete one' },
  },
  'pack-check-homeless': {
    exit: 2,
    what: {
      zh: '检查 {id} 属于 {rule},规则包的 rules 里没有这一类',
      en: 'the check {id} is of {rule}, which rules of the pack does not have',
    },
    remedy: {
      zh: '在 rules 里加一类 {rule},或把 {id} 写进某一类的 checks',
      en: 'add {rule} to rules, or put {id} into the checks of a category',
    },
  },
  'pack-grade-raised': {
    exit: 2,
    what: {
      zh: '规则包把检查 {id} 的等级由 {own} 改为 {grade}',
      en: 'the pack changes the grade of {id} from {own} to {grade}',
    },
    remedy: {
      zh: '规则包只能把等级降为 verify(核实),不能提高或改作别的;请写 verify 或删去',
      en: 'a pack may lower a grade to verify, and not change it otherwise: write verify, or delete the line',
    },
  },
  'check-unknown': {
    exit: 2,
    what: { zh: '没有编号为 {id} 的检查', en: 'no check {id}' },
    remedy: { zh: '现有检查:{known}', en: 'the checks are: {known}' },
  },
} as const satisfies Record<string, ErrorEntry>;
