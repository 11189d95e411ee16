import { placeholders } from '../messages/help.js';
import { progressOptions } from '../messages/help-progress.js';
import type { DibaoCommand } from './command.js';
import { addCommand, formatOption, option, type Runner } from './parts.js';
import { addWorkOptions, type WorkGiven, workOptions } from './work-options.js';

/** `status`. */
export function addStatus(program: DibaoCommand, runner: Runner): void {
  addWorkOptions(addCommand(program, 'status'))
    .addOption(option('-o, --output', placeholders.folder, progressOptions.statusOutput))
    .addOption(formatOption())
    .action(async (_: unknown, command: DibaoCommand) => {
      const given = command.optsWithGlobals<WorkGiven & { output?: string; format?: string }>();
      const { formatValue } = await import('./values.js');
      const options = {
        ...(await workOptions(given, runner)),
        output: given.output,
        format: given.format === undefined ? ('table' as const) : formatValue(given.format),
      };
      const { status } = await import('../commands/status.js');
      runner.finish(await status(options));
    });
}

/** `report`. */
export function addReport(program: DibaoCommand, runner: Runner): void {
  addWorkOptions(addCommand(program, 'report'))
    .addOption(option('-o, --output', placeholders.folder, progressOptions.reportOutput))
    .addOption(option('--period', progressOptions.periodName, progressOptions.period))
    .action(async (_: unknown, command: DibaoCommand) => {
      const given = command.optsWithGlobals<WorkGiven & { output?: string; period?: string }>();
      const options = {
        ...(await workOptions(given, runner)),
        output: given.output,
        period: given.period,
      };
      const { report } = await import('../commands/report.js');
      runner.finish(await report(options));
    });
}
