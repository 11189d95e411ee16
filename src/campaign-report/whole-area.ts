const endings: readonly (readonly [RegExp, string])[] = [
  [/区$/, '全区'],
  [/县$/, '全县'],
  [/旗$/, '全旗'],
  [/市$/, '全市'],
  [/[州盟]$/, '全$&'],
  [/省$/, '全省'],
  [/街道$/, '全街道'],
  [/[镇乡]$/, '全$&'],
];

/** 全县, 全区, 全市 … by how the area's name ends; 全域 for other names, '' without one. */
export function wholeArea(area: string): string {
  if (area === '') return '';
  for (const [ending, whole] of endings) {
    const found = ending.exec(area);
    if (found) return whole.replace('$&', found[0]);
  }
  return '全域';
}
