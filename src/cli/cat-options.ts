import { catHelp, optionHelp, placeholders } from '../messages/help.js';
import { say } from '../messages/language.js';
import type { DibaoCommand } from './command.js';
import { addCommand, type GlobalOptions, option, type Runner } from './parts.js';

interface Given extends GlobalOptions {
  readonly rows?: boolean;
  readonly sheet?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly passwordFile?: string;
  readonly maxRejects?: string;
  readonly format?: string;
}

/** `cat`. */
export function addCat(program: DibaoCommand, runner: Runner): void {
  addCommand(program, 'cat')
    .addOption(option('--rows', null, catHelp.rows))
    .addOption(option('--sheet', placeholders.name, optionHelp.sheet))
    .addOption(option('--encoding', placeholders.name, optionHelp.encoding))
    .addOption(option('--delimiter', placeholders.delimiter, catHelp.delimiter))
    .addOption(option('--password-file', placeholders.file, optionHelp.passwordFile))
    .addOption(option('--max-rejects', placeholders.number, optionHelp.maxRejects))
    .addOption(option('--format', placeholders.format, catHelp.format))
    .addHelpText('after', `\n${say(catHelp.notes)}`)
    .action(async (file: string, _: unknown, self: DibaoCommand) => {
      const given = self.optsWithGlobals<Given>();
      const { choiceValue, countValue, delimiterValue, encodingValue } = await import('./values.js');
      const when = <T>(value: string | undefined, parse: (value: string) => T): T | undefined =>
        value === undefined ? undefined : parse(value);
      const options = {
        context: runner.context(given),
        file,
        rows: given.rows ?? false,
        sheet: given.sheet,
        encoding: when(given.encoding, encodingValue),
        delimiter: when(given.delimiter, delimiterValue),
        passwordFile: given.passwordFile,
        maxRejects: when(given.maxRejects, (value) => countValue('--max-rejects', value)),
        format:
          when(given.format, (value) => choiceValue('--format', value, ['csv', 'ndjson'] as const)) ?? 'csv',
      } as const;
      const { cat } = await import('../commands/cat.js');
      runner.finish(await cat(options));
    });
}
