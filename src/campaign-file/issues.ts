import type { z } from 'zod';
import { DibaoError } from '../errors.js';
import { say } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';
import { nearest } from '../messages/nearest.js';
import { type Expectation, expectations, standardTexts } from '../messages/standards.js';
import type { KeyPath, LocatedDocument } from './document.js';
import { knownKeysMark } from './leaves.js';

type Issue = z.core.$ZodIssue;

interface Finding {
  readonly path: KeyPath;
  readonly issue: Issue;
}

/** The first error of a campaign file, by line, as the user should read it. */
export function firstIssue(issues: readonly Issue[], document: LocatedDocument): DibaoError {
  const errors = issues
    .flatMap((issue) => innermost(issue, []))
    .map((finding) => toError(finding, document))
    .sort((a, b) => (a.place.row ?? 0) - (b.place.row ?? 0) || rank(a) - rank(b));
  const first = errors[0];
  if (first === undefined) throw new Error('a refused campaign file without an issue');
  return first;
}

/** Of two on one line the misspelt key comes before the key that is missing because of it. */
function rank(error: DibaoError): number {
  return error.code === 'campaign-missing-key' ? 1 : 0;
}

/** Of a union only the branch that the value was meant for says anything to its writer: the one it got furthest into. */
function innermost(issue: Issue, base: KeyPath): Finding[] {
  const path = [...base, ...(issue.path as (string | number)[])];
  if (issue.code !== 'invalid_union') return [{ path, issue }];
  const best = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0];
  if (best === undefined || depth(best) === 0) return [{ path, issue }];
  return best.flatMap((inner) => innermost(inner, path));
}

function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length + ownDepth(issue)));
}

function ownDepth(issue: Issue): number {
  if (issue.code === 'unrecognized_keys' || issue.code === 'custom' || issue.code === 'invalid_key') return 1;
  return issue.code === 'invalid_union' ? Math.max(0, ...issue.errors.map(depth)) : 0;
}

function toError({ path, issue }: Finding, document: LocatedDocument): DibaoError {
  if (issue.code === 'unrecognized_keys')
    return unknownKey(path, issue.keys[0] ?? '', issue.message, document);
  const key = path.at(-1) ?? '';
  const value = contentAt(document.content, path);
  if (value === undefined) {
    return new DibaoError('campaign-missing-key', { key }, document.valueAt(path.slice(0, -1)));
  }
  const inner = issue.code === 'invalid_key' ? issue.issues[0] : issue;
  const choices = inner?.code === 'invalid_value' ? inner.values.map(String) : [];
  return new DibaoError(
    'campaign-value',
    {
      key: typeof key === 'number' ? String(path.at(-2)) : key || say(standardTexts.campaignDocument),
      value: quote(issue.code === 'invalid_key' ? key : value),
      expected: expected(inner?.message ?? '', choices),
      hint: didYouMean(String(value), choices),
    },
    issue.code === 'invalid_key' ? document.keyAt(path) : document.valueAt(path),
  );
}

function unknownKey(path: KeyPath, key: string, message: string, document: LocatedDocument): DibaoError {
  const known = message.slice(knownKeysMark.length).split(' ');
  const place = document.keyAt([...path, key]);
  const values = { key: maskIdsIn(key), hint: didYouMean(key, known) };
  if (path.length === 1 && path[0] === 'sources')
    return new DibaoError('campaign-unknown-register', values, place);
  return new DibaoError('campaign-unknown-key', { ...values, known: known.join(' ') }, place);
}

function expected(message: string, choices: readonly string[]): string {
  if (message in expectations) return say(expectations[message as Expectation]);
  return choices.length > 0 ? say(standardTexts.oneOf, { values: choices.join(' ') }) : message;
}

/** `, did you mean "…"?`, or nothing where no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const found = nearest(word, candidates);
  return found === null ? '' : say(standardTexts.didYouMean, { nearest: found });
}

/** A value as a message shows it: short, and without an ID number. */
export function quote(value: unknown): string {
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  const masked = maskIdsIn(written);
  return masked.length > 60 ? `${masked.slice(0, 60)}…` : masked;
}

function contentAt(content: unknown, path: KeyPath): unknown {
  let value: unknown = content;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}
