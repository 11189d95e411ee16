import { globalHelp, helpWords, placeholders } from '../messages/help.js';
import { say } from '../messages/language.js';
import { addCat } from './cat-options.js';
import { addCheck, addExplain } from './check-options.js';
import { DibaoCommand } from './command.js';
import { helpFormat } from './help-format.js';
import { option, type Runner } from './parts.js';
import { addInit, addInspect, addRules, addTemplate } from './small-commands.js';

/**
 * The whole command line: commands, options and help, in the language set. Nothing heavy is loaded here: each
 * command's module is imported when it runs.
 */
export function buildProgram(version: string, runner: Runner): DibaoCommand {
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
  addInit(program, runner);
  addInspect(program, runner);
  addCat(program, runner);
  addTemplate(program, runner);
  addCheck(program, runner);
  addExplain(program, runner);
  addRules(program, runner);
  return program;
}
