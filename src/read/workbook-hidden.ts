import type { Tag } from './xlsx/saxes-part.js';

/** The hidden sheets and rows of an OpenDocument workbook, which SheetJS does not tell; empty for any other. */
export class OdsHidden {
  readonly sheets = new Set<string>();
  /** 0-based ranges of rows hidden by hand or by a filter, by sheet. */
  readonly #rows = new Map<string, [first: number, last: number][]>();
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #sheet = '';
  #next = 0;

  /** Takes the tags of content.xml in order (OpenDocument 1.3 part 3, 19.751 table:visibility, 20.408 table:display). */
  take(tag: Tag): void {
    if (tag.name === 'style') this.#style = tag.attribute(':name') ?? '';
    else if (tag.name === 'table-properties' && tag.attribute(':display') === 'false') {
      this.#hiddenStyles.add(this.#style);
    } else if (tag.name === 'table') {
      this.#sheet = tag.attribute(':name') ?? '';
      this.#next = 0;
      if (this.#hiddenStyles.has(tag.attribute(':style-name') ?? '')) this.sheets.add(this.#sheet);
    } else if (tag.name === 'table-row') {
      const first = this.#next;
      this.#next += Number(tag.attribute(':number-rows-repeated') ?? 1);
      const visibility = tag.attribute(':visibility');
      if (visibility !== 'collapse' && visibility !== 'filter') return;
      const ranges = this.#rows.get(this.#sheet) ?? [];
      ranges.push([first, this.#next - 1]);
      this.#rows.set(this.#sheet, ranges);
    }
  }

  /** True if a 0-based row of a sheet is hidden. */
  row(sheet: string, index: number): boolean {
    const ranges = this.#rows.get(sheet) ?? [];
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.[1] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return (ranges[low]?.[0] ?? Number.POSITIVE_INFINITY) <= index;
  }
}
