const full: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const chinese = '[\\p{Script=Han}，。、；：？！“”‘’《》〈〉〔〕（）【】]';
const beside = new RegExp(`(?<=${chinese})[,;:?!]|[,;:?!](?=${chinese})`, 'gu');
const holdsChinese = new RegExp(chinese, 'u');

/** Brackets are changed in pairs: where Chinese stands in them, or right beside them. */
function brackets(text: string): string {
  return text.replace(/\(([^()]*)\)/g, (whole, inner: string, at: number) => {
    const before = text[at - 1] ?? '';
    const after = text[at + whole.length] ?? '';
    return [inner, before, after].some((one) => holdsChinese.test(one)) ? `（${inner}）` : whole;
  });
}

/**
 * Text as Chinese papers print it: commas, colons, brackets and quotation marks as Chinese ones where they stand
 * beside Chinese characters; figures such as 1,208.00 stay as they are.
 */
export function printed(text: string): string {
  return brackets(text.replace(/"([^"]*\p{Script=Han}[^"]*)"/gu, '“$1”')).replace(
    beside,
    (mark) => full[mark] ?? mark,
  );
}
