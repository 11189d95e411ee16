/** The CSV scanner as other stages see it. */
export { CsvDecodeError } from './csv/decode.js';
export type { CsvRecord } from './csv/record.js';
export { type ScanEnd, type ScanOptions, scanCsv } from './csv/scan.js';
