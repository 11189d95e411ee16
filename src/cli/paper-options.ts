import { placeholders } from '../messages/help.js';
import { paperHelp } from '../messages/help-paper.js';
import type { DibaoCommand } from './command.js';
import { addCommand, option, type Runner } from './parts.js';
import { addWorkOptions, type WorkGiven, workOptions } from './work-options.js';

interface Given extends WorkGiven {
  readonly household?: string[];
  readonly case?: string[];
  readonly rule?: string[];
  readonly run?: string;
  readonly output?: string;
}

/** `paper`. */
export function addPaper(program: DibaoCommand, runner: Runner): void {
  addWorkOptions(addCommand(program, 'paper'))
    .addOption(option('--household', placeholders.target, paperHelp.household, true))
    .addOption(option('--case', placeholders.target, paperHelp.case, true))
    .addOption(option('--rule', placeholders.check, paperHelp.rule, true))
    .addOption(option('--run', placeholders.run, paperHelp.run))
    .addOption(option('-o, --output', placeholders.folder, paperHelp.output))
    .action(async (kind: string, _: unknown, command: DibaoCommand) => {
      const given = command.optsWithGlobals<Given>();
      const { household: households = [], case: cases = [], rule: rules = [], run, output } = given;
      const { refuseId } = await import('./given.js');
      for (const id of households) refuseId(id);
      const options = await workOptions(given, runner);
      const { paper } = await import('../commands/paper.js');
      runner.finish(await paper({ ...options, kind, households, cases, rules, run, output }));
    });
}
