/** Why one part of a workbook is refused; the opener of the part turns it into a DibaoError that names file and part. */
export class PartError extends Error {
  readonly code: 'workbook-damaged' | 'workbook-doctype' | 'workbook-bomb';
  /** Sheet row near which reading stopped, where there is one. */
  readonly row: number | undefined;

  constructor(code: PartError['code'], row?: number) {
    super(code);
    this.name = 'PartError';
    this.code = code;
    this.row = row;
  }
}
