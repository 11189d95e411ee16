import { placeholders } from '../messages/help.js';
import { dueHelp } from '../messages/help-due.js';
import type { DibaoCommand } from './command.js';
import { addCommand, formatOption, option, type Runner } from './parts.js';
import { addWorkOptions, type WorkGiven, workOptions } from './work-options.js';

/** `due`. */
export function addDue(program: DibaoCommand, runner: Runner): void {
  addWorkOptions(addCommand(program, 'due'))
    .addOption(option('-o, --output', placeholders.folder, dueHelp.output))
    .addOption(formatOption())
    .action(async (_: unknown, command: DibaoCommand) => {
      const given = command.optsWithGlobals<WorkGiven & { output?: string; format?: string }>();
      const { formatValue } = await import('./values.js');
      const options = {
        ...(await workOptions(given, runner)),
        output: given.output,
        format: given.format === undefined ? ('table' as const) : formatValue(given.format),
      };
      const { due } = await import('../commands/due.js');
      runner.finish(await due(options));
    });
}
