// Writes docs/handbook/*.md from the built program, so that what it says is what the program does.
// Usage: node scripts/handbook.mjs [--check]   (--check writes nothing and fails where a page is stale)
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandsPage } from './handbook/commands.mjs';
import { errorsPage } from './handbook/errors.mjs';
import { ownRulesPage } from './handbook/own-rules.mjs';
import { parametersPage } from './handbook/parameters.mjs';
import { patternsPage } from './handbook/patterns.mjs';
import { recordsPage } from './handbook/records.mjs';
import { rulesPage } from './handbook/rules.mjs';

const folder = fileURLToPath(new URL('../docs/handbook/', import.meta.url));

const pages = {
  '规则.md': rulesPage,
  '数据字典.md': recordsPage,
  '参数.md': parametersPage,
  '平分与轮保.md': patternsPage,
  '自编规则.md': ownRulesPage,
  '命令.md': commandsPage,
  '错误.md': errorsPage,
};

/** A checkout on Windows may have CRLF. */
function present(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : null;
}

const checking = process.argv.includes('--check');
const stale = [];
mkdirSync(folder, { recursive: true });
for (const [name, page] of Object.entries(pages)) {
  const file = join(folder, name);
  const text = `<!-- 由 scripts/handbook.mjs 生成,请勿手改。 -->\n\n${(await page()).trim()}\n`;
  if (present(file) === text) continue;
  stale.push(name);
  if (!checking) writeFileSync(file, text);
}
for (const name of readdirSync(folder).filter((one) => one.endsWith('.md') && !(one in pages))) {
  stale.push(name);
  if (!checking) rmSync(join(folder, name));
}

if (stale.length === 0) console.log('the handbook is up to date');
else if (checking) {
  console.error(
    `stale: ${stale.map((name) => `docs/handbook/${name}`).join(', ')}\n  → npm run build && npm run handbook`,
  );
  process.exitCode = 1;
} else console.log(`wrote ${stale.map((name) => `docs/handbook/${name}`).join(', ')}`);
