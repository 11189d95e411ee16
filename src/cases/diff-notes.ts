import type { ComparedRun } from './compared-run.js';

/** What makes two runs hard to compare; `older` and `newer` are what each has. */
export interface DiffNote {
  readonly what:
    | 'campaign'
    | 'area'
    | 'pack'
    | 'as_of'
    | 'reversed'
    | 'parameters'
    | 'registers_gone'
    | 'registers_new';
  readonly older: string;
  readonly newer: string;
}

function parameterNote(older: ComparedRun, newer: ComparedRun): DiffNote[] {
  const before = new Map(older.parameters.map((one) => [one.name, one]));
  const other = newer.parameters.filter(({ name, value }) => before.get(name)?.value !== value);
  if (other.length === 0) return [];
  const list = (of: readonly { title: string; value: string }[]): string =>
    of.map(({ title, value }) => `${title} ${value}`).join('、');
  const was = other.flatMap(({ name }) => before.get(name) ?? []);
  return [{ what: 'parameters', older: list(was), newer: list(other) }];
}

function registerNotes(older: ComparedRun, newer: ComparedRun): DiffNote[] {
  const missing = (from: ComparedRun, there: ComparedRun): string =>
    [...from.files.keys()].filter((register) => !there.files.has(register)).join(' ');
  const gone = missing(older, newer);
  const added = missing(newer, older);
  return [
    ...(gone === '' ? [] : [{ what: 'registers_gone' as const, older: gone, newer: '' }]),
    ...(added === '' ? [] : [{ what: 'registers_new' as const, older: '', newer: added }]),
  ];
}

/** In which respects two runs are not alike, the gravest first. */
export function diffNotes(older: ComparedRun, newer: ComparedRun): DiffNote[] {
  const pair = (what: DiffNote['what'], of: (run: ComparedRun) => string): DiffNote[] =>
    of(older) === of(newer) ? [] : [{ what, older: of(older), newer: of(newer) }];
  const dates = pair('as_of', (run) => run.as_of);
  return [
    ...pair('campaign', ({ name }) => name),
    ...pair('area', ({ area }) => (area === null ? '' : `${area.code} ${area.name}`.trim())),
    ...pair('pack', ({ pack }) => pack.id),
    ...(older.as_of > newer.as_of ? dates.map((one) => ({ ...one, what: 'reversed' as const })) : dates),
    ...parameterNote(older, newer),
    ...registerNotes(older, newer),
  ];
}
