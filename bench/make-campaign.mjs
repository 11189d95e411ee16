import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { caseDigest } from '../dist/cases/baseline.js';
import { caseSchema, householdSchema } from '../dist/cases/types.js';
import { caseNumber } from '../dist/forms/case-number.js';
import { verificationForm } from '../dist/forms/verification.js';
import { measureWords, opinionWords, verdictWords } from '../dist/forms/words.js';
import { foundLedger, openLedger } from '../dist/ledger/ledger.js';
import { formSheet, markSheet } from '../dist/reports/form-sheet.js';
import { writeTableBook } from '../dist/reports/table-book.js';
import {
  BATCH,
  caseOf,
  dispatchedOf,
  findingOf,
  householdOf,
  SENT_ON,
  servedOf,
  sha256,
  verifiedOf,
  visitedOf,
} from './campaign/events.mjs';
import { campaignText } from './county/campaign.mjs';
import { AS_OF } from './county/dates.mjs';
import { Households, ROSTER_HEADER, rosterLine } from './county/households.mjs';
import { LineFile } from './county/output.mjs';
import { randomFrom } from './county/random.mjs';

/**
 * Makes a campaign of a county in the middle of its work: a roster, the run that found a case in every household, the forms
 * as they come back, and the ledger as it stands before `dispatch`, before `collect` and before `clean` (ledger-*).
 */
const { values } = parseArgs({
  options: { households: { type: 'string', default: '100000' }, out: { type: 'string' } },
});
if (!values.out) {
  console.error('make-campaign --out FOLDER [--households N]');
  process.exit(2);
}
const out = path.resolve(values.out);
const run = path.join(out, '疑点');
rmSync(out, { recursive: true, force: true });
for (const folder of ['data', '疑点', '交回']) mkdirSync(path.join(out, folder), { recursive: true });

/** A roster, its run, and what is to become of every case. */
function found() {
  const roster = new LineFile(path.join(out, 'data', '低保花名册.csv'), 'utf-8');
  const cases = new LineFile(path.join(run, 'cases.ndjson'), 'utf-8');
  const households = new LineFile(path.join(run, 'households.ndjson'), 'utf-8');
  roster.line(ROSTER_HEADER);
  const [maker, random] = [new Households(), randomFrom(20260630)];
  const all = [];
  let serial = 0;
  for (let number = 0; number < Number(values.households); number += 1) {
    const household = maker.make(random, number);
    let place = ['', ''];
    for (const member of household.members) {
      serial += 1;
      const line = rosterLine(household, member, { id: member.id, serial });
      place = line.split(',').slice(1, 3);
      roster.line(line);
    }
    const one = caseOf(household, place[0], place[1]);
    cases.line(JSON.stringify(caseSchema.parse(one.row)));
    households.line(JSON.stringify(householdSchema.parse(householdOf(one))));
    all.push(one);
  }
  for (const file of [roster, cases, households]) file.close();
  return all;
}

async function append(command, at, happenings) {
  const by = { who: '经办人', command, at };
  const ledger = await openLedger(out, by, () => () => undefined, 'state');
  await ledger.append(happenings);
  await ledger.close();
}

/** Keeps the ledger as it stands now under another name. */
async function keep(name, write) {
  await write();
  mkdirSync(path.join(out, name));
  for (const file of ['ledger.ndjson', 'ledger.head'])
    renameSync(path.join(out, file), path.join(out, name, file));
}

const NAME = '2026年低保专项治理(性能测试县)';
const text = campaignText({ roster: 'data/低保花名册.csv' });
writeFileSync(path.join(out, 'dibao.yaml'), `${text}purpose: 专项治理\nauthority: 性能测试\n`);
const all = found();
/** @type {Map<string, ReturnType<typeof caseOf>[]>} */
const byTownship = new Map();
for (const one of all) {
  const own = byTownship.get(one.row.township);
  if (own) own.push(one);
  else byTownship.set(one.row.township, [one]);
}

function* foundEvents() {
  const counts = { cases: all.length, households: all.length };
  yield { what: 'run', folder: '疑点', as_of: AS_OF, ...counts, sha256: sha256('run') };
  for (const { row } of all) {
    const { case_id, check, title, grade, household_id, township, village, category, head, reason } = row;
    const person = { name: row.person.name, id_number: row.person.id_number };
    const slip = {
      case_id,
      check,
      title,
      grade,
      household_id,
      township,
      village,
      category,
      head,
      person,
      reason,
    };
    yield { what: 'found', digest: caseDigest(row), slip: { ...slip, overpaid: row.overpaid.amount } };
  }
}
function* sentEvents() {
  for (const [township, cases] of byTownship) yield dispatchedOf(township, cases);
}
function* answers() {
  for (const cases of byTownship.values()) for (const [at, one] of cases.entries()) yield verifiedOf(one, at);
}
function* services() {
  for (const [at, one] of all.entries()) yield servedOf(one, at);
}
function* surveys() {
  for (const [at, one] of all.entries()) if (at % 100 < 23) yield visitedOf(one, at);
}

const day = (date) => `${date}T08:00:00.000Z`;
async function upTo(stage) {
  await foundLedger(out, NAME, { who: '经办人', command: 'init', at: day('2026-07-01') });
  await append('check', day('2026-07-02'), foundEvents());
  if (stage === 'dispatch') return;
  await append('dispatch', day(SENT_ON), sentEvents());
  if (stage === 'collect') return;
  await append('collect', day('2026-08-16'), answers());
  await append('collect', day('2026-08-16'), surveys());
  await append('collect', day('2026-08-25'), services());
}
for (const stage of ['dispatch', 'collect', 'clean']) await keep(`ledger-${stage}`, () => upTo(stage));

const head = { title: NAME, date: SENT_ON, footer: '', creator: 'dibao', isChinese: true };
for (const [township, cases] of byTownship) {
  const rows = cases.map((one, index) => {
    const finding = findingOf(one);
    const { investigators, verdict, measure, opinion } = finding;
    return {
      ...{ number: index + 1, case_id: caseNumber(one.row.case_id), village: one.row.village },
      ...{ head: one.row.head.name, head_id: one.row.head.id_number, person: one.row.person.name },
      ...{ title: one.row.title, reason: one.row.reason, lawful: one.row.lawful_reasons.join(';') },
      ...finding,
      ...{ seen: '是', verdict: verdictWords[verdict], measure: measureWords[measure] },
      ...{ opinion: opinionWords[opinion], investigator1: investigators[0], investigator2: investigators[1] },
    };
  });
  const kinds = { number: 'int', covered_size_now: 'int', amount_now: 'money' };
  const mark = {
    kind: verificationForm.kind,
    campaign: NAME,
    batch: BATCH,
    township,
    ledger: '',
    version: '',
  };
  const sheets = [formSheet(verificationForm, rows, { kinds }), markSheet(mark)];
  await writeTableBook(path.join(out, '交回', `疑点核实表_${township}_${BATCH}.xlsx`), sheets, head);
}
console.log(`${all.length} cases`);
