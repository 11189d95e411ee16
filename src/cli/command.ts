import { Command } from 'commander';
import { Mistake, type MistakeCode } from './mistake.js';

/**
 * A command whose usage errors are entries of our catalogue instead of commander's English sentences. The methods
 * added here are the ones that commander calls for each mistake; a test of every message holds that it still does.
 */
export class DibaoCommand extends Command {
  override createCommand(name?: string): DibaoCommand {
    return new DibaoCommand(name);
  }

  unknownOption(flag: string): never {
    const options = [...this.options, ...(this.parent?.options ?? [])];
    return this.refuse('unknown-option', flag, [...options.flatMap((option) => option.long ?? []), '--help']);
  }

  unknownCommand(): never {
    const names = this.commands.map((command) => command.name());
    return this.refuse('unknown-command', this.args[0] ?? '', names);
  }

  missingArgument(name: string): never {
    return this.refuse('missing-argument', name);
  }

  optionMissingArgument(option: { flags: string }): never {
    return this.refuse('missing-option-value', option.flags);
  }

  _excessArguments(received: readonly string[]): never {
    const taken = this.registeredArguments.length;
    const code = (['too-many-arguments', 'one-argument-only'] as const)[taken] ?? 'two-arguments-only';
    return this.refuse(code, received[taken] ?? '');
  }

  private refuse(code: MistakeCode, given: string, candidates: readonly string[] = []): never {
    const path = this.parent === null ? this.name() : `${this.parent.name()} ${this.name()}`;
    throw new Mistake(code, given, path, candidates);
  }
}
