import { diffHelp } from '../messages/help-diff.js';
import { say } from '../messages/language.js';
import type { DibaoCommand } from './command.js';
import { addCommand, formatOption, type GlobalOptions, option, type Runner } from './parts.js';

interface Given extends GlobalOptions {
  readonly only?: readonly string[];
  readonly format?: string;
}

/** `diff`. */
export function addDiff(program: DibaoCommand, runner: Runner): void {
  addCommand(program, 'diff')
    .addOption(option('--only', diffHelp.kind, diffHelp.only, true))
    .addOption(formatOption())
    .addHelpText('after', `\n${say(diffHelp.notes)}`)
    .action(async (older: string, newer: string, _: unknown, self: DibaoCommand) => {
      const given = self.optsWithGlobals<Given>();
      const { choiceValue, formatValue } = await import('./values.js');
      const { diffKinds } = await import('../cases/diff.js');
      const { diff } = await import('../commands/diff.js');
      const only = given.only?.map((one) => choiceValue('--only', one, diffKinds));
      const format = given.format === undefined ? 'table' : formatValue(given.format);
      runner.finish(await diff({ context: runner.context(given), older, newer, only, format }));
    });
}
