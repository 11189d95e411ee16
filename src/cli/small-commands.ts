import type {
  InitOptions,
  InspectOptions,
  OutputFormat,
  RulesOptions,
  TemplateOptions,
} from '../commands/options.js';
import { optionHelp, placeholders } from '../messages/help.js';
import type { DibaoCommand } from './command.js';
import { addCommand, formatOption, type GlobalOptions, option, type Runner } from './parts.js';

interface Given extends GlobalOptions {
  readonly format?: string;
}

async function formatOf({ format }: Given): Promise<OutputFormat> {
  return format === undefined ? 'table' : (await import('./values.js')).formatValue(format);
}

async function encodingOf(value: string): Promise<InspectOptions['encoding']> {
  return (await import('./values.js')).encodingValue(value);
}

export function addInit(program: DibaoCommand, runner: Runner): void {
  addCommand(program, 'init')
    .addOption(option('--demo', null, optionHelp.demo))
    .action(async (folder: string | undefined, _: unknown, command: DibaoCommand) => {
      const given = command.optsWithGlobals<Given & { demo?: boolean }>();
      const options: InitOptions = {
        context: runner.context(given),
        folder: folder ?? '.',
        demo: given.demo ?? false,
      };
      const { init } = await import('../commands/init.js');
      runner.finish(await init(options));
    });
}

export function addInspect(program: DibaoCommand, runner: Runner): void {
  addCommand(program, 'inspect')
    .addOption(option('--as', placeholders.register, optionHelp.as))
    .addOption(option('--sheet', placeholders.name, optionHelp.sheet))
    .addOption(option('--encoding', placeholders.name, optionHelp.encoding))
    .addOption(option('--password-file', placeholders.file, optionHelp.passwordFile))
    .addOption(formatOption())
    .action(async (files: string[], _: unknown, command: DibaoCommand) => {
      const given = command.optsWithGlobals<
        Given & { as?: string; sheet?: string; encoding?: string; passwordFile?: string }
      >();
      const options: InspectOptions = {
        context: runner.context(given),
        files,
        register: given.as,
        sheet: given.sheet,
        encoding: given.encoding === undefined ? undefined : await encodingOf(given.encoding),
        passwordFile: given.passwordFile,
        format: await formatOf(given),
      };
      const { inspect } = await import('../commands/inspect.js');
      runner.finish(await inspect(options));
    });
}

export function addTemplate(program: DibaoCommand, runner: Runner): void {
  addCommand(program, 'template')
    .addOption(option('-o, --output', placeholders.file, optionHelp.templateOutput))
    .addOption(option('--list', null, optionHelp.list))
    .action(async (register: string | undefined, _: unknown, command: DibaoCommand) => {
      const given = command.optsWithGlobals<Given & { output?: string; list?: boolean }>();
      const options: TemplateOptions = {
        context: runner.context(given),
        register,
        output: given.output,
        list: given.list ?? false,
      };
      const { template } = await import('../commands/template.js');
      runner.finish(await template(options));
    });
}

export function addRules(program: DibaoCommand, runner: Runner): void {
  addCommand(program, 'rules')
    .addOption(option('--check', null, optionHelp.rulesCheck))
    .addOption(option('--parameters', null, optionHelp.parameters))
    .addOption(option('-c, --campaign', placeholders.file, optionHelp.config))
    .addOption(option('--pack', placeholders.pack, optionHelp.pack))
    .addOption(option('--rules', placeholders.folder, optionHelp.rulesFolder))
    .addOption(formatOption())
    .action(async (id: string | undefined, _: unknown, command: DibaoCommand) => {
      const given = command.optsWithGlobals<
        Given & { check?: boolean; parameters?: boolean; campaign?: string; rules?: string; pack?: string }
      >();
      const options: RulesOptions = {
        context: runner.context(given),
        id,
        config: given.campaign,
        rules: given.rules,
        pack: given.pack,
        check: given.check ?? false,
        parameters: given.parameters ?? false,
        format: await formatOf(given),
      };
      const { rules } = await import('../commands/rules.js');
      runner.finish(await rules(options));
    });
}
