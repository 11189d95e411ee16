// What runs: dist/bundle/, a few files made of dist/'s many. To find, read and link four hundred modules took a fifth of a
// second in each command and a tenth in each thread. Names stay as they are, so that a defect's stack can be read.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, posix, relative, sep } from 'node:path';
import { rolldown } from 'rolldown';

/** Of the libraries those that every check loads and that are written in many files; the others are found when used. */
const INSIDE = ['yaml', 'zod'];

/** What is started by its path: the program and its threads. */
const entries = ['cli.js', 'load/worker.js', 'reports/thread-worker.js'];

/** A module that asks where it stands still finds its data beside its own place in dist/; threads stand in the bundle. */
function places(dist) {
  return {
    name: 'places',
    transform(code, id) {
      if (!id.startsWith(dist) || !code.includes('import.meta.url')) return null;
      const own = posix.join('..', relative(dist, id).split(sep).join(posix.sep));
      return code.replaceAll(
        /(?<!new Worker\(new URL\('[^']+', )import\.meta\.url/g,
        `new URL('${own}', import.meta.url).href`,
      );
    },
  };
}

/** @param root the project's folder, with dist/ compiled and its data copied */
export async function writeBundle(root) {
  const dist = join(root, 'dist');
  const target = join(dist, 'bundle');
  const isInside = (id) => INSIDE.some((name) => id === name || id.startsWith(`${name}/`));
  const bundle = await rolldown({
    input: Object.fromEntries(entries.map((path) => [basename(path, '.js'), join(dist, path)])),
    platform: 'node',
    logLevel: 'warn',
    external: (id) => /^[^./]/.test(id) && !isInside(id) && !id.startsWith(root),
    plugins: [places(dist)],
  });
  await bundle.write({
    dir: target,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  });
  await bundle.close();
  // Copies of their code go with their licences.
  const licences = INSIDE.map((name) => readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8'));
  writeFileSync(
    join(target, 'LICENSES.txt'),
    INSIDE.map((name, i) => `${name}\n\n${licences[i]}`).join('\n\n'),
  );
}
