import { load } from './dist.mjs';

const created = /CREATE (?:VIEW|MACRO) (\w+)/;
const wordsOf = (sql) => new Set(sql.replaceAll(/--.*$/gm, '').match(/\w+/g));

/** The shared words of vocabulary/*.sql: name of a view or macro → every word of its definition. */
async function vocabularyWords() {
  const { vocabulary } = await load('load/vocabulary.js');
  const words = new Map();
  for (const statement of vocabulary()) {
    const name = created.exec(statement)?.[1];
    if (name) words.set(name, wordsOf(statement));
  }
  return words;
}

/** Every word that a rule's SQL reaches: its own and, through the shared words, theirs. */
function reached(sql, vocabulary) {
  const seen = wordsOf(sql);
  for (const word of seen) for (const next of vocabulary.get(word) ?? []) seen.add(next);
  return seen;
}

/** The names of the parameters that each check depends on, by check id. */
export async function parametersByCheck(catalogue, parameters) {
  const vocabulary = await vocabularyWords();
  return new Map(
    catalogue.map((rule) => {
      const words = reached(rule.sql, vocabulary);
      return [rule.id, parameters.map(({ name }) => name).filter((name) => words.has(name))];
    }),
  );
}
