import { placeholders } from '../messages/help.js';
import { sampleHelp } from '../messages/help-sample.js';
import type { DibaoCommand } from './command.js';
import { addCommand, formatOption, option, type Runner } from './parts.js';
import { addWorkOptions, type WorkGiven, workOptions } from './work-options.js';

interface Given extends WorkGiven {
  readonly run?: string;
  readonly seed?: string;
  readonly share?: string;
  readonly size?: string;
  readonly margin?: string;
  readonly confidence?: string;
  readonly expect?: string;
  readonly level?: string;
  readonly communities?: string;
  readonly minimum?: string;
  readonly focusAll?: boolean;
  readonly estimate?: string[];
  readonly output?: string;
  readonly format?: string;
}

/** @throws DibaoError option-value, sample-sizes */
async function planOptions(given: Given) {
  const { choiceValue, countValue, insideValue, shareValue } = await import('./values.js');
  const wished = (['share', 'size', 'margin'] as const).filter((name) => given[name] !== undefined);
  if (wished.length > 1) {
    const { DibaoError } = await import('../errors.js');
    throw new DibaoError('sample-sizes', { names: wished.map((name) => `--${name}`).join(' ') });
  }
  const { share, size, margin, confidence, expect, level, communities, minimum } = given;
  const inside = (name: string, value: string | undefined): number | undefined =>
    value === undefined ? undefined : insideValue(name, value);
  const count = (name: string, value: string | undefined): number | undefined =>
    value === undefined ? undefined : countValue(name, value, 1);
  return {
    share: share === undefined ? undefined : shareValue('--share', share),
    size: count('--size', size),
    margin: inside('--margin', margin),
    confidence: inside('--confidence', confidence),
    expected: inside('--expect', expect),
    level: level === undefined ? undefined : choiceValue('--level', level, ['district', 'street']),
    communities:
      communities === undefined
        ? undefined
        : /^[1-9]\d*$/.test(communities)
          ? { count: countValue('--communities', communities, 1) }
          : { share: shareValue('--communities', communities) },
    minimum: count('--minimum', minimum),
    focusAll: given.focusAll ?? false,
  };
}

/** `sample`. */
export function addSample(program: DibaoCommand, runner: Runner): void {
  addWorkOptions(addCommand(program, 'sample'))
    .addOption(option('--run', placeholders.run, sampleHelp.run))
    .addOption(option('--seed', placeholders.name, sampleHelp.seed))
    .addOption(option('--share', placeholders.number, sampleHelp.share))
    .addOption(option('--size', placeholders.number, sampleHelp.size))
    .addOption(option('--margin', placeholders.number, sampleHelp.margin))
    .addOption(option('--confidence', placeholders.number, sampleHelp.confidence))
    .addOption(option('--expect', placeholders.number, sampleHelp.expect))
    .addOption(option('--level', sampleHelp.levelName, sampleHelp.level))
    .addOption(option('--communities', sampleHelp.communitiesName, sampleHelp.communities))
    .addOption(option('--minimum', placeholders.number, sampleHelp.minimum))
    .addOption(option('--focus-all', null, sampleHelp.focusAll))
    .addOption(option('--estimate', placeholders.file, sampleHelp.estimate, true))
    .addOption(option('-o, --output', placeholders.folder, sampleHelp.output))
    .addOption(formatOption())
    .action(async (_: unknown, command: DibaoCommand) => {
      const given = command.optsWithGlobals<Given>();
      const { formatValue } = await import('./values.js');
      const { run, seed, output, estimate } = given;
      const plan = await planOptions(given);
      const work = await workOptions(given, runner);
      const format = given.format === undefined ? ('table' as const) : formatValue(given.format);
      if (estimate !== undefined) {
        const { sampleEstimate } = await import('../commands/sample-estimate.js');
        const { confidence } = plan;
        runner.finish(await sampleEstimate({ ...work, files: estimate, confidence, output, format }));
        return;
      }
      const { sample } = await import('../commands/sample.js');
      runner.finish(await sample({ ...work, ...plan, run, seed, output, format }));
    });
}
