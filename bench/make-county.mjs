import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { campaignText } from './county/campaign.mjs';
import { asOfDay } from './county/dates.mjs';
import { HouseholdFiles } from './county/household-files.mjs';
import { Households, ROSTER_HEADER, reckon, rosterLine } from './county/households.mjs';
import { liveInNeed } from './county/lives.mjs';
import { LineFile } from './county/output.mjs';
import { nameOf, otherPerson, writtenId } from './county/people.mjs';
import { randomFrom } from './county/random.mjs';
import { registers } from './county/registers.mjs';
import { liveOtherwise } from './county/stories.mjs';

/** Rows of registers for each household at which a roster person has one life's rows; beyond it, older rows too. */
const USUAL_ROWS = 5_000_000 / 60_000;
/** Registered people for each household on the roster: its members are about 3.5 % of them. */
const PEOPLE_PER_HOUSEHOLD = 80;
const CASE_SHARE = 0.13;
/** What makes a row an older one, of no effect today. */
const OLDER = {
  pension: { status: '终止', start: asOfDay - 4000 },
  vehicle: { status: '注销' },
  property: { status: '历史' },
  employment: { end: asOfDay - 400 },
  student: { start: asOfDay - 4000, end: asOfDay - 2500 },
  utility: { month: '2024-03' },
  finance: { date: asOfDay - 700 },
};

/**
 * Makes a county: a roster, the registers of a county of its size, and a campaign file. The same options give the same bytes.
 * @param {{ out: string, households?: number, rows?: number, encoding?: 'utf-8' | 'gb18030' }} options `rows` of registers
 * @returns {{ rows: number, bytes: number, members: number }}
 */
export function makeCounty({ out, households = 60_000, rows = 5_000_000, encoding = 'utf-8' }) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(path.join(out, 'data'), { recursive: true });
  const open = (file) => new LineFile(path.join(out, 'data', file), encoding);
  const population = Math.max(households * PEOPLE_PER_HOUSEHOLD, Math.floor(rows * 0.96));
  const extra = Math.max(0, Math.min(1, rows / (households * USUAL_ROWS) - 1));

  const roster = open('低保花名册.csv');
  roster.line(ROSTER_HEADER);
  const ofHouseholds = new HouseholdFiles(open);
  const weights = Object.values(registers).reduce((sum, one) => sum + one.weight, 0);
  const aboutPeople = rows - ofHouseholds.rowsEach * households;
  const writers = new Map(
    Object.entries(registers).map(([key, register], index) => {
      const file = open(register.file);
      if (register.above) file.line(register.above);
      file.line(register.header);
      const quota = Math.round((aboutPeople * register.weight) / weights);
      return [key, { register, file, quota, count: 0, random: randomFrom(1000 + index) }];
    }),
  );

  const write = (writer, person, facts) => {
    const { random } = writer;
    writer.count += 1;
    // Now and then the name is written otherwise, or somebody else's.
    const name = random.chance(0.003) ? nameOf(random.next()) : person.name;
    writer.file.line(writer.register.line({ id: writtenId(random, person.id), name }, facts, writer.count));
  };
  const fill = (writer, upTo) => {
    while (writer.count < upTo) {
      const person = otherPerson(writer.random.below(population));
      write(writer, person, writer.register.random(writer.random, writer.count + 1));
    }
  };

  const maker = new Households();
  const random = randomFrom(20260630);
  let members = 0;
  for (let number = 0; number < households; number += 1) {
    const household = maker.make(random, number);
    const emit = (key, person, facts) => write(writers.get(key), person, facts);
    const twice = (key, person, facts) => {
      emit(key, person, facts);
      if (OLDER[key] && random.chance(extra)) emit(key, person, { ...facts, ...OLDER[key] });
    };
    const income = liveInNeed(random, household, twice, population);
    reckon(household, income);
    let again = false;
    if (random.chance(CASE_SHARE)) {
      const story = (key, person, facts) => {
        if (key === 'roster') again = true;
        else if (key === 'refusal') ofHouseholds.refuse(household, person);
        else emit(key, person, facts);
      };
      liveOtherwise(random, household, story, population);
    }
    for (const member of [...household.members, ...(again ? [household.members[0]] : [])]) {
      members += 1;
      roster.line(rosterLine(household, member, { id: writtenId(random, member.id), serial: members }));
    }
    ofHouseholds.write(random, household, income);
    for (const writer of writers.values()) fill(writer, (writer.quota * (number + 1)) / households);
  }

  const files = [roster, ...ofHouseholds.files(), ...[...writers.values()].map((one) => one.file)];
  for (const file of files) file.close();
  const named = Object.fromEntries(Object.entries(registers).map(([key, { file }]) => [key, `data/${file}`]));
  writeFileSync(
    path.join(out, 'dibao.yaml'),
    campaignText({ roster: 'data/低保花名册.csv', ...named, ...ofHouseholds.named() }),
  );
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  return { rows: files.slice(1).reduce((sum, file) => sum + file.rows - 1, 0), bytes, members };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      households: { type: 'string', default: '60000' },
      rows: { type: 'string', default: '5000000' },
      encoding: { type: 'string', default: 'utf-8' },
      out: { type: 'string' },
    },
  });
  if (!values.out || !['utf-8', 'gb18030'].includes(values.encoding)) {
    console.error('make-county --out FOLDER [--households N] [--rows N] [--encoding utf-8|gb18030]');
    process.exit(2);
  }
  if (existsSync(values.out) && !existsSync(path.join(values.out, 'dibao.yaml'))) {
    console.error(`${values.out} is there already, and no bench county`);
    process.exit(2);
  }
  const made = makeCounty({
    out: values.out,
    households: Number(values.households),
    rows: Number(values.rows),
    encoding: /** @type {'utf-8' | 'gb18030'} */ (values.encoding),
  });
  console.log(`${made.rows} register rows, ${made.members} roster rows, ${(made.bytes / 1e6).toFixed(0)} MB`);
}
