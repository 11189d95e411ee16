import type { LedgerEvent } from './events.js';

/** What says the same in thousands of lines: names of places and files, titles, grounds, who worked, on which day. */
const REPEATED: ReadonlySet<string> = new Set([
  ...['check', 'title', 'township', 'village', 'batch', 'file', 'sha256', 'on', 'by', 'manner'],
  ...['visited', 'ground', 'materials', 'from_month', 'village_officer', 'reviewer', 'reviewed'],
]);

/** Gives texts that stand in many lines of a ledger one place in memory: of a county they are a quarter of it. */
export class Words {
  readonly #known = new Map<string, string>();

  #one(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, text);
    return text;
  }

  #within(part: Record<string, unknown>): void {
    for (const key in part) {
      const value = part[key];
      if (typeof value === 'string') {
        if (REPEATED.has(key)) part[key] = this.#one(value);
      } else if (key === 'investigators' && Array.isArray(value)) {
        part[key] = value.map((name) => this.#one(String(name)));
      } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        this.#within(value as Record<string, unknown>);
      }
    }
  }

  /** The same event, its repeated texts the ones that are known. */
  share(event: LedgerEvent): LedgerEvent {
    this.#within(event.event);
    return event;
  }
}
