import type { AnswerFault } from '../messages/answer-faults.js';
import type { Fault } from './types.js';

/** What is said and stops nothing; everything else keeps its file out of the ledger. */
const warnings: ReadonlySet<AnswerFault> = new Set<AnswerFault>([
  'other-campaign',
  'money-rounded',
  'ground-lawful',
  'reviewed-before-visit',
  'visit-missing',
  'measure-missing',
  'measure-kept',
  'one-investigator',
  'same-investigators',
  'receiver-missing',
  'receipt-missing',
  'over-owed',
  'nothing-owed',
  'no-member',
  'answer-superseded',
]);

/** True where the file must not be taken. */
export const isError = ({ code }: Pick<Fault, 'code'>): boolean => !warnings.has(code);
