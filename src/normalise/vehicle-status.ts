import { compareText } from './text.js';
import type { Normaliser, Parsed } from './types.js';

const ACTIVE: Parsed = Object.freeze({ value: 'active', problem: null });
const ENDED: Parsed = Object.freeze({ value: 'ended', problem: null });

/**
 * A vehicle's status: GA letters, several in one string, where any of E M P is ended (B, moved to another vehicle
 * office, is still owned); else the Chinese texts. Source: REGISTERS.md, vehicle.
 */
export function parseVehicleStatus(words: Normaliser): Normaliser {
  return (text) => {
    if (!/[A-Za-z\uff21-\uff3a\uff41-\uff5a]/.test(text)) return words(text);
    const letters = compareText(text).toUpperCase();
    if (!/^[A-Z]+$/.test(letters)) return words(text);
    return /[EMP]/.test(letters) ? ENDED : ACTIVE;
  };
}
