import type { ErrorEntry } from '../errors.js';

/** Errors of `clean`. */
export const cleanErrors = {
  'clean-waive-incomplete': {
    exit: 2,
    what: { zh: '免除要求时缺少 {missing}', en: 'a waiver without {missing}' },
    remedy: {
      zh: '写全:--waive served --by-whom 批准人 --why 理由;只对几户的再加 --household 户编号',
      en: 'give all of it: --waive served --by-whom name --why text; for some households alone also --household id',
    },
  },
  'clean-waive-verdict': {
    exit: 2,
    what: {
      zh: '核实结论不能对所有户一并免除',
      en: 'verdicts cannot be waived for all households at once',
    },
    remedy: {
      zh: '用 --household 写明是哪一户',
      en: 'name the households with --household',
    },
  },
  'clean-no-household': {
    exit: 2,
    what: { zh: '花名册里没有户编号“{household}”', en: 'no household {household} on the roster' },
    remedy: {
      zh: '户编号照花名册或待办清单填写,不是身份证号',
      en: 'give the household number as the roster or the list of what waits has it, not an ID number',
    },
  },
  'clean-run-missing': {
    exit: 3,
    what: {
      zh: '台账所指的核查结果“{run}”里没有 {name}',
      en: 'the run {run} that the ledger names has no {name}',
    },
    remedy: {
      zh: '结果文件夹移走的,移回原处;没有了的,重新运行 dibao check -c dibao.yaml',
      en: 'put the run folder back where it was, or run dibao check -c dibao.yaml again',
    },
  },
  'clean-output-not-ours': {
    exit: 2,
    what: {
      zh: '输出文件夹里有别的文件,清理结果不写进去:{name}',
      en: 'the output folder holds other files: {name}',
    },
    remedy: { zh: '用 -o 换一个空文件夹', en: 'choose an empty folder with -o' },
  },
} as const satisfies Record<string, ErrorEntry>;
