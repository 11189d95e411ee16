import { placeholders } from '../messages/help.js';
import { dispatchHelp } from '../messages/help-dispatch.js';
import { sampleHelp } from '../messages/help-sample.js';
import { workHelp } from '../messages/help-work.js';
import type { DibaoCommand } from './command.js';
import { addCommand, option, type Runner } from './parts.js';
import { type WorkGiven, workOptions } from './work-options.js';

/** The grouping as the issue of the campaign writes it: `--by township`. */
const GROUPING = 'township';

interface Given extends WorkGiven {
  readonly per?: string;
  readonly township?: string[];
  readonly deadline?: string;
  readonly all?: boolean;
  readonly sample?: string;
  readonly focus?: boolean;
  readonly forms?: boolean;
  readonly output?: string;
  readonly again?: boolean;
  readonly run?: string;
}

/** `dispatch`. */
export function addDispatch(program: DibaoCommand, runner: Runner): void {
  addCommand(program, 'dispatch')
    .addOption(option('-c, --campaign', placeholders.file, workHelp.campaign))
    .addOption(option('--per', placeholders.name, dispatchHelp.per))
    .addOption(option('--township', placeholders.name, dispatchHelp.township, true))
    .addOption(option('--deadline', placeholders.date, dispatchHelp.deadline))
    .addOption(option('--all', null, dispatchHelp.all))
    .addOption(option('--sample', placeholders.file, sampleHelp.ofDispatch))
    .addOption(option('--focus', null, sampleHelp.focus))
    .addOption(option('--forms', null, dispatchHelp.forms))
    .addOption(option('--again', null, dispatchHelp.again))
    .addOption(option('-o, --output', placeholders.folder, dispatchHelp.output))
    .addOption(option('--run', placeholders.run, dispatchHelp.run))
    .addOption(option('--date', placeholders.date, workHelp.date))
    .addOption(option('--by', placeholders.name, dispatchHelp.by))
    .addOption(option('--password-file', placeholders.file, workHelp.passwordFile))
    .action(async (_: unknown, command: DibaoCommand) => {
      const given = command.optsWithGlobals<Given>();
      const { choiceValue, dateValue } = await import('./values.js');
      if (given.per !== undefined) choiceValue('--per', given.per, [GROUPING]);
      const by = given.by === GROUPING ? undefined : given.by;
      const work = await workOptions({ ...given, by }, runner);
      const { dispatch } = await import('../commands/dispatch.js');
      const { deadline, all = false, forms = false, again = false, focus = false } = given;
      runner.finish(
        await dispatch({
          ...work,
          townships: given.township,
          deadline: deadline === undefined ? undefined : dateValue('--deadline', deadline),
          output: given.output,
          run: given.run,
          sample: given.sample,
          focus,
          all,
          forms,
          again,
        }),
      );
    });
}
