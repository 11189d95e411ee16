import { valueTexts } from '../messages/commands.js';
import { say } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';

/** What is said of an error nobody foresaw: its stack, without ID numbers, and that it is no fault of the user's. */
export function defectReport(error: unknown, version: string): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${maskIdsIn(stack)}\n${say(valueTexts.defect, { version })}\n`;
}
