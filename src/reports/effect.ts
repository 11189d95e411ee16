import { say, type Text } from '../messages/language.js';
import { reportTexts } from '../messages/reports.js';

const texts = reportTexts.rejects;

/** What becomes of a row that is loaded all the same, where it is not that one value is left out. */
const effects: Readonly<Record<string, Text>> = {
  'note-row': texts.skipped,
  // RULES.md, 'Matching': an invalid number is matched to its neighbours, a rounded or masked one to nobody.
  'id-length': texts.nearOnly,
  'id-characters': texts.nearOnly,
  'id-date': texts.nearOnly,
  'id-checksum': texts.nearOnly,
  'id-rounded': texts.notMatched,
  'id-masked': texts.notMatched,
  'encoding-guessed': texts.told,
  'encoding-change': texts.told,
};

/** What a problem has done to its row, in words. */
export function effectOf({ kind, rejected }: { readonly kind: string; readonly rejected: boolean }): string {
  return say(rejected ? texts.rowLost : (effects[kind] ?? texts.fieldLost));
}
