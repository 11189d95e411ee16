/** A run of 15 to 20 digits, the last perhaps an X: what may be an ID number, with a digit too many or too few. */
const idLike = /(?<!\d)\d{14,19}[\dXx](?!\d)/g;

/**
 * Masks whatever looks like an ID number in free text: the first six and the last four characters stay, as in
 * 330482********1234 (DESIGN.md, 'Privacy and safety'). For text of unknown origin: arguments, stacks, values of files.
 */
export function maskIds(text: string): string {
  return text.replace(idLike, (id) => `${id.slice(0, 6)}${'*'.repeat(id.length - 10)}${id.slice(-4)}`);
}
