/** Fields of a disability row that its certificate number tells. */
export const CERTIFIED = ['id_number', 'type', 'level'] as const;

const TYPES = ['', 'visual', 'hearing', 'speech', 'physical', 'intellectual', 'mental', 'multiple'];

/**
 * A disability certificate number is the ID, a digit of the type and one of the level: 20 characters. It fills the
 * blanks of its row (REGISTERS.md, 'Files as they come').
 */
export function completeFromCertificate(slots: ReadonlyMap<string, number>, values: string[]): void {
  const at = (name: string): number => slots.get(name) ?? -1;
  const certificate = (values[at('cert_no')] ?? '').replace(/\s/g, '').toUpperCase();
  const parts = /^(\d{17}[\dX])([1-7])([1-4])/.exec(certificate);
  if (!parts) return;
  const fill = (name: string, value: string | undefined): void => {
    const slot = at(name);
    if (slot >= 0 && values[slot] === '' && value) values[slot] = value;
  };
  fill('id_number', parts[1]);
  fill('type', TYPES[Number(parts[2])]);
  fill('level', parts[3]);
}
