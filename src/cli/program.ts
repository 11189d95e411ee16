import { commandHelp, globalHelp, helpWords, placeholders } from '../messages/help.js';
import { say } from '../messages/language.js';
import { DibaoCommand } from './command.js';
import { helpFormat } from './help-format.js';
import { addCommand, option, type Runner } from './parts.js';

function bareProgram(version: string): DibaoCommand {
  const program = new DibaoCommand('dibao');
  program
    .description(say(globalHelp.program))
    .version(version, '-V, --version', say(globalHelp.version))
    .helpOption('-h, --help', say(globalHelp.help))
    .helpCommand(`help [${say(placeholders.name)}]`, say(globalHelp.helpCommand))
    .addOption(option('--lang', placeholders.language, globalHelp.lang))
    .option('-q, --quiet', say(globalHelp.quiet))
    .option('--unmask', say(globalHelp.unmask))
    .configureHelp(helpFormat)
    .exitOverride()
    .addHelpText('after', `\n${say(helpWords.exits)}`);
  return program;
}

/**
 * The whole command line: commands, options and help, in the language set. Nothing heavy is loaded here: each
 * command's module is imported when it runs.
 */
export async function buildProgram(version: string, runner: Runner): Promise<DibaoCommand> {
  const { addCommands } = await import('./commands.js');
  const program = bareProgram(version);
  addCommands(program, runner);
  return program;
}

/** The same without the commands' options, for arguments that name no command: `dibao --help` needs no more. */
export function nameProgram(version: string): DibaoCommand {
  const program = bareProgram(version);
  for (const name of Object.keys(commandHelp)) addCommand(program, name as keyof typeof commandHelp);
  return program;
}
