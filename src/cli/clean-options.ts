import { placeholders } from '../messages/help.js';
import { cleanHelp } from '../messages/help-clean.js';
import type { DibaoCommand } from './command.js';
import { addCommand, formatOption, option, type Runner } from './parts.js';
import { addWorkOptions, type WorkGiven, workOptions } from './work-options.js';

interface CleanGiven extends WorkGiven {
  readonly output?: string;
  readonly waive?: string[];
  readonly byWhom?: string;
  readonly why?: string;
  readonly household?: string[];
  readonly final?: boolean;
  readonly format?: string;
}

/** `clean`. */
export function addClean(program: DibaoCommand, runner: Runner): void {
  addWorkOptions(addCommand(program, 'clean'))
    .addOption(option('-o, --output', placeholders.folder, cleanHelp.output))
    .addOption(option('--waive', placeholders.requirement, cleanHelp.waive, true))
    .addOption(option('--by-whom', placeholders.name, cleanHelp.byWhom))
    .addOption(option('--why', placeholders.reason, cleanHelp.why))
    .addOption(option('--household', placeholders.target, cleanHelp.household, true))
    .addOption(option('--final', null, cleanHelp.final))
    .addOption(formatOption())
    .action(async (_: unknown, self: DibaoCommand) => {
      const given = self.optsWithGlobals<CleanGiven>();
      const { choiceValue } = await import('./values.js');
      const { requirementSchema } = await import('../ledger/events.js');
      const { clean } = await import('../commands/clean.js');
      const requirements = requirementSchema.options;
      const options = {
        ...(await workOptions(given, runner)),
        output: given.output,
        waive: (given.waive ?? []).map((one) => choiceValue('--waive', one, requirements)),
        byWhom: given.byWhom,
        why: given.why,
        households: given.household ?? [],
        isFinal: given.final ?? false,
        format: choiceValue('--format', given.format ?? 'table', ['table', 'json'] as const),
      };
      runner.finish(await clean(options));
    });
}
