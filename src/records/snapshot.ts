import { field } from './build.js';
import { roster } from './roster.js';
import type { RecordSet } from './types.js';

/** Of an earlier roster only who was on it, in which household and village, is asked. */
const kept = new Set([
  ...['household_id', 'name', 'id_number', 'relation', 'covered', 'category', 'township', 'village'],
  ...['covered_size', 'cohabits', 'status', 'end_date'],
]);

/** Earlier rosters, each of one day (RULES.md, D08): read as the roster is, compared with it by persons. */
export const snapshot: RecordSet = {
  key: 'snapshot',
  title: { zh: '历史花名册', en: 'earlier rosters' },
  fields: [...roster.fields.filter(({ name }) => kept.has(name)), field('snapshot_date', 'date', '名册日期')],
  persons: roster.persons,
  byHousehold: true,
  ofMembers: true,
  nameWords: ['历史花名册', '历年花名册'],
};
