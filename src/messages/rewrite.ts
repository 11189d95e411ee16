import type { Text } from './language.js';

/** What a person should look at in a file of the cleaned roster. */
export const rewriteNotes = {
  'head-removed': {
    zh: '户主已减员,须变更户主({count} 户):{places}',
    en: 'the head has left, another must be named ({count} households): {places}',
  },
  'head-replaced': {
    zh: '户主已减员,每户一行的表中由下一名成员移入户主各列,须变更户主和各人的与户主关系({count} 户):{places}',
    en: 'the head has left, and the next member stands in the head’s columns; name a head and the relations to him ({count} households): {places}',
  },
  'uncovered-removed': {
    zh: '表中没有“是否享受”一列,不再享受而留在家庭的人已随其所在行(列)移出:{count} 人',
    en: 'no column says who is covered: members who stay uncovered have left with their rows or cells: {count} persons',
  },
  'values-differ': {
    zh: '同一户各行的数不同,只改了与户数相同的那些行,其余请核对:{places}',
    en: 'rows of one household say different figures; only those that say the household’s were changed: {places}',
  },
  'not-exact': {
    zh: '按该列的单位除不尽,写入的是四舍五入后的数:{places}',
    en: 'not exact in the unit of the column; written rounded: {places}',
  },
  'merge-shared': {
    zh: '单元格与别户合并,未改动:{places}',
    en: 'the cell is merged with another household’s and was left as it is: {places}',
  },
  'column-missing': {
    zh: '名册中没有“{field}”一列,新数未写入:{count} 户',
    en: 'the roster has no column for {field}: {count} households have no new figure',
  },
  'amount-columns': {
    zh: '还有看似户金额或人数的列没有改动,请核对:{columns}',
    en: 'columns that look like amounts or numbers of the household were left as they are: {columns}',
  },
  'subtotal-plain': {
    zh: '合计行为手工数字,未改动:第 {places} 行',
    en: 'sums typed by hand were left as they are: rows {places}',
  },
  'formula-replaced': {
    zh: '原为公式,已改为新数:{places}',
    en: 'was a formula, holds the new figure now: {places}',
  },
  'formula-frozen': {
    zh: '公式引用的行已移出,改为其原来的值,请核对:{places}',
    en: 'the formula’s rows have left; its last value stands there now: {places}',
  },
  'formula-zero': {
    zh: '合计的各行已全部移出,改为 0:{places}',
    en: 'all rows of the sum have left; it is 0 now: {places}',
  },
  'formula-lost': {
    zh: '公式不能再算,已留空,请补填:{places}',
    en: 'the formula cannot be worked out any more; the cell is blank: {places}',
  },
  'formulas-flat': {
    zh: '原件是 {format} 格式,公式已变为数值',
    en: 'the original is in the format {format}: formulas have become values',
  },
  pivot: {
    zh: '工作簿里有数据透视表,打开时刷新;其缓存可能仍含移出人员的数据',
    en: 'the workbook has pivot tables, which are refreshed on opening; their cache may still hold data of those who left',
  },
  'styles-lost': {
    zh: '原件是 {format} 格式,内容、合并单元格和列宽保留,字体、边框、颜色等格式可能丢失',
    en: 'the original is in the format {format}: contents, merges and widths are kept; fonts, borders and colours may be lost',
  },
  'password-lost': {
    zh: '原件有打开密码,清理后的文件没有密码,请重新设置',
    en: 'the original had a password; the cleaned file has none: set it again',
  },
  signature: {
    zh: '原件带数字签名,内容已变,签名已失效',
    en: 'the original was signed; its signature is no longer valid',
  },
  twin: {
    zh: '内容相同的另一份文件没有另写:{file}',
    en: 'another file of the same content was not written again: {file}',
  },
} as const satisfies Record<string, Text>;
