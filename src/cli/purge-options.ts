import { placeholders } from '../messages/help.js';
import { purgeHelp } from '../messages/help-purge.js';
import type { DibaoCommand } from './command.js';
import { addCommand, option, type Runner } from './parts.js';
import { addWorkOptions, type WorkGiven, workOptions } from './work-options.js';

interface Given extends WorkGiven {
  readonly run?: string[];
  readonly yes?: boolean;
  readonly why?: string;
}

/** `purge`. */
export function addPurge(program: DibaoCommand, runner: Runner): void {
  addWorkOptions(addCommand(program, 'purge'))
    .addOption(option('--run', placeholders.run, purgeHelp.run, true))
    .addOption(option('--yes', null, purgeHelp.yes))
    .addOption(option('--why', purgeHelp.text, purgeHelp.why))
    .action(async (_: unknown, command: DibaoCommand) => {
      const given = command.optsWithGlobals<Given>();
      const options = await workOptions(given, runner);
      const { purge } = await import('../commands/purge.js');
      runner.finish(
        await purge({ ...options, runs: given.run ?? [], yes: given.yes ?? false, why: given.why }),
      );
    });
}
