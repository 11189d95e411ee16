import type { ErrorEntry } from '../errors.js';

/** Errors of `simulate`. */
export const simulateErrors = {
  'simulate-too-large': {
    exit: 2,
    what: {
      zh: 'xlsx 太大:名册和登记数据合计不能超过 {most} 行',
      en: 'too large for xlsx: roster and registers may have {most} rows together',
    },
    remedy: {
      zh: '请减少 --households 和 --register-rows(每户按6行名册计),或写 --format csv',
      en: 'lower --households (six rows of roster each) and --register-rows, or give --format csv',
    },
  },
  'simulate-encoding': {
    exit: 2,
    what: { zh: 'xlsx 没有编码可选', en: 'xlsx has no encoding to choose' },
    remedy: { zh: '请去掉 --encoding,或写 --format csv', en: 'leave out --encoding, or give --format csv' },
  },
} as const satisfies Record<string, ErrorEntry>;
