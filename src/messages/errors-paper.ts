import type { ErrorEntry } from '../errors.js';

/** Errors of `paper`. */
export const paperErrors = {
  'paper-kind': {
    exit: 2,
    what: { zh: '没有“{kind}”这种单据{hint}', en: 'there is no paper "{kind}"{hint}' },
    remedy: {
      zh: '可以写:evidence(取证单)、handover(交接单)、return(退回函)。审批表和告知书由 dibao clean 生成,入户核查表由 dibao dispatch 生成,公示由 dibao notice 生成',
      en: 'one of evidence, handover, return. Approval forms and letters come from dibao clean, visit forms from dibao dispatch, public notices from dibao notice',
    },
  },
  'paper-no-case': {
    exit: 2,
    what: { zh: '没有可取证的疑点 {rules}', en: 'there is no case to take evidence of {rules}' },
    remedy: {
      zh: '请核对 --household、--case、--rule;规则写编号,如 R04 或 R04.car(dibao rules 列出全部)',
      en: 'check --household, --case and --rule; rules by id, such as R04 or R04.car (dibao rules lists them)',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
