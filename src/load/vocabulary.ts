import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DuckDBConnection } from '@duckdb/node-api';
import { together } from './together.js';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'vocabulary');

/** The statements of vocabulary/*.sql, in order. */
export function vocabulary(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split(/;\s*\n/))
    .map((statement) => statement.replace(/--.*$/gm, '').trim())
    .filter((statement) => statement !== '');
}

/** Made a table where it is worked out once. */
const VIEW = /^CREATE VIEW/;

/** A word of the vocabulary, and the words that it is made of. */
interface Word {
  readonly statement: string;
  readonly of: readonly Word[];
  done: boolean;
}

/** Each word stands after those that it names. */
function words(statements: readonly string[]): Word[] {
  const named: { name: string; word: Word }[] = [];
  for (const statement of statements) {
    const [head, name] = /^CREATE (?:OR REPLACE )?VIEW (\w+)/.exec(statement) ?? [];
    if (head === undefined || name === undefined) throw new Error(`no word of a vocabulary: ${statement}`);
    const texts = new Set(statement.slice(head.length).match(/\w+/g));
    const of = named.filter((one) => texts.has(one.name)).map(({ word }) => word);
    named.push({ name, word: { statement, of, done: false } });
  }
  return named.map(({ word }) => word);
}

/** Makes the vocabulary's views, as they stand. */
export async function createVocabulary(db: DuckDBConnection): Promise<void> {
  for (const statement of vocabulary()) await db.run(statement);
}

/**
 * Makes the vocabulary with tables for views, each worked out once, on several connections at the same time: a word is
 * made as soon as those that it names are there. What stands as CREATE OR REPLACE VIEW stays a view.
 */
export async function workOutVocabulary(connections: readonly DuckDBConnection[]): Promise<void> {
  const all = vocabulary();
  // Down to the last macro (1-terms.sql) one by one: a function made while another connection looks one up is not found.
  const terms = all.findLastIndex((statement) => statement.startsWith('CREATE MACRO')) + 1;
  for (const term of all.slice(0, terms)) await connections[0]?.run(term.replace(VIEW, 'CREATE TABLE'));
  let open = words(all.slice(terms));
  // Whoever finds nothing that can be made looks again when a word is done.
  let wake: (() => void)[] = [];
  const wakeAll = (): void => {
    for (const resolve of wake) resolve();
    wake = [];
  };
  const work = async (db: DuckDBConnection): Promise<void> => {
    try {
      while (open.length > 0) {
        const next = open.find((word) => word.of.every((one) => one.done));
        if (next === undefined) {
          await new Promise<void>((resolve) => wake.push(resolve));
          continue;
        }
        open = open.filter((word) => word !== next);
        await db.run(next.statement.replace(VIEW, 'CREATE TABLE'));
        next.done = true;
        wakeAll();
      }
    } catch (error) {
      open = [];
      wakeAll();
      throw error;
    }
  };
  await together(connections.map(work));
}
