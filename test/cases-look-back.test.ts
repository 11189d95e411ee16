import { describe, expect, it } from 'vitest';
import { type CaseChange, caseDigest, type Remembered } from '../src/cases/baseline.js';
import { buildCases } from '../src/cases/build.js';
import { Judged } from '../src/cases/judged.js';
import { type EarlierNight, lookBack, type Memory } from '../src/cases/look-back.js';
import { type Present, presentFiles } from '../src/cases/present.js';
import type { Case, Outcome } from '../src/cases/types.js';
import { byId, household, ruleResult, ruleRow } from './helpers/case-parts.js';

const files = new Map([['vehicle', new Set(['车辆.csv'])]]);

/** A case by a row of the vehicle register, marked as the comparison with the baseline left it. */
function caseOf(plate: string, change: CaseChange | null = 'new'): Case {
  const evidence = {
    ...{ register: 'vehicle', file: '车辆.csv', sheet: null, supplier: null, data_date: null, row: 2 },
    fields: { plate },
  };
  const [one] = buildCases([ruleResult({ hits: [ruleRow({ fact: plate, sources: [1] })] })], {
    ...{ asOf: '2026-11-15', households: byId(household()), evidence: new Map([[1, [evidence]]]) },
    money: () => ({ startDate: null, monthlyFen: null, coveredSize: 1, payments: null }),
    ...{ registerTitle: (key) => key, alarms: new Set() },
  });
  if (!one) throw new Error('no case');
  return { ...one, change };
}

/** A run that could have found the case unless told otherwise. */
function night({
  outcome = 'hit',
  given = files,
}: {
  outcome?: Outcome;
  given?: Present['files'];
} = {}): Present {
  return {
    judged: new Judged(new Map([['R04.car', outcome]]), []),
    files: given,
    townships: [{ township: '新仓镇', roster_households: 10 }],
    roster: { urban: { households: 5 }, rural: { households: 5 } },
  };
}

const blind = night({ outcome: 'not_run' });
const without = night({ given: new Map() });

function remembered(...cases: readonly Case[]): Map<string, Remembered> {
  return new Map(cases.map((one) => [one.case_id, { digest: caseDigest(one), at: 0, bytes: 1 }]));
}

interface Told {
  readonly baseline?: Present | null;
  readonly known?: Memory['known'];
  readonly nights?: readonly { present: Present; cases: Map<string, Remembered> }[];
}

/** A memory, and how often each part of it was opened. */
function memoryOf({ baseline = blind, known = () => undefined, nights = [] }: Told) {
  const opened = { baseline: 0, nights: 0 };
  const memory: Memory = {
    baseline: async () => {
      opened.baseline++;
      return baseline;
    },
    known,
    async *earlier(): AsyncGenerator<EarlierNight> {
      for (const { present, cases } of nights) {
        opened.nights++;
        yield { present, cases: async () => cases };
      }
    },
  };
  return { memory, opened };
}

async function changes(cases: readonly Case[], told: Told) {
  const { memory, opened } = memoryOf(told);
  const { cases: after, notes } = await lookBack(cases, files, memory);
  return { changes: after.map(({ change }) => change), notes, opened };
}

describe('a case that is new against the baseline', () => {
  const car = caseOf('浙F11111');

  it('is new where the baseline could have found it', async () => {
    const found = await changes([car], {
      baseline: night(),
      known: () => 'recurring',
      nights: [{ present: night(), cases: remembered(car) }],
    });
    expect(found).toEqual({ changes: ['new'], notes: [], opened: { baseline: 1, nights: 0 } });
  });

  it('is what the ledger knows of it, where the baseline’s check did not run or its register was not there', async () => {
    for (const baseline of [blind, without]) {
      const found = await changes([car], { baseline, known: () => 'changed' });
      expect(found).toEqual({ changes: ['changed'], notes: [], opened: { baseline: 1, nights: 0 } });
    }
  });

  it('is known from the night before the baseline, as it was then', async () => {
    const same = await changes([car], { nights: [{ present: night(), cases: remembered(car) }] });
    expect(same.changes).toEqual(['recurring']);
    const earlier = remembered({ ...car, reason: '名下有货车' });
    expect((await changes([car], { nights: [{ present: night(), cases: earlier }] })).changes).toEqual([
      'changed',
    ]);
  });

  it('is known from a night that could not have found it but has it all the same', async () => {
    const found = await changes([car], { nights: [{ present: blind, cases: remembered(car) }] });
    expect(found).toMatchObject({ changes: ['recurring'], notes: [] });
  });

  it('is looked for through nights that could not have found it, up to the first that could', async () => {
    const nothing = { present: blind, cases: new Map() };
    const nights = [nothing, nothing, { present: night(), cases: remembered(car) }, nothing];
    const found = await changes([car], { nights });
    expect(found).toEqual({ changes: ['recurring'], notes: [], opened: { baseline: 1, nights: 3 } });
  });

  it('is new, without a doubt, where the first night that could have found it did not', async () => {
    const nights = [
      { present: night(), cases: new Map() },
      { present: night(), cases: remembered(car) },
    ];
    const found = await changes([car], { nights });
    expect(found).toEqual({ changes: ['new'], notes: [], opened: { baseline: 1, nights: 1 } });
  });

  it('is new with a warning that counts it, where nobody can tell', async () => {
    const other = caseOf('浙F22222');
    const found = await changes([car, other], { nights: [{ present: blind, cases: remembered(other) }] });
    expect(found.changes).toEqual(['new', 'recurring']);
    expect(found.notes).toHaveLength(1);
    expect(found.notes[0]).toContain('新增疑点中有1条');
  });

  it('is left as it is where the baseline does not say what it could have found', async () => {
    const found = await changes([car], { baseline: null, known: () => 'recurring' });
    expect(found).toEqual({ changes: ['new'], notes: [], opened: { baseline: 1, nights: 0 } });
  });
});

describe('what costs nothing', () => {
  it('is a run without new cases: nothing is opened', async () => {
    const cases = [caseOf('浙F11111', 'recurring'), caseOf('浙F22222', 'changed')];
    const found = await changes(cases, { known: () => 'new' });
    expect(found).toEqual({
      changes: ['recurring', 'changed'],
      notes: [],
      opened: { baseline: 0, nights: 0 },
    });
  });

  it('is a case that the ledger knows: no earlier night is opened for it, and the others keep their marks', async () => {
    const [known, recurring] = [caseOf('浙F11111'), caseOf('浙F22222', 'recurring')];
    const found = await changes([known, recurring], {
      known: (one) => (one.case_id === known.case_id ? 'recurring' : 'changed'),
      nights: [{ present: night(), cases: new Map() }],
    });
    expect(found).toEqual({
      changes: ['recurring', 'recurring'],
      notes: [],
      opened: { baseline: 1, nights: 0 },
    });
  });
});

describe('the files of a run', () => {
  const source = { register: 'vehicle', file: 'a.csv', loaded: 0, passed_over: 0, alarm: false };

  it('are those that had rows, loaded or passed over, by register', () => {
    const found = presentFiles([
      { ...source, loaded: 1 },
      { ...source, file: 'b.csv', passed_over: 1 },
      { ...source, file: 'c.csv' },
      { ...source, register: 'death', file: 'd.csv', loaded: 3 },
    ]);
    expect(found).toEqual(
      new Map([
        ['vehicle', new Set(['a.csv', 'b.csv'])],
        ['death', new Set(['d.csv'])],
      ]),
    );
  });

  it('are not those whose rows match nobody', () => {
    expect(presentFiles([{ ...source, passed_over: 2000, alarm: true }])).toEqual(new Map());
  });
});
