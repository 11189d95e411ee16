// `npm start`: from a fresh clone to the reports of the demo county. Installs what is missing, builds, checks.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const demo = 'dibao-demo';
const results = `${demo}/疑点`;

/** Runs a program in the repository; ends with its exit code if it fails. */
function run(program, args, shell = false) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', shell });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

const node = (...args) => run(process.execPath, args);

// npm is a .cmd on Windows, which only a shell starts; its arguments are fixed here.
if (!existsSync(join(root, 'node_modules'))) run('npm', ['ci'], process.platform === 'win32');
node('scripts/build.mjs');
// Only a folder that init made is replaced: it holds a campaign file.
if (existsSync(join(root, demo, 'dibao.yaml'))) rmSync(join(root, demo), { recursive: true, force: true });
node('bin/dibao.js', 'init', demo, '--demo', '--quiet');
node('bin/dibao.js', 'check', '-c', `${demo}/dibao.yaml`, '-o', results, '--fail-on', 'never');

console.log(`\n结果在 / the reports are in ${join(root, results)}:`);
for (const name of readdirSync(join(root, results)).sort()) console.log(`  ${name}`);
