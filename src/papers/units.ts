/** Twentieths of a point, in which a DOCX measures, from millimetres. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);

export const pointsOf = (mm: number): number => (mm * 72) / 25.4;
