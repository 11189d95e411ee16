/** The CSV scanner as other stages see it. */
export { CsvDecodeError } from './csv/decode.js';
export { looksUtf8 } from './csv/gb18030.js';
export { type KeyColumn, PlainRows } from './csv/plain-rows.js';
export { type CopyPlain, plainCopier } from './csv/plain-text.js';
export type { CsvRecord } from './csv/record.js';
export { type ScanEnd, type ScanOptions, scanCsv } from './csv/scan.js';
