import { join } from 'node:path';
import { runCli } from './cli.js';

function succeed(args: readonly string[]): void {
  const { code, stderr } = runCli(args);
  if (code !== 0) throw new Error(`dibao ${args.join(' ')}: ${stderr}`);
}

/**
 * Makes the demo county's campaign in a folder that is empty or not there, and checks it into 疑点 below.
 * @param prepare what is done to the campaign before it is checked
 * @returns the run's folder
 */
export function checkedDemo(folder: string, prepare: () => void = () => undefined): string {
  succeed(['init', folder, '--demo', '--quiet']);
  prepare();
  const run = join(folder, '疑点');
  succeed(['check', '-c', join(folder, 'dibao.yaml'), '-o', run, '--fail-on', 'never', '--quiet']);
  return run;
}
