export function atMost(k: number, n: number, p: number): number;
export function interval(k: number, n: number, confidence?: number): { low: number; high: number };
