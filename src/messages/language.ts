/** One user-facing text in both languages; `{name}` marks a value. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Language = 'zh' | 'en';

let current: Language = 'zh';

/** Sets the language of every text said from here on (`--lang`). */
export function setLanguage(language: Language): void {
  current = language;
}

export function language(): Language {
  return current;
}

/** Says what `use` says in a language of its own: papers are Chinese in either language. */
export function inLanguage<T>(own: Language, use: () => T): T {
  const before = current;
  current = own;
  try {
    return use();
  } finally {
    current = before;
  }
}

/** The text in the language set, its `{name}` marks filled from `values`. */
export function say(text: Text, values: Readonly<Record<string, string | number>> = {}): string {
  return text[current].replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark));
}
