import type { WorkOptions } from '../commands/work.js';
import { placeholders } from '../messages/help.js';
import { workHelp } from '../messages/help-work.js';
import type { DibaoCommand } from './command.js';
import { type GlobalOptions, option, type Runner } from './parts.js';

/** What the commands of a campaign are given beside their own options. */
export interface WorkGiven extends GlobalOptions {
  readonly campaign?: string;
  readonly date?: string;
  readonly by?: string;
  readonly passwordFile?: string;
}

/** The options by which the commands behind a check learn their campaign, the day, and who works. */
export function addWorkOptions(command: DibaoCommand): DibaoCommand {
  return command
    .addOption(option('-c, --campaign', placeholders.file, workHelp.campaign))
    .addOption(option('--date', placeholders.date, workHelp.date))
    .addOption(option('--by', placeholders.name, workHelp.by))
    .addOption(option('--password-file', placeholders.file, workHelp.passwordFile));
}

/** @throws DibaoError option-value for a day that is none */
export async function workOptions(given: WorkGiven, runner: Runner): Promise<WorkOptions> {
  const { dateValue } = await import('./values.js');
  return {
    context: runner.context(given),
    config: given.campaign,
    date: given.date === undefined ? undefined : dateValue('--date', given.date),
    by: given.by,
    passwordFile: given.passwordFile,
  };
}
