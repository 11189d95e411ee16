import type { ErrorEntry } from '../errors.js';

/** Errors of `dispatch`. */
export const dispatchErrors = {
  'dispatch-unknown-township': {
    exit: 2,
    what: {
      zh: '名册和疑点中没有乡镇(街道)“{name}”{hint}',
      en: 'no township "{name}" in roster or cases{hint}',
    },
    remedy: { zh: '有这些:{known}', en: 'there are: {known}' },
  },
  'dispatch-past-deadline': {
    exit: 2,
    what: {
      zh: '交回期限 {deadline} 早于办理日期 {date}',
      en: 'the deadline {deadline} is before the day of the work, {date}',
    },
    remedy: {
      zh: '请改 --deadline,或用 --date 写明办理日期',
      en: 'change --deadline, or say the day of the work with --date',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
