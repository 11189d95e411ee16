import type { ErrorEntry } from '../errors.js';

/** Errors of `collect`. */
export const collectErrors = {
  'collect-nothing': {
    exit: 2,
    what: { zh: '没有写要收回的文件', en: 'no files to collect' },
    remedy: {
      zh: '写出收到的文件或文件夹,如 dibao collect 收到/*.xlsx;抽户重核用 --send-back',
      en: 'name files or a folder, such as dibao collect received/*.xlsx; for a second look use --send-back',
    },
  },
  'collect-both': {
    exit: 2,
    what: { zh: '--send-back 不收文件', en: '--send-back takes no files' },
    remedy: { zh: '分两次运行:先收回,再抽户重核', en: 'run it twice: collect first, then send back' },
  },
  'township-unknown': {
    exit: 2,
    what: { zh: '没有乡镇“{name}”{hint}', en: 'there is no township {name}{hint}' },
    remedy: { zh: '名册里有:{known}', en: 'the roster has: {known}' },
  },
} as const satisfies Record<string, ErrorEntry>;
