/**
 * Limits on what one workbook may make the program inflate and hold. The ratio, and the size from which it counts,
 * are Apache POI's (ZipSecureFile: MIN_INFLATE_RATIO 0.01, GRACE_ENTRY_SIZE 100 KiB, MAX_ENTRY_SIZE 4 GiB).
 */
export const limits = {
  /** Least allowed ratio of packed to inflated bytes. */
  minInflateRatio: 0.01,
  /** Bytes of one part that may inflate before the ratio counts. */
  ratioGrace: 100 * 1024,
  /** Bytes one part may inflate to. */
  entryBytes: 0xffff_ffff,
  /** Parts in one zip; a roster with a photo a person stays far below. */
  entries: 20_000,
  /** UTF-8 bytes of shared strings held in memory. */
  sharedStringBytes: 1024 * 1024 * 1024,
  /** UTF-8 bytes of one shared string: above what a cell can hold (32,767 characters), as thousands of cells may point to it. */
  stringBytes: 128 * 1024,
  /** Bytes of one XML tag or one run of text. */
  tokenBytes: 4 * 1024 * 1024,
  /** Depth of nested elements. */
  depth: 256,
  /** Bytes of a workbook that must be held whole (SheetJS, protected workbooks), as stored and inflated. */
  wholeBytes: 400 * 1024 * 1024,
  /** Columns of a sheet, by ECMA-376 (XFD). */
  columns: 16_384,
} as const;
