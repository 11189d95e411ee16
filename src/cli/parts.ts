import { Argument, Option } from 'commander';
import type { Context } from '../commands/options.js';
import { catHelp, commandHelp, globalHelp, helpWords, optionHelp, placeholders } from '../messages/help.js';
import { changesHelp } from '../messages/help-changes.js';
import { collectHelp } from '../messages/help-collect.js';
import { diffHelp } from '../messages/help-diff.js';
import { paperHelp } from '../messages/help-paper.js';
import { simulateHelp } from '../messages/help-simulate.js';
import { sqlHelp } from '../messages/help-sql.js';
import { verifyHelp } from '../messages/help-verify.js';
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

type CommandName = keyof typeof commandHelp;

type ArgumentSpec = readonly [called: Text, what: Text, form: 'required' | 'optional' | 'many' | 'any'];

/** What stands behind a command's name: what it is called, what it is, and how many there may be. */
const ARGUMENTS: Partial<Record<CommandName, ArgumentSpec>> = {
  cat: [placeholders.file, catHelp.file, 'required'],
  changes: [changesHelp.olderName, changesHelp.older, 'required'],
  collect: [placeholders.file, collectHelp.files, 'any'],
  diff: [diffHelp.olderName, diffHelp.older, 'required'],
  explain: [placeholders.target, optionHelp.explainTarget, 'required'],
  init: [placeholders.folder, optionHelp.initDir, 'optional'],
  inspect: [placeholders.file, optionHelp.inspectFiles, 'many'],
  sql: [sqlHelp.queryName, sqlHelp.query, 'optional'],
  template: [placeholders.register, optionHelp.templateRegister, 'optional'],
  paper: [paperHelp.kindName, paperHelp.kind, 'required'],
  rules: [placeholders.check, optionHelp.rulesId, 'optional'],
  simulate: [placeholders.folder, simulateHelp.folder, 'optional'],
  verify: [placeholders.run, verifyHelp.run, 'optional'],
};

/** And behind that. */
const SECOND: Partial<Record<CommandName, ArgumentSpec>> = {
  changes: [changesHelp.newerName, changesHelp.newer, 'required'],
  diff: [diffHelp.newerName, diffHelp.newer, 'required'],
};

/** The name of an argument by how many there may be. */
const FORMS = { required: '<>', optional: '[]', many: '<...>', any: '[...]' } as const;

/** A command with its summary, its argument and its examples. */
export function addCommand(program: DibaoCommand, name: CommandName): DibaoCommand {
  const { summary, example } = commandHelp[name];
  const lines = say(example).replaceAll(/^/gm, '  ');
  const command = program.createCommand(name);
  command
    .description(say(summary))
    .helpOption('-h, --help', say(globalHelp.help))
    .copyInheritedSettings(program)
    .addHelpText('after', `\n${say(helpWords.example)}\n${lines}`);
  for (const given of [ARGUMENTS[name], SECOND[name]]) {
    if (given === undefined) continue;
    const [called, text, form] = given;
    command.addArgument(new Argument(FORMS[form].replace(/^./, `$&${say(called)}`), say(text)));
  }
  program.addCommand(command);
  return command;
}

export function formatOption(): Option {
  return option('--format', placeholders.format, optionHelp.format);
}
