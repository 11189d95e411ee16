import type { ErrorEntry } from '../errors.js';

/** Errors of the campaign's ledger. */
export const ledgerErrors = {
  'ledger-missing': {
    exit: 2,
    what: { zh: '专项文件夹里还没有台账', en: 'the campaign folder has no ledger yet' },
    remedy: {
      zh: '台账由 dibao init 建立;已有专项文件夹的,用 --run 指明一次核查的结果文件夹,台账从它开始',
      en: 'dibao init founds it; for a folder of your own name a finished run with --run, and the ledger begins with it',
    },
  },
  'ledger-without-run': {
    exit: 2,
    what: { zh: '台账里还没有核查结果', en: 'the ledger knows of no check yet' },
    remedy: { zh: '先运行 dibao check -c dibao.yaml', en: 'run dibao check -c dibao.yaml first' },
  },
  'ledger-broken': {
    exit: 3,
    what: {
      zh: '台账第 {line} 行对不上前文:被改过、删过或换过次序',
      en: 'line {line} of the ledger does not follow: changed, removed or moved',
    },
    remedy: {
      zh: '用 dibao verify 查看;请恢复备份的台账,不要手工修改',
      en: 'see dibao verify; restore the ledger from a backup, never edit it by hand',
    },
  },
  'ledger-cut': {
    exit: 3,
    what: {
      zh: '台账末尾的事件被删掉了:比 ledger.head 所记的少',
      en: 'events were removed from the end of the ledger: ledger.head knows of more',
    },
    remedy: {
      zh: '用 dibao verify 查看;请恢复备份的台账,ledger.ndjson 和 ledger.head 要同一次备份的',
      en: 'see dibao verify; restore ledger.ndjson and ledger.head from one backup',
    },
  },
  'ledger-unwritable': {
    exit: 3,
    what: {
      zh: '台账写不了({reason}),仍是原来的内容',
      en: 'the ledger cannot be written ({reason}); it is as before',
    },
    remedy: {
      zh: '请核对专项文件夹有无权限、磁盘是否已满,然后再运行一次',
      en: 'check your rights in the campaign folder and the space left, then run the command again',
    },
  },
  'usage-broken': {
    exit: 3,
    what: {
      zh: '查看个人信息的使用记录从第 {line} 行起对不上:被改过、删过或换过次序',
      en: 'the log of who looked at persons’ data does not follow from line {line} on',
    },
    remedy: {
      zh: '用 dibao verify 查看;恢复备份的使用记录以前,不显示个人信息',
      en: 'see dibao verify; until the log is restored from a backup, persons’ data are not shown',
    },
  },
  'ledger-in-use': {
    exit: 3,
    what: {
      zh: '台账正被占用:{who} 在 {host} 上从 {since} 起运行 dibao {command}(进程 {pid})',
      en: 'the ledger is in use by {who} on {host}: dibao {command} since {since} (process {pid})',
    },
    remedy: {
      zh: '等它结束再运行;确认那个进程已不在,才可删除 ledger.lock',
      en: 'wait until it has ended; delete ledger.lock only when that process is surely gone',
    },
  },
  'purge-too-early': {
    exit: 2,
    what: {
      zh: '保存期到 {until} 为止,{date} 还没有满,没有删除任何文件',
      en: 'the data may be kept until {until}; on {date} nothing was deleted',
    },
    remedy: {
      zh: '提前删除的,用 --why 写明事由,例如 --why 专项结束;事由记入台账和销毁记录',
      en: 'to delete before that, say why with --why: it goes into the ledger and the record',
    },
  },
  'purge-not-a-run': {
    exit: 2,
    what: {
      zh: '这不是核查结果的文件夹,没有删除任何文件',
      en: 'this is no folder of a run; nothing was deleted',
    },
    remedy: {
      zh: '--run 只写 dibao check 的结果文件夹;别的文件请自行处理',
      en: '--run takes folders that dibao check wrote; deal with other files by hand',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
