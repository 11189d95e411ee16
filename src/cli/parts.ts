import { Argument, Option } from 'commander';
import type { Context } from '../commands/options.js';
import { commandHelp, globalHelp, helpWords, optionHelp, placeholders } from '../messages/help.js';
import { say, type Text } from '../messages/language.js';
import type { DibaoCommand } from './command.js';

/** What the global options say; they may stand before or behind the command. */
export interface GlobalOptions {
  readonly quiet?: boolean;
  readonly unmask?: boolean;
}

/** Where a command's exit code goes, and what it may know of the process. */
export interface Runner {
  context(options: GlobalOptions): Context;
  finish(code: number): void;
}

/** `--name <value>`, the placeholder and the description in the language set. */
export function option(flags: string, placeholder: Text | null, description: Text, many = false): Option {
  const value = placeholder === null ? '' : ` <${say(placeholder)}${many ? '...' : ''}>`;
  const made = new Option(flags + value, say(description));
  // Commander sees the dots only behind ASCII letters.
  made.variadic = many;
  return made;
}

/** A command with its summary and its examples. */
export function addCommand(program: DibaoCommand, name: keyof typeof commandHelp): DibaoCommand {
  const { summary, example } = commandHelp[name];
  const lines = say(example).replaceAll(/^/gm, '  ');
  const command = program.createCommand(name);
  command
    .description(say(summary))
    .helpOption('-h, --help', say(globalHelp.help))
    .copyInheritedSettings(program)
    .addHelpText('after', `\n${say(helpWords.example)}\n${lines}`);
  program.addCommand(command);
  return command;
}

/** An argument whose name and description are in the language set. */
export function argument(name: Text, description: Text, form: 'required' | 'optional' | 'many'): Argument {
  const word = say(name);
  const term = form === 'required' ? `<${word}>` : form === 'optional' ? `[${word}]` : `<${word}...>`;
  return new Argument(term, say(description));
}

export function formatOption(): Option {
  return option('--format', placeholders.format, optionHelp.format);
}
