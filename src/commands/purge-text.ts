import type { DestructionFacts } from '../forms/destruction.js';
import { say } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';
import { purgeTexts as texts } from '../messages/purge.js';
import type { Failure } from './purge-plan.js';

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const block = (title: string, lines: readonly string[]): string[] => [
  title,
  ...lines.map((line) => `  ${maskIdsIn(line)}`),
];

/** What is or would be deleted, what stays, and what is out of reach. */
export function factLines(facts: DestructionFacts, done: boolean): string[] {
  const { destroyed, kept, originals, beyond } = facts;
  const items = destroyed.map(({ path, kind, files, bytes }) =>
    say(texts.item, { kind: say(texts[kind]), path, files, size: sizeText(bytes) }),
  );
  const stays = kept.map(({ path, files }) =>
    path.endsWith('/') ? say(texts.folder, { path: path.slice(0, -1), files }) : path,
  );
  const of = originals.map(
    ({ supplier, files }) => `${supplier === '' ? say(texts.noSupplier) : supplier}: ${files.join('、')}`,
  );
  const title = say(done ? texts.deleted : texts.wouldDelete);
  return [
    ...(items.length === 0 ? [say(texts.nothing)] : block(title, items)),
    ...block(say(texts.kept), stays),
    ...(of.length === 0 ? [] : block(say(texts.originals), of)),
    ...block(say(texts.beyond), beyond),
  ];
}

export function failedLines(failed: readonly Failure[]): string[] {
  const lines = failed.map(({ path, reason }) => say(texts.reason, { what: path, reason }));
  return lines.length === 0 ? [] : ['', ...block(say(texts.failed), lines)];
}
