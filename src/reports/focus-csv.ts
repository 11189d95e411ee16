import type { FocusHousehold } from '../cases/focus.js';
import type { Written } from '../files/atomic.js';
import { type CsvValue, writeCsv } from './csv.js';

const header = [
  ...['household_id', 'township', 'village', 'village_group', 'category', 'class', 'head_name'],
  ...['monthly_amount', 'irregular_income', 'able_members', 'complaints', 'has_case', 'reason'],
];

/** Why a household is on the list, said so that it accuses nobody. */
function reasonOf({ irregular, able, complaints }: FocusHousehold): string {
  const parts = [
    irregular === '' ? '' : `收入来源不固定(${irregular}),有劳动能力的成员:${able}`,
    complaints === '' ? '' : `有群众反映(${complaints})`,
  ];
  return `${parts.filter((part) => part !== '').join(';')}。只是优先入户了解,不是疑点`;
}

function* rowsOf(focus: Iterable<FocusHousehold>, flagged: ReadonlySet<string>): Generator<CsvValue[]> {
  for (const one of focus) {
    const { household_id, township, village, village_group, category, head_name, monthly_amount } = one;
    yield [
      ...[household_id, township, village, village_group, category, one.class, head_name, monthly_amount],
      ...[one.irregular, one.able, one.complaints, flagged.has(household_id), reasonOf(one)],
    ];
  }
}

/** Writes focus.csv: the households to be looked at hardest (重点核查对象), whether a check names them or not. */
export async function writeFocusCsv(
  path: string,
  focus: Iterable<FocusHousehold>,
  flagged: ReadonlySet<string>,
): Promise<Written> {
  return writeCsv(path, header, rowsOf(focus, flagged));
}
