/**
 * What one person is to another: the texts of the data dictionary and the two digits of GB/T 4761-2008.
 *
 * The standard's single digits are left out: 1 is 配偶 there, but just as often a sheet's 01 (本人) without its zero
 * or a local list's 户主. In-laws of siblings, great-grandchildren and the like are 'other' by their digits.
 */
export const relationCodes = {
  self: '户主 本人 申请人 01 02',
  spouse: '配偶 妻 夫 丈夫 妻子 10 11 12',
  child:
    '子 女 子女 儿子 女儿 长子 次子 长女 次女 三子 三女 养子 养女 ' +
    '20 21 22 23 24 25 26 27 29 30 31 32 33 34 35 36 37 39',
  parent: '父 母 父亲 母亲 父母 50 51 52 57 58',
  grandparent: '祖父 祖母 外祖父 外祖母 60 61 62 63 64',
  grandchild: '孙子 孙女 外孙 外孙女 40 41 42 43 44 49',
  sibling: '兄 弟 姐 妹 兄弟 姐妹 兄弟姐妹 70 71 73 75 77 79',
  child_in_law: '儿媳 女婿 28 38',
  parent_in_law: '公公 婆婆 岳父 岳母 53 54 55 56',
  other:
    '其他 45 46 47 48 59 65 66 67 68 69 72 74 76 78 80 81 82 83 84 85 86 87 88 89 90 91 92 93 94 95 96 97 99',
} as const;
