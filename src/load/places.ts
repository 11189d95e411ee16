import { compareText } from '../normalise/index.js';

/** What a text says of where a roster's households live and which of the two kinds of relief they draw. */
export type PlaceField = 'category' | 'township' | 'village';

/** Words around the names of places, and words with 镇, 乡 or 村 in them that name no place. */
const NO_PLACE = new RegExp(
  [
    '\\d+年(?:度|\\d+月(?:份)?)?|\\d+月(?:份)?|[上下]半年|第?[一二三四]季度',
    '最低生活保障|低保(?:户|家庭|对象|人员|金)?|特困|困难|花名册|名册|名单|台账|汇总表?|明细表?|统计表?',
    '(?:填报|编制|制表|上报|报送)单位|人民政府|办事处|民政[办所局](?:公室)?|副本|复件|最终版?|定稿|修订',
    '[乡镇村]\\([^()]*\\):',
    '农村|城乡|乡镇|镇街|村镇|乡村|行政村|自然村|村民',
    '(?<=^|\\P{Script=Han}|[镇乡道县区市])[各全本每该]个?(?:街道|社区|[乡镇村])',
  ].join('|'),
  'gu',
);
/** 城镇 is the kind of relief, unless it ends the name of a township: 新城镇. */
const TOWN = /(?<![^\P{Script=Han}年度省市县区道镇乡村居民])城镇/u;
const TOWNS = new RegExp(TOWN, 'gu');
const TOWNSHIP = /\p{Script=Han}{2,20}?(?:街道|镇|乡)(?!村(?:$|\P{Script=Han}))/u;
const VILLAGE = /\p{Script=Han}{2,20}?(?:社区|居委会|村)/u;
/** A text that is a village's name and nothing more may have one character before its 村. */
const BARE_VILLAGE = /^\p{Script=Han}村$/u;
const ABOVE_TOWNSHIP = /^.*[省市县区旗州盟]/u;
const ABOVE_VILLAGE = /^.*(?:[省市县区旗州盟镇乡]|街道)(?=.)/u;

/** A place's own name, without the county above it; the whole where nothing would be left but its last word. */
function own(found: string, above: RegExp): string {
  const name = found.replace(above, '');
  return name.length > 2 ? name : found;
}

function category(text: string): string | null {
  const rural = text.includes('农村');
  if (rural === (text.includes('城市') || TOWN.test(text))) return null;
  return rural ? '农村' : '城市';
}

/**
 * Reads a category, a township or a village out of a title, or the name of a sheet, file or folder: of
 * 2026年云栖县东溪镇柳岸村农村低保 they are 农村, 东溪镇 and 柳岸村.
 * @returns null where the text says none, or 农村 and 城市 both
 */
export function placeIn(field: PlaceField, text: string): string | null {
  const compact = compareText(text);
  if (field === 'category') return category(compact);
  const names = compact.replace(NO_PLACE, ' ').replace(TOWNS, ' ');
  const township = TOWNSHIP.exec(names)?.[0];
  if (field === 'township') return township === undefined ? null : own(township, ABOVE_TOWNSHIP);
  // Behind the township stands the village alone: 县前村 of 南圃镇县前村 is in no county.
  const rest = township === undefined ? names : names.replace(township, ' ');
  if (BARE_VILLAGE.test(rest.trim())) return rest.trim();
  const village = VILLAGE.exec(rest)?.[0];
  if (village === undefined) return null;
  return township === undefined ? own(village, ABOVE_VILLAGE) : village;
}
