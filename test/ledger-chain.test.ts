import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ledgerNames, readChainFile } from '../src/ledger/chain-file.js';
import { type Happening, happeningSchema } from '../src/ledger/events.js';
import { foundLedger, openLedger, readLedger } from '../src/ledger/ledger.js';
import { verifyLog } from '../src/ledger/verify.js';
import { finding, origin } from './helpers/ledger-finding.js';

const by = { who: '甲', command: 'test', at: '2026-11-01T08:00:00.000Z' };
const log = ledgerNames.log;

let parent = '';
let folder = '';

beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'dibao-test-'));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(parent, 'c-'));
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '王"\\', '第一行\n第二行', '"hash":"'),
);
const amount = fc.integer({ min: 0, max: 10_000_000 }).map((fen) => fen / 100);
const day = fc.constantFrom('2026-11-01', '2026-12-31');
const slip = fc.record({
  ...{
    case_id: text,
    check: text,
    title: text,
    household_id: text,
    township: text,
    village: text,
    reason: text,
  },
  grade: fc.constantFrom('exit', 'remove', 'verify'),
  category: fc.constantFrom('urban', 'rural', null),
  head: fc.option(fc.record({ name: text, id_number: text })),
  person: fc.option(fc.record({ name: text, id_number: text })),
  overpaid: fc.option(amount),
});
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ what: fc.constantFrom('found', 'changed'), digest: text, slip }),
  fc.record({ what: fc.constant('gone'), case_id: text }),
  fc.record({ what: fc.constant('purged'), deleted: fc.array(text), kept: fc.array(text), why: text }),
  fc.record({
    what: fc.constant('objected'),
    household_id: text,
    on: day,
    text,
    origin: fc.constantFrom(null, origin),
  }),
  fc.record({
    ...{ what: fc.constant('verified'), case_id: text, batch: text, origin: fc.constant(origin) },
    finding: fc.record({ note: text, income: fc.option(amount) }).map((differs) => finding(differs)),
  }),
) as fc.Arbitrary<Happening>;
const transactions = fc.array(fc.array(happening, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 5,
});

async function write(all: readonly (readonly Happening[])[]): Promise<void> {
  rmSync(join(folder, log), { force: true });
  rmSync(join(folder, ledgerNames.head), { force: true });
  await foundLedger(folder, '专项', by);
  const ledger = await openLedger(folder, by, () => () => undefined);
  for (const one of all) await ledger.append(one);
  await ledger.close();
}

const bytes = (): Buffer => readFileSync(join(folder, log));
const lines = (): string[] => bytes().toString('utf8').trimEnd().split('\n');
const replace = (altered: readonly string[]): void =>
  writeFileSync(join(folder, log), altered.map((line) => `${line}\n`).join(''));
const look = () => verifyLog(folder, ledgerNames);

describe('any happenings', () => {
  it('are read as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(transactions, async (all) => {
        await write(all);
        const { events, dropped } = await readLedger(folder);
        expect(events.slice(1).map(({ event }) => event)).toEqual(
          all.flat().map((one) => happeningSchema.parse(one)),
        );
        expect(events.slice(1).filter(({ end }) => end)).toHaveLength(all.length);
        expect(dropped).toBe(0);
        expect((await look())?.broken).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  it('betray a line that was changed, removed, repeated or moved, and at which line', async () => {
    await fc.assert(
      fc.asyncProperty(
        transactions,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (all, a, b, c) => {
          await write(all);
          const whole = lines();
          const [one, other] = [a % whole.length, b % whole.length];
          replace(whole.toSpliced(one, 1));
          const last = one === whole.length - 1;
          expect((await look())?.broken).toEqual({
            line: one + 1,
            kind: last ? 'cut' : 'removed',
            missing: 1,
          });
          replace(whole.toSpliced(one, 0, whole[one] ?? ''));
          // Behind the last confirmed line it would never have been confirmed: the next writing takes it away.
          if (!last) expect((await look())?.broken).toEqual({ line: one + 2, kind: 'order' });
          if (one !== other) {
            replace(whole.with(one, whole[other] ?? '').with(other, whole[one] ?? ''));
            expect((await look())?.broken).toMatchObject({ line: Math.min(one, other) + 1, kind: 'order' });
          }
          const changed = Buffer.from(whole.join('\n').concat('\n'));
          const at = c * 7919 + a;
          const index = at % changed.length;
          const line = changed.subarray(0, index).filter((byte) => byte === 10).length + 1;
          changed[index] = (changed[index] ?? 0) ^ c;
          writeFileSync(join(folder, log), changed);
          const broken = (await look())?.broken;
          expect(broken).not.toBeNull();
          expect(broken?.line).toBe(line);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a transaction that was cut off', () => {
  it('at any byte is there whole, or not at all', async () => {
    const slipOf = (id: string) => ({ what: 'gone' as const, case_id: id });
    await write([[slipOf('甲')]]);
    const before = bytes();
    await write([[slipOf('甲')], [slipOf('乙'), slipOf('丙')]]);
    const after = bytes();
    // The head is written last: whoever is killed before has the one from before.
    writeFileSync(join(folder, log), before);
    const { last } = await readChainFile(folder, ledgerNames).catch(() => ({ last: null }));
    const head = JSON.stringify({ seq: 2, hash: last?.hash });
    writeFileSync(join(folder, ledgerNames.head), head);
    for (let length = before.length; length <= after.length; length++) {
      writeFileSync(join(folder, log), after.subarray(0, length));
      const { events, dropped } = await readLedger(folder);
      expect(events.length).toBe(length === after.length ? 4 : 2);
      expect(dropped > 0).toBe(length > before.length && length < after.length);
      expect((await look())?.broken).toBeNull();
    }
    // What a machine that lost its power leaves: blocks of nothing.
    writeFileSync(
      join(folder, log),
      Buffer.concat([before, Buffer.alloc(300), after.subarray(before.length + 300)]),
    );
    expect((await readLedger(folder)).events).toHaveLength(2);
    expect((await look())?.broken).toBeNull();
  });

  it('because its happenings could not be made leaves the ledger as it was', async () => {
    await write([]);
    const before = bytes();
    const ledger = await openLedger(folder, by, () => () => undefined);
    function* failing(): Generator<Happening> {
      for (let number = 0; number < 50_000; number++) yield { what: 'gone', case_id: `疑点${number}` };
      throw new Error('on purpose');
    }
    await expect(ledger.append(failing())).rejects.toThrow('on purpose');
    expect(bytes().equals(before)).toBe(true);
    await ledger.append([{ what: 'gone', case_id: '甲' }]);
    await ledger.close();
    expect((await readLedger(folder)).events).toHaveLength(2);
  });
});

describe('ledger.head', () => {
  const gone: Happening = { what: 'gone', case_id: '甲' };

  it('is missed where it was removed', async () => {
    await write([[gone], [gone]]);
    rmSync(join(folder, ledgerNames.head));
    expect((await look())?.broken).toEqual({ line: 4, kind: 'no_head' });
    await expect(readLedger(folder)).rejects.toMatchObject({ code: 'ledger-cut' });
  });

  it('is written where the first writing was cut off before it', async () => {
    await write([]);
    rmSync(join(folder, ledgerNames.head));
    expect((await look())?.broken).toBeNull();
    await (await openLedger(folder, by, () => () => undefined)).close();
    expect(JSON.parse(readFileSync(join(folder, ledgerNames.head), 'utf8'))).toMatchObject({ seq: 1 });
  });

  it('alone tells that the ledger was removed, and none is founded over it', async () => {
    await write([[gone]]);
    rmSync(join(folder, log));
    expect((await look())?.broken).toEqual({ line: 1, kind: 'cut' });
    await expect(foundLedger(folder, '专项', by)).rejects.toMatchObject({ code: 'ledger-cut' });
  });

  it('finds the last line rewritten with a hash of its own', async () => {
    await write([[gone]]);
    const head = readFileSync(join(folder, ledgerNames.head));
    await write([[{ what: 'gone', case_id: '乙' }]]);
    writeFileSync(join(folder, ledgerNames.head), head);
    expect((await look())?.broken).toEqual({ line: 2, kind: 'changed' });
  });
});

it('is founded once', async () => {
  expect(await foundLedger(folder, '专项', by)).toBe(true);
  const before = bytes();
  expect(await foundLedger(folder, '专项', by)).toBe(false);
  expect(bytes().equals(before)).toBe(true);
});
