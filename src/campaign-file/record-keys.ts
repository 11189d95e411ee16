import { registerTitles } from '../messages/register-titles.js';

export type RecordKey = keyof typeof registerTitles;

/**
 * Keys of the record sets in the order of the data dictionary, without loading the dictionary: the help of the
 * command line needs no more. A test holds the two equal.
 */
export const recordKeys = Object.keys(registerTitles) as readonly RecordKey[];
