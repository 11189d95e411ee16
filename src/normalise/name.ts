import { compact, isBlank } from './characters.js';
import { replacePrivateUse } from './private-use.js';
import { EMPTY, found } from './results.js';
import type { Parsed } from './types.js';

/** The dots that are typed between the parts of a name (艾力·买买提). */
const DOTS = /[·•.‧・⋅∙]+/g;

/** A person's name: NFKC, no spaces, every middle dot as `·`, rare characters of old code tables as Unicode has them. */
export function parseName(text: string): Parsed {
  if (isPlain(text)) return text === '' ? EMPTY : found(text);
  const value = compact(text, (before) =>
    replacePrivateUse(before)
      .replace(DOTS, '·')
      .replace(/^[·'‘]+|·+$/g, ''),
  );
  return isBlank(value) ? EMPTY : found(value);
}

function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charCodeAt(i);
    if (sign < 0x4e00 || sign > 0x9fff) return false;
  }
  return true;
}
