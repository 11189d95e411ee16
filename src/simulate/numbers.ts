import type { RowFile } from './row-file.js';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The plate of a number below 57.6 million, as text. */
export function plateText(n: number): string {
  return `浙${LETTERS.charAt(Math.floor(n / 2_400_000) % 24)}${LETTERS.charAt(Math.floor(n / 100_000) % 24)}${String(n % 100_000).padStart(5, '0')}`;
}

/** Writes the cell of a plate. */
export function plateOf(file: RowFile, n: number): RowFile {
  file.part('浙').part(LETTERS.charAt(Math.floor(n / 2_400_000) % 24));
  return file
    .part(LETTERS.charAt(Math.floor(n / 100_000) % 24))
    .digits(n % 100_000, 5)
    .number();
}

/** The number of a property unit: 28 characters. */
export function unitText(n: number): string {
  const eight = String(n % 100_000_000).padStart(8, '0');
  return `339921001${eight.slice(5)}GB${eight.slice(3)}F${eight}`;
}

export function unitOf(file: RowFile, n: number): RowFile {
  file
    .part('339921001')
    .digits(n % 1000, 3)
    .part('GB')
    .digits(n % 100_000, 5)
    .part('F');
  return file.digits(n % 100_000_000, 8).number();
}

/** The unified code of a firm: 18 characters. */
export function usccText(n: number): string {
  return `92339921MA${String(n).padStart(8, '0')}`;
}

export function firmOf(file: RowFile, n: number, role: string): RowFile {
  file.part('92339921MA').digits(n, 8).number();
  const alone = role === '经营者';
  file
    .part('云溪')
    .digits(n % 10_000_000, 7)
    .text(alone ? '号经营部' : '号有限公司');
  return file.text(alone ? '个体工商户' : '有限责任公司');
}
