/** The mistakes of a command line that the parser itself finds; each is a code of the error catalogue. */
export type MistakeCode =
  | 'unknown-command'
  | 'unknown-option'
  | 'missing-argument'
  | 'missing-option-value'
  | 'too-many-arguments'
  | 'one-argument-only'
  | 'two-arguments-only';

/**
 * A wrong command line. It becomes a DibaoError where it is reported (mistake-error.ts): the parser is loaded with
 * every help, the error catalogue only with an error.
 */
export class Mistake extends Error {
  readonly code: MistakeCode;
  /** What was typed, or is missing. */
  readonly given: string;
  /** What might have been meant. */
  readonly candidates: readonly string[];
  /** The command as typed: `dibao check`. */
  readonly command: string;

  constructor(code: MistakeCode, given: string, command: string, candidates: readonly string[] = []) {
    super(code);
    this.code = code;
    this.given = given;
    this.command = command;
    this.candidates = candidates;
  }
}
