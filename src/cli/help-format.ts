import type { Command, HelpConfiguration } from 'commander';
import { helpWords } from '../messages/help.js';
import { say } from '../messages/language.js';

/** Widest help line, so that it reads the same on every terminal and in every test. */
export const HELP_WIDTH = 100;

/** Commander's help in the language set, with Chinese characters counted as two columns. */
export const helpFormat: HelpConfiguration = {
  helpWidth: HELP_WIDTH,
  showGlobalOptions: true,
  styleTitle: (title) => (title in helpWords ? say(helpWords[title as keyof typeof helpWords]) : title),
  displayWidth,
  boxWrap,
  subcommandTerm: (command) => `${command.name()} ${argumentTerms(command)}`.trim(),
  commandUsage: (command) => {
    const parent = command.parent === null ? '' : `${command.parent.name()} `;
    const rest = command.parent === null ? say(helpWords.command) : argumentTerms(command);
    return `${parent}${command.name()} ${rest} ${say(helpWords.options)}`.replace(/ +/g, ' ');
  },
};

function argumentTerms(command: Command): string {
  return command.registeredArguments
    .map((argument) => {
      const name = `${argument.name()}${argument.variadic ? '…' : ''}`;
      return argument.required ? `<${name}>` : `[${name}]`;
    })
    .join(' ');
}

/**
 * Columns of a text: characters from the CJK blocks and the full-width forms take two. A short cut of
 * reports/width.ts that costs no Unicode tables: help must come at once, and its texts are our own.
 */
function displayWidth(text: string): number {
  let columns = 0;
  for (const character of text) columns += character >= '\u2e80' && character <= '\uffe6' ? 2 : 1;
  return columns;
}

/** Lines of at most `columns`, broken at blanks, or between Chinese characters where there are none. */
function boxWrap(text: string, columns: number): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    let current = '';
    for (const part of line.match(/[!-~]+|[^!-~]/gu) ?? []) {
      if (displayWidth(current + part) > columns) {
        lines.push(current.trimEnd());
        current = '';
      }
      if (current !== '' || part !== ' ' || lines.length === 0) current += part;
    }
    lines.push(current);
  }
  return lines.join('\n');
}
