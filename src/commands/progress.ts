import type { ReadProgress } from '../load/read-all.js';
import { checkTexts } from '../messages/check.js';
import { say } from '../messages/language.js';
import type { Context } from './options.js';

/** A run shorter than this shows nothing. */
const QUIET_MS = 1000;
const EVERY_MS = 200;

/** One line of progress on a terminal, for runs that take longer than a second. */
export class Progress implements ReadProgress {
  readonly #context: Context;
  readonly #started = performance.now();
  #last = 0;
  #drawn = false;
  #before = 0;
  #current = 0;

  constructor(context: Context) {
    this.#context = context;
  }

  file = (shown: string): void => {
    this.#before += this.#current;
    this.#current = 0;
    this.bytes(shown, 0);
  };

  bytes = (shown: string, bytes: number): void => {
    this.#current = bytes;
    const seconds = (performance.now() - this.#started) / 1000;
    const megabytes = (this.#before + bytes) / 1_000_000;
    this.say(
      say(checkTexts.reading, {
        file: shown,
        rate: `${megabytes.toFixed(0)} MB, ${(megabytes / seconds).toFixed(0)} MB/s`,
      }),
    );
  };

  say(text: string): void {
    const now = performance.now();
    const { terminal, quiet, stderr } = this.#context;
    if (!terminal || quiet || now - this.#started < QUIET_MS || now - this.#last < EVERY_MS) return;
    this.#last = now;
    this.#drawn = true;
    stderr.write(`\r\u001b[K${text}`);
  }

  end(): void {
    if (this.#drawn) this.#context.stderr.write('\r\u001b[K');
    this.#drawn = false;
  }
}
