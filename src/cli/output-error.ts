/** Standard output cannot be written to: the disk is full, say. Known by this class alone, so that it costs no start-up. */
export class OutputError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
