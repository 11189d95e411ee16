const FIRST = 0xe815;

/**
 * Rare characters that GBK and older GB 18030 tables put in Unicode's private use area, U+E815 to U+E864 in order (GBK
 * bytes FE50 to FEA0), each as the character that Unicode has for it now. Six remained there until GB 18030-2022.
 * Sources: GB 18030-2005 pp. 82, 93, 502; GB 18030-2022 as implemented in ICU 73; github.com/whatwg/encoding/issues/27;
 * unicode.org/L2/L2006/06394-gb18030-2005.txt.
 */
const ASSIGNED = [
  ...'⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹',
  ...'䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
];

/** The text with private-use stand-ins replaced, so that 䶮 in a new file meets U+E863 in an old one. */
export function replacePrivateUse(text: string): string {
  return text.replace(/[\ue815-\ue864]/g, (sign) => ASSIGNED[sign.charCodeAt(0) - FIRST] ?? sign);
}
