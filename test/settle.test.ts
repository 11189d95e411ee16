import { describe, expect, it } from 'vitest';
import { settle } from '../src/settle/settle.js';
import { standingOf } from '../src/settle/standing.js';
import { householdOf, knownOf, type SettleCase, settleFiles, termsFor } from './helpers/settle-cases.js';

const names = (members: readonly { readonly name: string }[]): string[] => members.map(({ name }) => name);

/** What an auditor would ask of a settlement, under the words of the YAML files. */
function outcomeOf(one: SettleCase): Record<string, unknown> {
  const known = knownOf(one);
  const decided = settle(householdOf(one), known, termsFor(one));
  const { group, holds, event } = standingOf(decided, known.state?.settled ?? null);
  return {
    group,
    written: event === null ? null : event.measure,
    list: decided.list,
    measure: decided.measure,
    persons: decided.after.persons,
    amount: decided.after.fen / 100,
    size: decided.size.after,
    removed: names(decided.removed),
    departed: names(decided.departed),
    waits: decided.waits,
    holds: holds.after.fen / 100,
    waived: decided.waivers.map(({ requirement }) => requirement),
    from_month: decided.from_month,
    recover: (decided.recovery?.fen ?? 0) / 100,
    recovery: decided.recovery,
    basis: decided.basis,
    reasons: decided.reasons,
    doubts: decided.doubts,
    remarks: decided.remarks,
    lines: decided.work?.lines ?? [],
  };
}

/** Lists of sentences are asked by a part of each; all else as it is. */
const inWords = new Set(['doubts', 'remarks', 'lines', 'reasons']);

for (const { file, about, cases } of settleFiles())
  describe(`${file}: ${about}`, () => {
    it.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
      const outcome = outcomeOf(one);
      for (const [key, wanted] of Object.entries(one.expect)) {
        if (!inWords.has(key)) {
          expect(outcome[key], key).toEqual(wanted);
          continue;
        }
        const sentences = outcome[key] as string[];
        const parts = wanted as string[];
        if (parts.length === 0 || key === 'doubts') expect(sentences, key).toHaveLength(parts.length);
        for (const part of parts) expect(sentences.join('\n'), key).toContain(part);
      }
      if (!('doubts' in one.expect)) expect(outcome.doubts, 'doubts').toEqual([]);
    });
  });
