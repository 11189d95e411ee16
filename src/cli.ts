import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { CommanderError } from 'commander';
import { Cleanup } from './cli/cleanup.js';
import { askedLanguage, localeLanguage } from './cli/locale.js';
import { Mistake } from './cli/mistake.js';
import { OutputError } from './cli/output-error.js';
import type { GlobalOptions } from './cli/parts.js';
import type { Context } from './commands/options.js';
import { language, setLanguage } from './messages/language.js';
import { maskIdsIn } from './messages/mask.js';

/** The only file that touches the process: arguments, streams, signals, exit code. */

const DEFECT = 70;

const args = process.argv.slice(2);
const cleanup = new Cleanup();

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return String((manifest as { version: unknown }).version);
}

function context(options: GlobalOptions): Context {
  return {
    // Opened when used: each costs start-up time, and most commands read no standard input.
    get stdin() {
      return process.stdin;
    },
    get stderr() {
      return stderr();
    },
    get stdout() {
      return process.stdout;
    },
    colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
    screen: process.stdout.isTTY === true,
    get terminal() {
      return stderr().isTTY === true;
    },
    columns: process.stdout.columns ?? 100,
    cwd: process.cwd(),
    get user() {
      return userInfo().username;
    },
    version: version(),
    arguments: args.map(maskIdsIn),
    quiet: options.quiet ?? false,
    unmask: options.unmask ?? false,
    onCleanup: (hook) => cleanup.add(hook),
  };
}

/**
 * Says what went wrong; the exit code. A known error is the user's to mend, anything else is a defect of ours. What
 * it needs is loaded here: a command that goes well does without.
 */
async function report(error: unknown): Promise<number> {
  // Commander has shown help or version by an exception; without a command it shows help, which is wrong usage.
  if (isCommanders(error)) return error.exitCode === 0 ? 0 : 2;
  const { DibaoError, describeError } = await import('./errors.js');
  const known = await knownError(error);
  if (known instanceof DibaoError) {
    stderr().write(`${describeError(known)}\n`);
    return known.exit;
  }
  const { defectReport } = await import('./cli/defect.js');
  stderr().write(defectReport(error, version()));
  return DEFECT;
}

/** By its name: to ask the class would load commander for every error. */
function isCommanders(error: unknown): error is CommanderError {
  return error instanceof Error && error.name === 'CommanderError';
}

/**
 * The list of commands as the build wrote it, where that is all that is asked for: nothing has to be loaded for it. A
 * terminal has a width of its own, for which it is made anew.
 */
function readyHelp(): string | null {
  const [first, ...rest] = args.filter((word) => word !== '-h' && word !== '--help');
  const isAll = first === undefined || (first === '--lang' && rest.length === 1);
  if (!isAll || !args.some((word) => word === '-h' || word === '--help') || process.stdout.isTTY) return null;
  const file = new URL(`./help.${language()}.txt`, import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** What the light errors of the command line are in the catalogue; any other error as it is. */
async function knownError(error: unknown): Promise<unknown> {
  if (!(error instanceof Mistake || error instanceof OutputError)) return error;
  const { mistakeError, outputError } = await import('./cli/mistake-error.js');
  return error instanceof Mistake ? mistakeError(error) : outputError(error);
}

function stderr(): NodeJS.WriteStream {
  const stream = process.stderr;
  if (!stream.listeners('error').includes(onPipeError)) stream.on('error', onPipeError);
  return stream;
}

/** A reader that has seen enough (`| head`) closes the pipe: nothing is wrong. */
function onPipeError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(process.exitCode);
  throw error.code === undefined ? error : new OutputError(error.code);
}

async function checkLanguage(asked: string): Promise<void> {
  if (asked === 'zh' || asked === 'en') return;
  const { choiceValue } = await import('./cli/values.js');
  choiceValue('--lang', asked, ['zh', 'en']);
}

async function main(): Promise<void> {
  // What is written holds people's data: 0600 for files, 0700 for folders (DESIGN.md, 'Known of the platform').
  process.umask(0o077);
  const asked = askedLanguage(args);
  setLanguage(asked === 'zh' || asked === 'en' ? asked : localeLanguage(process.env));
  process.stdout.on('error', onPipeError);
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => void cleanup.run().finally(() => process.exit(code)));
  }
  const onDefect = async (error: unknown): Promise<void> => {
    const code = await report(error);
    await cleanup.run();
    process.exit(code);
  };
  process.once('uncaughtException', onDefect);
  process.once('unhandledRejection', onDefect);
  try {
    if (asked !== undefined) await checkLanguage(asked);
    const finish = (code: number): void => {
      process.exitCode = code;
    };
    const help = readyHelp();
    if (help !== null) {
      process.stdout.write(help);
      return;
    }
    const { buildProgram, nameProgram } = await import('./cli/program.js');
    const namesNone = args.every((word) => word.startsWith('-'));
    const program = namesNone ? nameProgram(version()) : await buildProgram(version(), { context, finish });
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = await report(error);
    await cleanup.run();
  }
}

await main();
