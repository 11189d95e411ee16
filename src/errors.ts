import { campaignErrors } from './messages/errors-campaign.js';
import { cleanErrors } from './messages/errors-clean.js';
import { collectErrors } from './messages/errors-collect.js';
import { dispatchErrors } from './messages/errors-dispatch.js';
import { exemptionErrors } from './messages/errors-exemptions.js';
import { ledgerErrors } from './messages/errors-ledger.js';
import { nightlyErrors } from './messages/errors-nightly.js';
import { noticeErrors } from './messages/errors-notice.js';
import { paperErrors } from './messages/errors-paper.js';
import { readErrors } from './messages/errors-read.js';
import { rewriteErrors } from './messages/errors-rewrite.js';
import { ruleErrors } from './messages/errors-rules.js';
import { sampleErrors } from './messages/errors-sample.js';
import { simulateErrors } from './messages/errors-simulate.js';
import { sqlErrors } from './messages/errors-sql.js';
import { usageErrors } from './messages/errors-usage.js';
import { say, type Text } from './messages/language.js';
import { maskIdsIn } from './messages/mask.js';

/** One entry of the error catalogue. `exit`: 2 usage or campaign file, 3 input refused, 4 ran but not whole. */
export interface ErrorEntry {
  readonly exit: 2 | 3 | 4;
  /** What is wrong, with `{values}`; the place stands before it. */
  readonly what: Text;
  /** The same in fewer words, for lists. */
  readonly short?: Text;
  /** What would be right, and what to do next. */
  readonly remedy: Text;
}

/** The error catalogue: every known error of the program by its code. */
export const catalogue = {
  ...usageErrors,
  ...campaignErrors,
  ...readErrors,
  ...ruleErrors,
  ...ledgerErrors,
  ...cleanErrors,
  ...collectErrors,
  ...dispatchErrors,
  ...exemptionErrors,
  ...nightlyErrors,
  ...noticeErrors,
  ...paperErrors,
  ...rewriteErrors,
  ...sampleErrors,
  ...simulateErrors,
  ...sqlErrors,
} as const;

export type ErrorCode = keyof typeof catalogue;

/** Where an error lies; each part only where it is known. Values are masked by the caller where they are IDs. */
export interface Place {
  file?: string;
  sheet?: string | null;
  row?: number;
  field?: string;
}

/** A known error: bad usage or bad input. Anything else that is thrown is a defect of ours (exit 70). */
export class DibaoError extends Error {
  readonly code: ErrorCode;
  readonly place: Place;
  readonly values: Readonly<Record<string, string | number>>;
  /** Of several files that cannot be read, those behind the first. */
  readonly others: readonly DibaoError[];

  constructor(
    code: ErrorCode,
    values: Readonly<Record<string, string | number>> = {},
    place: Place = {},
    others: readonly DibaoError[] = [],
  ) {
    super(code);
    this.name = 'DibaoError';
    this.code = code;
    this.values = values;
    this.others = others;
    this.place = place;
  }

  get exit(): 2 | 3 | 4 {
    return catalogue[this.code].exit;
  }

  /** Place and what is wrong, in as few words as there are for it. */
  get line(): string {
    const { what, short }: ErrorEntry = catalogue[this.code];
    return this.#placed(say(short ?? what, this.values));
  }

  /** Place and what is wrong, in full. */
  get head(): string {
    return this.#placed(say(catalogue[this.code].what, this.values));
  }

  get remedy(): string {
    return say(catalogue[this.code].remedy, this.values);
  }

  #placed(what: string): string {
    const place = describePlace(this.place);
    return place === '' ? what : `${place}: ${what}`;
  }
}

const placeWords = {
  file: { zh: '{value}', en: '{value}' },
  sheet: { zh: '工作表“{value}”', en: 'sheet "{value}"' },
  row: { zh: '第{value}行', en: 'row {value}' },
  field: { zh: '“{value}”', en: 'field "{value}"' },
} as const;

const otherWords = {
  one: { zh: '另有1个文件也读不了:', en: '1 more file cannot be read:' },
  more: { zh: '另有{count}个文件也读不了:', en: '{count} more files cannot be read:' },
} as const;

/** The place in words, for example `车辆.csv 第12行 “身份证号”`. */
export function describePlace(place: Place): string {
  const parts: string[] = [];
  for (const key of ['file', 'sheet', 'row', 'field'] as const) {
    const value = place[key];
    if (value !== undefined && value !== null && value !== '') parts.push(say(placeWords[key], { value }));
  }
  return parts.join(' ');
}

/** A known error as the user reads it: place, what is wrong, and what to do next; then the others, a line each. */
export function describeError(error: DibaoError): string {
  const { head, remedy, others } = error;
  const count = others.length;
  const told = count === 0 ? [] : [say(count === 1 ? otherWords.one : otherWords.more, { count })];
  const lines = [head, `  → ${remedy}`, ...told, ...others.map(({ line }) => `  - ${line}`)];
  // Files are named after people now and then, and values come from wherever they stood.
  return maskIdsIn(lines.join('\n'));
}
