import { placeholders } from '../messages/help.js';
import { collectHelp } from '../messages/help-collect.js';
import type { DibaoCommand } from './command.js';
import { addCommand, option, type Runner } from './parts.js';
import { addWorkOptions, type WorkGiven, workOptions } from './work-options.js';

interface Given extends WorkGiven {
  readonly replace?: boolean;
  readonly allOrNothing?: boolean;
  readonly dryRun?: boolean;
  readonly sendBack?: boolean;
  readonly township?: readonly string[];
  readonly share?: string;
  readonly seed?: string;
  readonly errorLimit?: string;
}

/** `collect`. */
export function addCollect(program: DibaoCommand, runner: Runner): void {
  addWorkOptions(addCommand(program, 'collect'))
    .addOption(option('--replace', null, collectHelp.replace))
    .addOption(option('--all-or-nothing', null, collectHelp.allOrNothing))
    .addOption(option('--dry-run', null, collectHelp.dryRun))
    .addOption(option('--send-back', null, collectHelp.sendBack))
    .addOption(option('--township', placeholders.name, collectHelp.township, true))
    .addOption(option('--share', placeholders.number, collectHelp.share))
    .addOption(option('--seed', placeholders.name, collectHelp.seed))
    .addOption(option('--error-limit', placeholders.number, collectHelp.errorLimit))
    .action(async (files: string[], _: unknown, self: DibaoCommand) => {
      const given = self.optsWithGlobals<Given>();
      const { shareValue } = await import('./values.js');
      const share = (name: string, value: string | undefined): number | undefined =>
        value === undefined ? undefined : shareValue(name, value);
      const work = await workOptions(given, runner);
      const errorLimit = share('--error-limit', given.errorLimit);
      const dryRun = given.dryRun ?? false;
      if (given.sendBack === true) {
        const { sendBack } = await import('../commands/send-back.js');
        const drawn = {
          townships: given.township ?? [],
          share: share('--share', given.share),
          seed: given.seed,
        };
        runner.finish(await sendBack({ ...work, ...drawn, files, errorLimit, dryRun }));
        return;
      }
      const { collect } = await import('../commands/collect.js');
      const { replace = false, allOrNothing = false } = given;
      runner.finish(await collect({ ...work, files, replace, allOrNothing, dryRun, errorLimit }));
    });
}
