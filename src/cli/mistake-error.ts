import { DibaoError } from '../errors.js';
import { valueTexts } from '../messages/commands.js';
import { say } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';
import { nearest } from '../messages/nearest.js';
import { standardTexts } from '../messages/standards.js';
import type { Mistake } from './mistake.js';
import type { OutputError } from './output-error.js';

/** A parser's mistake as an entry of the catalogue: what is wrong, the nearest spelling, and what to do. */
export function mistakeError({ code, given, candidates, command }: Mistake): DibaoError {
  const found = nearest(given, candidates);
  const hint = found === null ? '' : say(standardTexts.didYouMean, { nearest: found });
  return new DibaoError(code, { name: maskIdsIn(given), hint, command });
}

/** Standard output that cannot be written to, as an entry of the catalogue. */
export function outputError({ code }: OutputError): DibaoError {
  return new DibaoError('cannot-write', { why: code }, { file: say(valueTexts.standardOutput) });
}
