import { optionHelp, placeholders } from '../messages/help.js';
import { sqlHelp } from '../messages/help-sql.js';
import { addCampaignOptions } from './check-options.js';
import type { DibaoCommand } from './command.js';
import { addCommand, option, type Runner } from './parts.js';

/** `sql`. */
export function addSql(program: DibaoCommand, runner: Runner): void {
  const command = addCommand(program, 'sql');
  addCampaignOptions(command);
  command
    .addOption(option('--file', placeholders.file, sqlHelp.file))
    .addOption(option('--run', placeholders.run, sqlHelp.run))
    .addOption(option('--keep-all', null, optionHelp.keepAll))
    .addOption(option('--format', placeholders.format, sqlHelp.format))
    .addOption(option('--output', placeholders.file, sqlHelp.output))
    .action(async (query: string | undefined, _: unknown, self: DibaoCommand) => {
      const { sqlOptions } = await import('./given.js');
      const options = sqlOptions(query, self.optsWithGlobals(), runner);
      const { sql } = await import('../commands/sql.js');
      runner.finish(await sql(options));
    });
}
