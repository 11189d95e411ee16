/** The hidden sheet of a form, by which it is known when it comes back. */
export { type FormMark, MARK_SHEET } from '../reports/form-mark.js';
