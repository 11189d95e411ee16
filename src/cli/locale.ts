import type { Language } from '../messages/language.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The language of the locale: Chinese where it is Chinese, unset or says nothing (C, POSIX), else English.
 * The first of LC_ALL, LC_MESSAGES and LANG that is set decides, as POSIX has it.
 */
export function localeLanguage(environment: Environment): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^($|zh|C($|\.)|POSIX$)/i.test(locale) ? 'zh' : 'en';
}

/** What `--lang` says anywhere on the command line, before the options are parsed: help must know it too. */
export function askedLanguage(args: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  for (const [index, arg] of options.entries()) {
    if (arg.startsWith('--lang=')) return arg.slice('--lang='.length);
    if (arg === '--lang') return options[index + 1];
  }
  return undefined;
}
