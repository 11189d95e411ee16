import type { ErrorEntry } from '../errors.js';

/** Rosters that cannot be written again in their own layout. */
export const rewriteErrors = {
  'rewrite-over-original': {
    exit: 2,
    what: { zh: '清理后的名册会盖掉原件', en: 'the cleaned roster would take the place of the original' },
    remedy: {
      zh: '用 -o 另指定一个文件夹存放清理后的名册',
      en: 'name another folder for the cleaned roster with -o',
    },
  },
  'rewrite-array': {
    exit: 3,
    what: {
      zh: '数组公式或模拟运算表占用的单元格 {range} 中有要移出的行,不能原样改写',
      en: 'rows that leave lie in the cells {range} of an array formula or data table',
    },
    remedy: {
      zh: '在名册原件的副本中把这些公式改为数值(复制后选择性粘贴为数值),用副本重新核查后再清理',
      en: 'in a copy of the roster turn these formulas into values, check the copy and clean again',
    },
  },
  'rewrite-pivot': {
    exit: 3,
    what: {
      zh: '要改写的工作表上有数据透视表,移出行会打乱它',
      en: 'a pivot table stands on the sheet, and rows that leave would break it',
    },
    remedy: {
      zh: '在名册原件的副本中把数据透视表移到另一张工作表或删除,用副本重新核查后再清理',
      en: 'in a copy of the roster move or delete the pivot table, check the copy and clean again',
    },
  },
  'rewrite-table-empty': {
    exit: 3,
    what: {
      zh: '表格(“插入—表格”)“{table}”的各行都要移出,剩下的空表格无法打开',
      en: 'all rows of the table “{table}” leave, and an empty one cannot be opened',
    },
    remedy: {
      zh: '在名册原件的副本中把它转换为普通区域,用副本重新核查后再清理',
      en: 'in a copy of the roster convert it to a plain range, check the copy and clean again',
    },
  },
  'rewrite-format': {
    exit: 3,
    what: { zh: '不能写 {format} 格式的名册', en: 'rosters in the format {format} cannot be written' },
    remedy: {
      zh: '用 Excel 或 WPS 把名册另存为 .xlsx,用它重新核查后再清理',
      en: 'save the roster as .xlsx with Excel or WPS, check that file and clean again',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
