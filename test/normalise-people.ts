/** Numbers of invented people, with a checksum worked out apart from the code under test (ISO 7064 MOD 11-2). */
export function inventId(area: string, date: string, serial: string): string {
  const digits = area + date + serial;
  let product = 0;
  for (const digit of digits) product = ((product + Number(digit)) * 2) % 11;
  const check = (12 - product) % 11;
  return digits + (check === 10 ? 'X' : String(check));
}

/** The first invented number of that birth date whose check sign is `sign`. */
export function inventEndingIn(sign: string, date: string): string {
  for (let serial = 1; serial < 1000; serial += 1) {
    const id = inventId('330482', date, String(serial).padStart(3, '0'));
    if (id.endsWith(sign)) return id;
  }
  throw new Error(`no number with ${sign}`);
}
