import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateRules } from '../src/commands/validate-rules.js';
import { checksOf } from '../src/packs/apply.js';
import { loadPack, packNames } from '../src/packs/load.js';
import { loadCatalogue, type Rule } from '../src/rules/catalogue.js';

import { loadStandards } from '../src/standards/load.js';
import { loadCaseFiles, outcomeOf, type RuleCaseFile } from './helpers/rule-cases.js';
import { emptyDatabase } from './helpers/vocabulary-db.js';

const src = join(import.meta.dirname, '..', 'src');
const rules = await loadCatalogue();
const cases = new Map(loadCaseFiles().map((file) => [file.check, file]));

/** Checks whose register rows carry no name, or that read the roster alone: nothing can match nearly. */
const NEVER_NEAR = new Set([
  ...['D01.duplicate', 'D03.account', 'D03.holder', 'D09.identity', 'D10.missed', 'D11.voluntary'],
  ...['R09.refusal', 'R10.utility'],
  ...['R08.able', 'D07.equal-split', 'D08.rotation'],
]);

function sqlFiles(): [string, string][] {
  return [join(src, 'rules'), join(src, 'load', 'vocabulary')].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** The SQL without comments and without what stands in quotes. */
function bare(sql: string): string {
  return sql
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/--.*$/gm, ' ')
    .replace(/'(?:[^']|'')*'/g, "''");
}

/** Numbers in places that say how a text or a type is laid out, not what the law says. */
const LAYOUT = [
  /DECIMAL\(\d+, \d+\)/g,
  /substr\(\w+, \d+, \d+\)/g,
  /length\(id\) = 18/g,
  /right\([\w.]+, 4\)/g,
  // Sixteen signs of a hash name a row.
  /, 16\) (?=AS fact)|\)\), 16\)/g,
  // Scales: fen of a yuan, hundredths of a fen.
  /\b0\.01::|\b0\.0001::|\* 10000\b|million\(\) AS 1000000/g,
];

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule: Rule) => {
  const file: RuleCaseFile | undefined = cases.get(id);

  it('stands in the file of its name, in at most a hundred lines', () => {
    expect(basename(rule.file)).toBe(`${id}.sql`);
    expect(id === rule.rule || id.startsWith(`${rule.rule}.`)).toBe(true);
    expect(readFileSync(rule.file, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(100);
  });

  it('names its basis and the lawful explanations', () => {
    for (const { document, article, item } of rule.basis) {
      expect(document).not.toBe('');
      expect(article ?? item ?? '').not.toBe('');
    }
    expect(rule.lawful_reasons.length).toBeGreaterThan(0);
    expect(new Set(rule.lawful_reasons).size).toBe(rule.lawful_reasons.length);
  });

  it('has cases: a hit, a clear one, and what it does without data', () => {
    const outcomes = file?.cases.map(outcomeOf) ?? [];
    expect(outcomes).toContain('hit');
    expect(outcomes).toContain('clear');
    if (rule.needs.length + rule.any_of.length > 0) expect(outcomes).toContain('not_run');
    if (rule.standard) expect(outcomes).toContain('undecidable');
    const names = file?.cases.map((one) => one.name) ?? [];
    expect(new Set(names).size).toBe(names.length);
  });

  it('has cases of every level of match that it can have', () => {
    const levels = new Set(file?.cases.flatMap((one) => one.expect.map(({ match }) => match)));
    expect(levels).toContain('exact');
    if (NEVER_NEAR.has(id)) return;
    expect(levels).toContain('id');
    expect(levels).toContain('near');
  });

  it('has a case without each register that could excuse', () => {
    for (const register of rule.excused_by) {
      const lacking = file?.cases.filter((one) => one.absent.includes(register)) ?? [];
      expect(
        lacking.flatMap((one) => one.expect).map(({ grade }) => grade ?? rule.grade),
        register,
      ).toContain('verify');
      expect(
        lacking
          .flatMap((one) => one.expect)
          .map(({ reason }) => reason ?? '')
          .join(),
        register,
      ).toContain('未能排除');
    }
  });

  it('belongs to a pack', async () => {
    const packs = await Promise.all(packNames().map((name) => loadPack(name, '.')));
    expect(packs.flatMap((pack) => checksOf(pack, rules, [], [])).map((one) => one.id)).toContain(id);
  });
});

describe('the front matter', () => {
  it('names the registers that the SELECT reads, in every rule', async () => {
    await expect(validateRules(rules)).resolves.toBeUndefined();
  });

  it('names each register once', () => {
    for (const { id, needs, uses } of rules) {
      expect(new Set([...needs, ...uses]).size, id).toBe(needs.length + uses.length);
    }
  });

  it.each([
    ['a register less', { needs: [] }],
    ['one more', { uses: ['death', 'prison', 'student'] }],
    ['one that there is not', { uses: ['death', 'prison', 'nothing'] }],
    ['two statements', { sql: 'SELECT 1; SELECT 2' }],
    ['no SELECT', { sql: 'CREATE TABLE x (y INTEGER)' }],
    ['a table that there is not', { sql: 'SELECT * FROM nowhere' }],
    ['too few columns', { sql: "SELECT 'hit' AS outcome FROM vehicle" }],
  ] as const)('is refused with %s', async (_, change) => {
    const car = rules.find((rule) => rule.id === 'R04.car');
    const wrong = { ...car, ...change } as Rule;
    await expect(validateRules([wrong])).rejects.toMatchObject({ code: 'rule-faulty' });
  });
});

describe('the columns of every rule', () => {
  let db: DuckDBConnection;
  beforeAll(async () => {
    db = await emptyDatabase({ asOf: '2026-11-15' });
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s', async (_, rule) => {
    const prepared = await db.prepare(rule.sql);
    const types = Object.fromEntries(
      Array.from({ length: prepared.columnCount }, (__, index) => [
        prepared.columnName(index),
        String(prepared.columnType(index)),
      ]),
    );
    expect(Object.keys(types).length).toBe(prepared.columnCount);
    expect(types).toMatchObject({
      outcome: 'VARCHAR',
      household_id: 'VARCHAR',
      since: 'DATE',
      // A text would put name before near.
      match: "ENUM('exact', 'id', 'near', 'name')",
      reason: 'VARCHAR',
      sources: 'BIGINT[]',
    });
    if (types.round !== undefined) expect(types.round).toBe('INTEGER');
    expect(Object.values(types)).not.toContain('DOUBLE');
  });
});

describe('the case files', () => {
  it('are each of a check', () => {
    expect([...cases.keys()].filter((id) => !rules.some((rule) => rule.id === id))).toEqual([]);
  });
});

describe('the SQL', () => {
  it.each(sqlFiles())('%s divides nothing and takes no mean: both are DOUBLE', (_, sql) => {
    expect(bare(sql)).not.toMatch(/(?<!\/)\/(?!\/)/);
    expect(bare(sql)).not.toMatch(/\b(avg|mean)\s*\(/i);
    expect(bare(sql)).not.toMatch(/\b(DOUBLE|FLOAT|REAL)\b/);
  });

  it.each(sqlFiles())('%s holds no number of the law', (_, sql) => {
    const rest = LAYOUT.reduce((text, layout) => text.replace(layout, ' '), bare(sql));
    const numbers = [...rest.matchAll(/(?<![\w.])\d+(?:\.\d+)?/g)].map(([number]) => number);
    expect(numbers.filter((number) => !['0', '1', '2', '10', '12', '100'].includes(number))).toEqual([]);
  });

  it.each(sqlFiles())('%s asks for parameters that there are', (_, sql) => {
    const names = new Set(loadStandards().map(({ name }) => name));
    const asked = [
      ...sql.matchAll(/(?:param|first_birth_month)\(\s*'(\w+)'\s*\)|_word\([^()]*,\s*'(\w+)'\)/g),
    ];
    expect(asked.map(([, one, two]) => one ?? two ?? '').filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('the parameters', () => {
  const text = [
    ...sqlFiles().map(([, sql]) => sql),
    ...readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(src, name), 'utf8')),
  ].join('\n');

  it.each(loadStandards().map(({ name }) => name))('%s is used', (name) => {
    expect(text).toContain(`'${name}'`);
  });
});
