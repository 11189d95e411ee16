import type { ErrorEntry } from '../errors.js';

/** Errors of checks that run every night. */
export const nightlyErrors = {
  'output-in-use': {
    exit: 3,
    what: {
      zh: '结果文件夹正被占用:{who} 在 {host} 上从 {since} 起运行 dibao {command}(进程 {pid})',
      en: 'the folder of results is in use by {who} on {host}: dibao {command} since {since} (process {pid})',
    },
    remedy: {
      zh: '等它结束再运行,或用 -o 换一个文件夹;确认那个进程已不在,才可删除其中的 .check.lock',
      en: 'wait until it has ended, or name another folder with -o; delete .check.lock in it only when that process is surely gone',
    },
  },
  'inputs-doubtful': {
    exit: 3,
    what: {
      zh: '数据存疑,按 --strict 没有出结果:{doubts}',
      en: 'the inputs are doubtful; by --strict there are no results:{doubts}',
    },
    remedy: {
      zh: '请核对数据是否送齐、送完;本来就不天天更新的,列入参数 slow_registers;确认无误的,不加 --strict 再运行',
      en: 'see whether all data has come, and whole; list registers that do not change every night in the parameter slow_registers; or run without --strict',
    },
  },
  'baseline-unfinished': {
    exit: 3,
    what: {
      zh: '上一次核查没有写完(没有 run.json),不能用来比较新旧',
      en: 'the run before was not finished (no run.json) and cannot be compared with',
    },
    remedy: {
      zh: '不加 --baseline 运行一次,看过结果,以后再比较;或用 --baseline 指明另一次的结果文件夹',
      en: 'run once without --baseline and look at the results; or name another run with --baseline',
    },
  },
  'keep-not-dated': {
    exit: 2,
    what: {
      zh: '结果文件夹的名称不以日期结尾,不能用 --keep',
      en: 'the name of the folder does not end with a date: --keep cannot be used',
    },
    remedy: {
      zh: '不写 -o(默认 疑点-核查日),或写成 -o 疑点-2026-11-01 这样',
      en: 'leave -o out (疑点-<as-of date> by default), or write -o 疑点-2026-11-01',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
