import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from './helpers/cli.js';

const HEAD = 'id: own\ntitle: 本县核查\ndocument: 本县方案\n';
const GOOD = `${HEAD}rules:
  - { rule: K1, number: 1, title: 车和房, checks: [R04.car, R04.homes] }
titles: { R04.car: 家里有轿车 }
grades: { R04.car: verify }
parameters: { homes_limit: 3 }
`;

/** What `rules --pack` says of a pack of this text. */
function refused(text: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '包.yaml'), text);
  const { code, stderr } = runCli(['rules', '--pack', '包.yaml'], { cwd: folder });
  expect(code).toBe(2);
  return stderr;
}

describe('a pack of the user’s own', () => {
  it.each([
    [
      'a check that there is not',
      GOOD.replace('R04.homes', 'R04.home'),
      /包\.yaml 第5行: .*R04\.home .*R04\.homes/,
    ],
    ['a key that there is not', `${GOOD}title_s: {}\n`, /包\.yaml 第9行: .*title_s.*titles/],
    [
      'a raised grade',
      GOOD.replace('grades: { R04.car: verify }', 'grades: { R07: exit }'),
      /第7行: .*R07 .*verify .*exit/,
    ],
    ['a changed grade', GOOD.replace('R04.car: verify', 'R04.car: remove'), /第7行: .*R04\.car/],
    [
      'a grade that there is not',
      GOOD.replace('R04.car: verify', 'R04.car: verfy'),
      /第7行: .*verfy.*verify/,
    ],
    ['a check in two categories', GOOD.replace('R04.homes]', 'R04.car]'), /第5行: .*两类/],
    ['no check', `${HEAD}rules: [ { rule: K1, title: 空 } ]\n`, /一项检查也没有/],
    ['a check of no category', `${GOOD}checks: [R06]\n`, /R06 属于 R06/],
    ['no YAML', 'id: [\n', /包\.yaml 第\d行: 不是正确的 YAML/],
  ])('is refused with %s, and says where', (_, text, said) => {
    expect(refused(text)).toMatch(said);
  });

  it('is refused with an unknown parameter, by its line', () => {
    const folder = temporaryFolder();
    runCli(['init', folder, '--demo', '--quiet']);
    writeFileSync(join(folder, '包.yaml'), GOOD.replace('homes_limit', 'home_limit'));
    const { code, stderr } = runCli(['check', '--pack', '包.yaml', '-o', '试'], { cwd: folder });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/第8行: .*home_limit.*homes_limit/)]);
  });

  it('names, lowers and sets what it says, in the campaign file', () => {
    const folder = temporaryFolder();
    runCli(['init', folder, '--demo', '--quiet']);
    writeFileSync(join(folder, '包.yaml'), GOOD);
    const file = join(folder, 'dibao.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('pack: ten-categories', 'pack: 包.yaml'));
    expect(runCli(['check', '-o', '试'], { cwd: folder }).code).toBe(1);
    const summary = JSON.parse(readFileSync(join(folder, '试/summary.json'), 'utf8'));
    expect(summary.pack).toEqual({ id: 'own', title: '本县核查' });
    expect(summary.rules[0]).toMatchObject({ rule: 'K1', number: 1, title: '车和房', outcome: 'hit' });
    const limit = summary.parameters.find(({ name }: { name: string }) => name === 'homes_limit');
    expect(limit).toMatchObject({ value: '3', document: '本县方案' });
    const cases = readFileSync(join(folder, '试/cases.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const cars = cases.filter(({ check }) => check === 'R04.car');
    expect(cars.length).toBeGreaterThan(0);
    expect(
      cars.every(({ grade, title, rule }) => grade === 'verify' && title === '家里有轿车' && rule === 'K1'),
    ).toBe(true);
  });
});

describe('the pack six-categories', () => {
  it('lists its checks, and runs them', () => {
    const folder = temporaryFolder();
    const listed = runCli(['rules', '--pack', 'six-categories', '--format', 'ndjson']).stdout;
    expect(listed.match(/"id":"R\d\d[\w.]*"/g)?.length).toBe(13);
    runCli(['init', folder, '--demo', '--quiet']);
    // 4: whoever is able to work is a third of the demo county, more than an alarm's share.
    expect(runCli(['check', '--pack', 'six-categories', '-o', '六'], { cwd: folder }).code).toBe(4);
    const { rules } = JSON.parse(readFileSync(join(folder, '六/summary.json'), 'utf8'));
    expect(
      rules.slice(0, 6).map(({ rule, outcome }: { rule: string; outcome: string }) => rule + outcome),
    ).toEqual([1, 2, 3, 4, 5, 6].map((number) => `L${number}hit`));
  });

  it('is named where the name is nearly right', () => {
    expect(runCli(['rules', '--pack', 'six-categorie']).stderr).toContain('six-categories');
  });
});
