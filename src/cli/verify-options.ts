import { optionHelp, placeholders } from '../messages/help.js';
import { verifyHelp } from '../messages/help-verify.js';
import type { DibaoCommand } from './command.js';
import { addCommand, type GlobalOptions, option, type Runner } from './parts.js';

/** `verify`. */
export function addVerify(program: DibaoCommand, runner: Runner): void {
  addCommand(program, 'verify')
    .addOption(option('-c, --campaign', placeholders.file, optionHelp.config))
    .addOption(option('--format', placeholders.format, verifyHelp.format))
    .action(async (run: string | undefined, _: unknown, command: DibaoCommand) => {
      const given = command.optsWithGlobals<GlobalOptions & { campaign?: string; format?: string }>();
      const { formatValue } = await import('./values.js');
      const format = given.format === undefined ? 'table' : formatValue(given.format);
      const { verify } = await import('../commands/verify.js');
      const context = runner.context(given);
      runner.finish(await verify({ context, run, config: given.campaign, format }));
    });
}
