import type { ErrorEntry } from '../errors.js';

/** Errors of reading: a file that cannot be read, or that is not what it is said to be. */
export const readErrors = {
  'file-missing': {
    exit: 3,
    what: { zh: '找不到这个文件', en: 'no such file' },
    remedy: {
      zh: '请核对路径和文件名;文件名可用 * 通配,如 data/车辆*.csv',
      en: 'check the path and the name; * may stand for a part of it, as in data/vehicles*.csv',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
