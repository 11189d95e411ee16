import { recordKeys } from '../campaign-file/record-keys.js';
import { helpWords, optionHelp, placeholders } from '../messages/help.js';
import { nightlyHelp } from '../messages/help-nightly.js';
import { say } from '../messages/language.js';
import { registerTitles } from '../messages/register-titles.js';
import type { DibaoCommand } from './command.js';
import { addCommand, formatOption, option, type Runner } from './parts.js';

/** `check`. What was given is read, and refused where it is wrong, in given.ts: help need not load it. */
export function addCheck(program: DibaoCommand, runner: Runner): void {
  const command = addCommand(program, 'check');
  addCampaignOptions(command);
  command
    .addOption(option('-o, --output', placeholders.folder, optionHelp.output))
    .addOption(option('--fail-on', placeholders.when, optionHelp.failOn))
    .addOption(option('--max-rejects', placeholders.number, optionHelp.maxRejects))
    .addOption(option('--dry-run', null, optionHelp.dryRun))
    .addOption(option('--keep-db', null, optionHelp.keepDb))
    .addOption(option('--keep-all', null, optionHelp.keepAll))
    .addOption(option('--baseline', placeholders.run, optionHelp.baseline))
    .addOption(option('--strict', null, nightlyHelp.strict))
    .addOption(option('--keep', placeholders.number, nightlyHelp.keep))
    .addOption(option('--threads', placeholders.number, optionHelp.threads))
    .addOption(formatOption())
    .action(async (_: unknown, self: DibaoCommand) => {
      const { checkOptions } = await import('./given.js');
      const options = checkOptions(self.optsWithGlobals(), runner);
      const { check } = await import('../commands/check.js');
      runner.finish(await check(options));
    });
}

/** `explain`. */
export function addExplain(program: DibaoCommand, runner: Runner): void {
  const command = addCommand(program, 'explain');
  addCampaignOptions(command);
  command
    .addOption(option('-o, --run', placeholders.run, optionHelp.explainRun))
    .addOption(option('--format', placeholders.format, optionHelp.explainFormat))
    .addOption(option('--output', placeholders.file, optionHelp.explainOutput))
    .action(async (target: string, _: unknown, self: DibaoCommand) => {
      const { explainOptions } = await import('./given.js');
      const options = explainOptions(target, self.optsWithGlobals(), runner);
      const { explain } = await import('../commands/explain.js');
      runner.finish(await explain(options));
    });
}

/** The options by which a command learns its campaign: the file, or the data straight on the command line. */
export function addCampaignOptions(command: DibaoCommand): void {
  command
    .addOption(option('-c, --campaign', placeholders.file, optionHelp.config))
    .addOption(option('--urban-standard', placeholders.amount, optionHelp.urbanStandard))
    .addOption(option('--rural-standard', placeholders.amount, optionHelp.ruralStandard))
    .addOption(option('--as-of', placeholders.date, optionHelp.asOf))
    .addOption(option('--area', placeholders.code, optionHelp.area))
    .addOption(option('--pack', placeholders.pack, optionHelp.pack))
    .addOption(option('--check', placeholders.check, optionHelp.check, true))
    .addOption(option('--exemptions', placeholders.file, nightlyHelp.exemptions))
    .addOption(option('--password-file', placeholders.file, optionHelp.passwordFile));
  const heading = say(helpWords.data);
  const data = (flag: string, text: Parameters<typeof option>[2]): void => {
    command.addOption(option(flag, placeholders.file, text, true).helpGroup(heading));
  };
  for (const key of recordKeys) {
    data(`--${key.replaceAll('_', '-')}`, registerTitles[key]);
    if (key !== 'roster') continue;
    data('--roster-urban', optionHelp.rosterUrban);
    data('--roster-rural', optionHelp.rosterRural);
  }
}
