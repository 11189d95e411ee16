/**
 * Checks whose very name tells what may not go to villages (FORMS.md: nothing of prison). Their cases go out under the
 * number of the rule alone.
 */
const QUIET: readonly { readonly check: string; readonly rule: string }[] = [
  { check: 'R02.prison', rule: 'R02' },
];

/** A case's id as it stands on what goes out: `R02.prison-7f3a…` → `R02-7f3a…`. */
export function caseNumber(case_id: string): string {
  const quiet = QUIET.find(({ check }) => case_id.startsWith(`${check}-`));
  return quiet === undefined ? case_id : quiet.rule + case_id.slice(quiet.check.length);
}

/** Whether a case is the one of this id, or of this number on a form. */
export function isCase(case_id: string, named: string): boolean {
  return case_id === named || caseNumber(case_id) === named;
}

/** The id of a case from the number on a form, in either spelling. */
export function caseIdOf(number: string): string {
  const quiet = QUIET.find(({ rule }) => number.toUpperCase().startsWith(`${rule}-`));
  return quiet === undefined ? number : quiet.check + number.slice(quiet.rule.length);
}
