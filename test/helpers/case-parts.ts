import type { HouseholdFacts, MemberFacts } from '../../src/cases/facts.js';
import type { FileResult, FileTask, PartResult } from '../../src/load/types.js';
import type { Rule } from '../../src/rules/catalogue.js';
import type { RuleResult, RuleRow } from '../../src/rules/execute.js';

// Parts of a run as the earlier stages hand them over, so that what is made of them can be told from them alone.

/** A covered head of 60 unless told otherwise; the numbers are nobody's. */
export function member(over: Partial<MemberFacts> = {}): MemberFacts {
  return {
    ...{ household_id: 'H1', person: 'A', name: '张三', id_number: '33992119660101000X', relation: 'self' },
    ...{ covered: true, age: 60 },
    ...over,
  };
}

/** Two covered persons of three, who draw 640.50 yuan since 2024. */
export function household(over: Partial<HouseholdFacts> = {}): HouseholdFacts {
  return {
    ...{ household_id: 'H1', category: 'rural', class: 'B类', township: '新仓镇', village: '芦湾村' },
    ...{ village_group: '3组', household_size: 3, covered_size: 2, covered_listed: 2 },
    ...{ monthly_amount: 640.5, start_date: '2024-01-01', grace_until: null },
    members: [
      member({ person: 'B', name: '李四', id_number: '339921196802020008', relation: 'spouse', age: 58 }),
      member(),
      member({
        person: 'C',
        name: '张小',
        id_number: '339921199003030001',
        relation: 'child',
        covered: false,
      }),
    ],
    ...over,
  };
}

/** Households by their numbers. */
export function byId(...list: readonly HouseholdFacts[]): Map<string, HouseholdFacts> {
  return new Map(list.map((one) => [one.household_id, one]));
}

export function ruleOf(over: Partial<Rule> = {}): Rule {
  return {
    ...{ id: 'R04.car', rule: 'R04', title: '家有小汽车', grade: 'exit', needs: ['vehicle'], any_of: [] },
    ...{ uses: [], excused_by: [], whole: [], leads: {}, off_roster: false, standard: false },
    basis: [{ document: '某办法' }],
    ...{ lawful_reasons: ['已报废未注销'], sql: '', file: '' },
    ...over,
  };
}

/** A hit of the household as a whole, matched exactly. */
export function ruleRow(over: Partial<RuleRow> = {}): RuleRow {
  return {
    ...{ outcome: 'hit', household_id: 'H1', person: null, person_name: null, subject: null },
    ...{ subject_name: null, subject_relation: null, fact: '浙F12345', since: '2026-08-01' },
    ...{ match: 'exact', grade: null, reason: '名下有小型轿车', sources: [], further: {} },
    ...over,
  };
}

export function ruleResult(over: Partial<RuleResult> = {}): RuleResult {
  return {
    rule: ruleOf(),
    ...{ outcome: 'hit', why: null, hits: [], undecidable: [], milliseconds: 1 },
    ...{ missingExcuses: [], missingUses: [] },
    ...over,
  };
}

/** One table of a file with ten rows, all loaded. */
export function partResult(over: Partial<PartResult> = {}): PartResult {
  return {
    ...{ part: 1, record: 'vehicle', file: '车辆.csv', sheet: null, encoding: 'utf-8', rows: 10, loaded: 10 },
    ...{ passedOver: 0, rejected: 0, skipped: 0, tableRows: 10, spool: null, columns: [], fills: [] },
    ...{ notes: [], doubts: [], problems: [], listed: [] },
    ...over,
  };
}

type FileOver = Partial<Omit<FileResult, 'task'>> & {
  readonly task?: Partial<Omit<FileTask, 'spec'>>;
  readonly spec?: Partial<FileTask['spec']>;
};

/** A file of vehicles with that one table. */
export function fileResult({ task, spec, ...over }: FileOver = {}): FileResult {
  return {
    task: {
      ...{ number: 1, record: 'vehicle', path: '/nowhere/车辆.csv', shown: '车辆.csv', label: '' },
      spec: {
        ...{ path: '', written: '', data_date: null, supplier: null, columns: {}, encoding: null },
        ...{ delimiter: null, sheet: null, set: {}, from: {} },
        ...spec,
      },
      ...{ named: true, spoolDir: '', keepAll: false, whole: false, nameMatching: false, password: null },
      ...task,
    },
    bytes: 100,
    sha256: 'a',
    parts: [partResult()],
    ...over,
  };
}
