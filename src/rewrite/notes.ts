import { say, type Text } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';

/** So many places are named; of more their number. */
const NAMED = 20;

/** What a person should look at in one file: one line a kind, with the places. */
export class Notes {
  readonly #plain: string[] = [];
  readonly #placed = new Map<Text, Set<string>>();

  /** A line of its own, once. */
  add(text: Text, values: Readonly<Record<string, string | number>> = {}): void {
    const line = maskIdsIn(say(text, values));
    if (!this.#plain.includes(line)) this.#plain.push(line);
  }

  /** A place (a row, a household) of a note with `{places}` and `{count}`. */
  place(text: Text, place: string): void {
    const places = this.#placed.get(text) ?? new Set();
    this.#placed.set(text, places.add(place));
  }

  get lines(): string[] {
    const placed = [...this.#placed].map(([text, places]) => {
      const named = [...places].slice(0, NAMED).join('、') + (places.size > NAMED ? '……' : '');
      return maskIdsIn(say(text, { places: named, count: places.size }));
    });
    return [...placed, ...this.#plain];
  }
}
