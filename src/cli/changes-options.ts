import { optionHelp, placeholders } from '../messages/help.js';
import { changesHelp } from '../messages/help-changes.js';
import { say } from '../messages/language.js';
import type { DibaoCommand } from './command.js';
import { addCommand, formatOption, type GlobalOptions, option, type Runner } from './parts.js';

interface Given extends GlobalOptions {
  readonly campaign?: string;
  readonly from?: string;
  readonly to?: string;
  readonly category?: string;
  readonly period?: string;
  readonly output?: string;
  readonly passwordFile?: string;
  readonly format?: string;
}

/** `changes`. */
export function addChanges(program: DibaoCommand, runner: Runner): void {
  addCommand(program, 'changes')
    .addOption(option('-c, --campaign', placeholders.file, changesHelp.campaign))
    .addOption(option('--from', placeholders.date, changesHelp.from))
    .addOption(option('--to', placeholders.date, changesHelp.to))
    .addOption(option('--category', changesHelp.categoryName, changesHelp.category))
    .addOption(option('--period', changesHelp.periodName, changesHelp.period))
    .addOption(option('-o, --output', placeholders.file, changesHelp.output))
    .addOption(option('--password-file', placeholders.file, optionHelp.passwordFile))
    .addOption(formatOption())
    .addHelpText('after', `\n${say(changesHelp.notes)}`)
    .action(async (older: string, newer: string, _: unknown, self: DibaoCommand) => {
      const given = self.optsWithGlobals<Given>();
      const { choiceValue, dateValue, formatValue } = await import('./values.js');
      const when = <T>(value: string | undefined, parse: (value: string) => T): T | undefined =>
        value === undefined ? undefined : parse(value);
      const { changes } = await import('../commands/changes.js');
      runner.finish(
        await changes({
          context: runner.context(given),
          ...{ older, newer, config: given.campaign },
          from: when(given.from, (value) => dateValue('--from', value)),
          to: when(given.to, (value) => dateValue('--to', value)),
          category: when(given.category, (value) =>
            choiceValue('--category', value, ['urban', 'rural'] as const),
          ),
          ...{ period: given.period, output: given.output, passwordFile: given.passwordFile },
          format: when(given.format, formatValue) ?? 'table',
        }),
      );
    });
}
