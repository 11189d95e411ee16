/** A path or a name as it is typed on a command line, of a shell or of Windows. */
export function quoted(text: string): string {
  return /[\s'"$&;|<>()]/.test(text) ? `"${text.replaceAll('"', '\\"')}"` : text;
}
