import { campaignErrors } from './messages/errors-campaign.js';
import { readErrors } from './messages/errors-read.js';
import { ruleErrors } from './messages/errors-rules.js';
import { usageErrors } from './messages/errors-usage.js';
import { say, type Text } from './messages/language.js';
import { maskIdsIn } from './messages/mask.js';

/** One entry of the error catalogue. `exit`: 2 usage or campaign file, 3 input refused, 4 ran but not whole. */
export interface ErrorEntry {
  readonly exit: 2 | 3 | 4;
  /** What is wrong, with `{values}`; the place stands before it. */
  readonly what: Text;
  /** What would be right, and what to do next. */
  readonly remedy: Text;
}

/** The error catalogue: every known error of the program by its code. */
export const catalogue = { ...usageErrors, ...campaignErrors, ...readErrors, ...ruleErrors } as const;

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

  constructor(code: ErrorCode, values: Record<string, string | number> = {}, place: Place = {}) {
    super(code);
    this.name = 'DibaoError';
    this.code = code;
    this.values = values;
    this.place = place;
  }

  get exit(): 2 | 3 | 4 {
    return catalogue[this.code].exit;
  }
}

const placeWords = {
  file: { zh: '{value}', en: '{value}' },
  sheet: { zh: '工作表“{value}”', en: 'sheet "{value}"' },
  row: { zh: '第{value}行', en: 'row {value}' },
  field: { zh: '“{value}”', en: 'field "{value}"' },
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

/** A known error as the user reads it: place, what is wrong, and what to do next. */
export function describeError(error: DibaoError): string {
  const entry: ErrorEntry = catalogue[error.code];
  const place = describePlace(error.place);
  const head = place === '' ? say(entry.what, error.values) : `${place}: ${say(entry.what, error.values)}`;
  // Files are named after people now and then, and values come from wherever they stood.
  return maskIdsIn(`${head}\n  → ${say(entry.remedy, error.values)}`);
}
