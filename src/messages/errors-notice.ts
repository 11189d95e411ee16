import type { ErrorEntry } from '../errors.js';

/** Errors of the public notices. */
export const noticeErrors = {
  'notice-without-round': {
    exit: 2,
    what: { zh: '没有写明做哪一次公示', en: 'which notice is not said' },
    remedy: {
      zh: '加上 --round:1 初核公示、2 结果公示、quarterly 季度公示、standing 长期公示',
      en: 'add --round: 1 after the visits, 2 of what was decided, quarterly, or standing',
    },
  },
  'notice-period': {
    exit: 2,
    what: {
      zh: '公示的最后一天 {to} 早于第一天 {from}',
      en: 'the last day {to} is before the first, {from}',
    },
    remedy: { zh: '改正 --from 或 --to', en: 'correct --from or --to' },
  },
  'notice-unknown-place': {
    exit: 2,
    what: { zh: '名册里没有“{name}”{hint}', en: 'the roster has no "{name}"{hint}' },
    remedy: {
      zh: '--township、--village 按名册上的写法;各乡镇(街道):{known}',
      en: '--township and --village as the roster writes them; its townships: {known}',
    },
  },
  'notice-empty': {
    exit: 3,
    what: { zh: '没有一户可以公示', en: 'there is no household to give notice of' },
    remedy: {
      zh: '先把下发的核实表收回(dibao collect);办到哪一步见 dibao status',
      en: 'collect what was dispatched first (dibao collect); dibao status says how far the work is',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
