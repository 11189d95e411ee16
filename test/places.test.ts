import { describe, expect, it } from 'vitest';
import { placeIn } from '../src/load/places.js';

// What the names of files, folders and sheets, and titles, say of a township, a village and the kind of relief.

const cases: readonly (readonly [text: string, category: string, township: string, village: string])[] = [
  ['2026年云栖县东溪镇柳岸村农村低保花名册', '农村', '东溪镇', '柳岸村'],
  ['东溪镇', '', '东溪镇', ''],
  ['柳岸村', '', '', '柳岸村'],
  ['张村', '', '', '张村'],
  ['东溪镇_柳岸村(1)', '', '东溪镇', '柳岸村'],
  ['1.柳岸村 - 副本', '', '', '柳岸村'],
  ['云栖市云栖区北塘街道城南社区城市低保', '城市', '北塘街道', '城南社区'],
  ['填报单位:云台街道办事处望江社区', '', '云台街道', '望江社区'],
  ['填报单位(盖章):东溪镇人民政府', '', '东溪镇', ''],
  ['乡(镇、街道):东溪镇 村(社区):柳岸村', '', '东溪镇', '柳岸村'],
  ['2026年上半年东溪镇低保户', '', '东溪镇', ''],
  ['低保户名单柳岸村', '', '', '柳岸村'],
  // 城镇 is the kind of relief or the end of a township's name.
  ['云栖县城镇低保', '城市', '', ''],
  ['2026年城镇最低生活保障', '城市', '', ''],
  ['北塘街道城镇低保', '城市', '北塘街道', ''],
  ['新城镇', '', '新城镇', ''],
  ['新城镇低保', '', '新城镇', ''],
  ['新城镇农村低保', '农村', '新城镇', ''],
  // Words that name no place, and names that begin with the end of another place's.
  ['云栖县城乡低保名册', '', '', ''],
  ['农村和城市低保', '', '', ''],
  ['各乡镇汇总', '', '', ''],
  ['东溪镇各村名册', '', '东溪镇', ''],
  ['全村低保户', '', '', ''],
  ['南圃镇县前村', '', '南圃镇', '县前村'],
  ['西岭镇镇北村', '', '西岭镇', '镇北村'],
  ['镇江村', '', '', '镇江村'],
  ['黄泥乡上坪村村民委员会', '', '黄泥乡', '上坪村'],
  ['大全村', '', '', '大全村'],
  ['名册', '', '', ''],
  ['Sheet1', '', '', ''],
  ['', '', '', ''],
];

describe('placeIn', () => {
  it.each(cases)('%s', (text, ...expected) => {
    const found = (['category', 'township', 'village'] as const).map((field) => placeIn(field, text) ?? '');
    expect(found).toEqual(expected);
  });
});
