import { yesNoWords } from '../forms/words.js';
import { compact } from '../normalise/characters.js';
import { parseBool } from '../normalise/index.js';

/** What clerks write instead of the words of the lists, where it can mean nothing else. */
const others: Readonly<Record<string, string>> = {
  情况属实: '属实',
  不实: '不属实',
  情况不属实: '不属实',
  部分情况属实: '部分属实',
  停保: '停发',
  停发低保金: '停发',
  停止发放: '停发',
  清退: '停发',
  减人: '减员',
  减少人员: '减员',
  调低: '调减',
  下调: '调减',
  调高: '调增',
  上调: '调增',
  继续保障: '保留',
  继续享受: '保留',
  维持不变: '保留',
  低保边缘: '转低保边缘',
  转边缘: '转低保边缘',
  转为低保边缘: '转低保边缘',
  转低保边缘家庭: '转低保边缘',
  没有异议: '无异议',
  无意见: '无异议',
  同意: '无异议',
  有意见: '有异议',
  不同意: '有异议',
  拒绝签字: '拒签',
  拒绝签名: '拒签',
  直接: '直接送达',
  留置: '留置送达',
  邮寄: '邮寄送达',
  公告: '公告送达',
  见到: '是',
  已见: '是',
  已见到: '是',
  未见: '否',
  未见到: '否',
  没见到: '否',
};

const ornament = /^[☑√✓✔■●.、,;:]+|[☑√✓✔■●.。、,;:]+$/g;

/** The word of the list that a text means; null where it may mean another. */
export function readChoice(text: string, of: readonly string[]): string | null {
  const said = compact(text);
  const bare = said.length > 1 ? said.replaceAll(ornament, '') : said;
  const word = of.includes(bare) ? bare : others[bare];
  if (word !== undefined && of.includes(word)) return word;
  if (of !== yesNoWords) return null;
  const { value } = parseBool(bare);
  return value === '' ? null : value === 'true' ? yesNoWords[0] : yesNoWords[1];
}

/** As grounds are compared: without spaces, punctuation and what stands in brackets. */
function groundKey(text: string): string {
  return compact(text)
    .replaceAll(/\([^()]*\)/g, '')
    .replaceAll(/[\p{P}\p{S}]/gu, '');
}

/** The grounds of the list that a text names, one or several; null where one of them is not on it. */
export function readGrounds(text: string, of: readonly string[]): string[] | null {
  const byKey = new Map(of.map((one) => [groundKey(one), one]));
  const whole = byKey.get(groundKey(text));
  if (whole !== undefined) return [whole];
  const found: string[] = [];
  for (const part of text.split(/[;;\n]/)) {
    const one = byKey.get(groundKey(part));
    const own = one === undefined ? part.split('、').map((piece) => byKey.get(groundKey(piece))) : [one];
    if (compact(part) === '') continue;
    if (own.includes(undefined)) return null;
    found.push(...own.filter((ground) => ground !== undefined));
  }
  return found.length > 0 ? [...new Set(found)] : null;
}
