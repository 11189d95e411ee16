import type { Text } from './language.js';

/** `purge`. */
export const purgeTexts = {
  wouldDelete: { zh: '将删除:', en: 'To be deleted:' },
  deleted: { zh: '已删除:', en: 'Deleted:' },
  nothing: { zh: '没有要删除的。', en: 'There is nothing to delete.' },
  kept: { zh: '留下:', en: 'Stays:' },
  originals: {
    zh: '供数单位的原始数据不由本程序删除,请逐个退回或销毁:',
    en: 'The bureaus’ own files are not deleted by this program; return or destroy them by hand:',
  },
  beyond: { zh: '本程序够不着的:', en: 'Out of this program’s reach:' },
  failed: { zh: '没有删成:', en: 'Could not be deleted:' },
  item: { zh: '{kind} {path}({files}个文件,{size})', en: '{kind} {path} ({files} files, {size})' },
  run: { zh: '核查结果', en: 'run' },
  database: { zh: '装入的数据', en: 'loaded data' },
  temporary: { zh: '临时文件', en: 'temporary' },
  folder: { zh: '{path}/({files}个文件)', en: '{path}/ ({files} files)' },
  noSupplier: { zh: '(专项文件未写供数单位)', en: '(no supplier in the campaign file)' },
  reason: { zh: '{what}: {reason}', en: '{what}: {reason}' },
  early: {
    zh: '保存期到 {until} 为止,还没有满;现在删除须用 --why 写明事由。',
    en: 'The data may be kept until {until}; to delete now say --why.',
  },
  confirm: { zh: '以上只是列出;确实删除请加 --yes。', en: 'This only lists; add --yes to delete.' },
  record: { zh: '销毁记录: {file}', en: 'the record of destruction: {file}' },
  recordName: { zh: '销毁记录-{date}', en: '销毁记录-{date}' },
  ended: { zh: '专项结束', en: 'the campaign has ended' },
  expired: { zh: '保存期满({until})', en: 'the time of keeping is over ({until})' },
} as const satisfies Record<string, Text>;

/** What a record of destruction says of what no program can reach. */
export const beyondTexts = [
  {
    zh: '拷贝到别处的文件:U盘、网盘、其他电脑、纸质打印件',
    en: 'copies elsewhere: sticks, shares, other computers, print',
  },
  { zh: '备份和系统的卷影副本、快照', en: 'backups, shadow copies, snapshots' },
  {
    zh: '固态硬盘和日志式文件系统上,删去的内容可能还留有残余;要求彻底的,整盘加密后销毁密钥,或按涉密载体处理',
    en: 'remains on solid-state disks and journalling file systems: encrypt the whole disk and destroy the key',
  },
  { zh: '随邮件、即时通信发出的文件', en: 'files sent by e-mail or messenger' },
  {
    zh: '已下发乡镇的核实表和收回的表格;被强行中断的 explain 等命令留在系统临时文件夹里的 .dibao-* 文件夹',
    en: 'workbooks sent to townships; .dibao-* folders in the system’s temporary folder of commands that were killed',
  },
] as const satisfies readonly Text[];
