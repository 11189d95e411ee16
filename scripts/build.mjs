// Builds dist/ from src/: compiled code, the files that run (bundle.mjs), the SQL, YAML, CSV and JSON that it reads, and the JSON Schemas of what it
// reads and writes. Plain Node, so that it runs the same on Windows and Linux.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { writeBundle } from './bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'src');
const target = join(root, 'dist');
const asset = /\.(sql|yaml|csv|json)$/;

function compile() {
  rmSync(target, { recursive: true, force: true });
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json')], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

function copyAssets() {
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !asset.test(entry.name)) continue;
    const from = join(entry.parentPath, entry.name);
    const to = join(target, relative(source, from));
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, to);
  }
}

// The parameters as they are read in every command: JSON is read at once, YAML in a tenth of a second.
function readStandards() {
  const folder = join(source, 'standards');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const files = names.map((name) => parse(readFileSync(join(folder, name), 'utf8')));
  writeFileSync(join(target, 'standards', 'standards.json'), JSON.stringify(files));
}

const load = (path) => import(pathToFileURL(join(target, path)).href);

// What a check need not find out again about each rule: its front matter and the names of its columns.
async function readRules() {
  const { loadCatalogue } = await load('rules/catalogue.js');
  const { columnsOf } = await load('rules/execute.js');
  const { createEmptyTables, openMemory } = await load('load/database.js');
  const { createVocabulary } = await load('load/vocabulary.js');
  const instance = await openMemory(tmpdir());
  const db = await instance.connect();
  await createEmptyTables(db);
  await createVocabulary(db);
  const built = [];
  for (const rule of await loadCatalogue()) {
    const { sql: _sql, file, ...header } = rule;
    built.push([readFileSync(file, 'utf8'), { header, columns: await columnsOf(db, rule) }]);
  }
  db.closeSync();
  instance.closeSync();
  writeFileSync(join(target, 'rules', 'built.json'), JSON.stringify(built));
}

async function writeSchemas() {
  const { jsonSchemas } = await load('reports/schemas.js');
  const { campaignJsonSchema } = await load('campaign-file/schema.js');
  const { campaignReportJsonSchema } = await load('campaign-report/model.js');
  const folder = join(root, 'schemas');
  mkdirSync(folder, { recursive: true });
  const schemas = {
    campaign: campaignJsonSchema(),
    'campaign-report': campaignReportJsonSchema(),
    ...jsonSchemas(),
  };
  for (const [name, schema] of Object.entries(schemas)) {
    writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
  }
}

// What `dibao --help` prints, ready: to make it loads commander and the texts of every command (src/cli.ts).
function writeHelp() {
  for (const language of ['zh', 'en']) {
    const options = ['--help', '--lang', language];
    const { status, stdout } = spawnSync(process.execPath, [join(root, 'bin', 'dibao.js'), ...options]);
    if (status !== 0) process.exit(status ?? 1);
    writeFileSync(join(target, `help.${language}.txt`), stdout);
  }
}

compile();
copyAssets();
readStandards();
await readRules();
await writeBundle(root);
writeHelp();
await writeSchemas();
