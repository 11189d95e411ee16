/** Markup that is safe to put into the page: only `html` and `raw` make it. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Markup[];

/** A text as it may stand between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

function markupOf(part: Part): string {
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map((one) => one.markup).join('');
}

/** A piece of the page; every value in it is escaped unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return { markup: parts.reduce((text, part, i) => text + markupOf(values[i - 1] ?? '') + part) };
}

/** Text of ours that is markup already (style sheet, script). */
export function raw(text: string): Markup {
  return { markup: text };
}

export const nothing: Markup = { markup: '' };

const endsScript = /[<\u2028\u2029]/;

/** JSON that can stand inside a script element: no `<`, so no `</script>` and no `<!--`. */
export function scriptJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!endsScript.test(json)) return json;
  return json
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}
