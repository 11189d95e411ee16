import { placeholders } from '../messages/help.js';
import { simulateHelp } from '../messages/help-simulate.js';
import type { DibaoCommand } from './command.js';
import { addCommand, type GlobalOptions, option, type Runner } from './parts.js';

interface Given extends GlobalOptions {
  readonly households?: string;
  readonly registerRows?: string;
  readonly seed?: string;
  readonly area?: string;
  readonly dirt?: string;
  readonly encoding?: string;
  readonly format?: string;
}

const HOUSEHOLDS = 1000;
const ROWS_EACH = 80;
const FOLDER = '模拟县';
const AREA = '339921';

/** `simulate`. */
export function addSimulate(program: DibaoCommand, runner: Runner): void {
  addCommand(program, 'simulate')
    .addOption(option('--households', placeholders.number, simulateHelp.households))
    .addOption(option('--register-rows', placeholders.number, simulateHelp.rows))
    .addOption(option('--seed', placeholders.number, simulateHelp.seed))
    .addOption(option('--area', placeholders.code, simulateHelp.area))
    .addOption(option('--dirt', placeholders.when, simulateHelp.dirt))
    .addOption(option('--encoding', placeholders.name, simulateHelp.encoding))
    .addOption(option('--format', placeholders.format, simulateHelp.format))
    .action(async (folder: string | undefined, _: unknown, self: DibaoCommand) => {
      const given = self.optsWithGlobals<Given>();
      const { choiceValue, countyValue, encodingChoice, householdsValue, rowsValue, seedValue } =
        await import('./simulate-values.js');
      const households = householdsValue(given.households ?? String(HOUSEHOLDS));
      const format = choiceValue('--format', given.format ?? 'csv', ['csv', 'xlsx']);
      const options = {
        context: runner.context(given),
        folder: folder ?? FOLDER,
        households,
        rows: rowsValue(given.registerRows ?? String(households * ROWS_EACH)),
        seed: seedValue(given.seed ?? '1'),
        area: countyValue(given.area ?? AREA),
        dirt: choiceValue('--dirt', given.dirt ?? 'some', ['none', 'some', 'much']),
        encoding: encodingChoice(given.encoding, format),
        format,
      } as const;
      const { simulate } = await import('../commands/simulate.js');
      runner.finish(await simulate(options));
    });
}
