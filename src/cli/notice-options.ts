import { placeholders } from '../messages/help.js';
import { noticeOptionHelp } from '../messages/help-notice.js';
import type { DibaoCommand } from './command.js';
import { addCommand, option, type Runner } from './parts.js';
import { addWorkOptions, type WorkGiven, workOptions } from './work-options.js';

interface NoticeGiven extends WorkGiven {
  readonly round?: string;
  readonly from?: string;
  readonly to?: string;
  readonly township?: string[];
  readonly village?: string[];
  readonly perVillage?: boolean;
  readonly output?: string;
}

/** `notice`. */
export function addNotice(program: DibaoCommand, runner: Runner): void {
  const command = addCommand(program, 'notice');
  command
    .addOption(option('--round', placeholders.round, noticeOptionHelp.round))
    .addOption(option('--from', placeholders.date, noticeOptionHelp.from))
    .addOption(option('--to', placeholders.date, noticeOptionHelp.to))
    .addOption(option('--township', placeholders.name, noticeOptionHelp.township, true))
    .addOption(option('--village', placeholders.name, noticeOptionHelp.village, true))
    .addOption(option('--per-village', null, noticeOptionHelp.perVillage))
    .addOption(option('-o, --output', placeholders.folder, noticeOptionHelp.output));
  addWorkOptions(command).action(async (_: unknown, self: DibaoCommand) => {
    const given = self.optsWithGlobals<NoticeGiven>();
    const { choiceValue, dateValue } = await import('./values.js');
    const { DibaoError } = await import('../errors.js');
    if (given.round === undefined) throw new DibaoError('notice-without-round');
    const { notice, rounds } = await import('../commands/notice.js');
    const day = (flag: string, value: string | undefined) =>
      value === undefined ? undefined : dateValue(flag, value);
    const code = await notice({
      ...(await workOptions(given, runner)),
      round: choiceValue('--round', given.round, rounds),
      from: day('--from', given.from),
      to: day('--to', given.to),
      townships: given.township ?? [],
      villages: given.village ?? [],
      perVillage: given.perVillage ?? false,
      output: given.output,
    });
    runner.finish(code);
  });
}
