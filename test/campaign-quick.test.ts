import { expect, test } from 'vitest';
import { loadCampaign } from '../src/campaign-file/load.js';
import { campaignJsonSchema } from '../src/campaign-file/schema.js';
import { loadStandards } from '../src/standards/load.js';
import { describeError, DibaoError } from '../src/errors.js';
import { writeFileSync } from 'node:fs';
test('q', async () => {
  const c = await loadCampaign('/work/shared/golden/plain/dibao.yaml');
  console.log(JSON.stringify({ ...c, parameters: c.parameters.filter(p=>p.name.startsWith('resid')), sources: [...c.sources].slice(0,3) }, null, 1));
  console.log(loadStandards().map(p=>p.name).join(' '));
  console.log(JSON.stringify(campaignJsonSchema()).slice(0,1500));
  const bad = [
    'naem: x', 'as_of: 2026-13-01', 'area: { cod: 1 }', 'area: 33', 'standards:\n  urbn: []', 'standards:\n  urban:\n    - { from: 2025-07-01, montly: 1208 }',
    'standards:\n  urban:\n    - { from: 2025-07-01, monthly: abc }','standards:\n  urban:\n    - { from: 2025-07-01 }',
    'standards:\n  urban:\n    - { from: 2025-07-01, monthly: 1.234 }','standards:\n  urban:\n    - { from: 2025-07-01, by_size: {x: 1} }',
    'sources:\n  roaster: [a]','sources:\n  roster:\n    - a\n    - { fiel: a }','sources:\n  roster:\n    - { data_date: 2026-01-01 }','sources:\n  roster: { file: a, encoding: gbkk }',
    'sources:\n  roster: { file: a, columns: { 姓: nam } }','sources:\n  roster: 5','sources:\n  roster:\n','name: [a','a: 1\na: 2','\tname: x','parameters: { supporter_multipel: 3 }','parameters:\n  women_base: 56','parameters:\n  supporter_multiple: x','parameters:\n  supporter_multiple: [ { from: 2025-01-01, valeu: 3 } ]','parameters:\n  supporter_multiple: [ { from: 2025-01-01, value: 3 }, { from: 2025-01-01, value: 4 } ]','parameters:\n  car_words: 轿车', 'pack: x.yaml','- a','name_matching: ja','sources: \n  roster: { file: x, from: { township: foldr } }', 'sources: [a]','required: {a: 1}','standards:\n  urban: 1208',
  ];
  for (const b of bad) { writeFileSync('/tmp/bad.yaml', b); try { await loadCampaign('/tmp/bad.yaml'); console.log('OK???', b);} catch (e) { console.log(JSON.stringify(b)+'\n   '+(e instanceof DibaoError ? describeError(e): (e as Error).stack)); } }
});
