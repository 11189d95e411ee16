import { asOfDay, speller } from './dates.mjs';
import { month } from './registers-people.mjs';

const iso = speller('iso');
const MONTHS_PAID = 3;
const FILES = {
  declaration: ['家庭申报.csv', '户编号,申报车辆数,申报住房套数,申报家庭月收入(元),日期'],
  payment: ['低保金发放.csv', '户编号,发放月份,发放金额(元),银行账号,账户名,身份证号'],
  refusal: ['拒绝核查.csv', '户编号,身份证号,日期,原因'],
};

/** The registers that are kept by household: declarations, payments, refusals. */
export class HouseholdFiles {
  /** Rows for each household. */
  rowsEach = MONTHS_PAID + 1;
  #files;

  /** @param {(file: string) => import('./output.mjs').LineFile} open */
  constructor(open) {
    this.#files = Object.fromEntries(
      Object.entries(FILES).map(([key, [name, header]]) => {
        const file = open(name);
        file.line(header);
        return [key, file];
      }),
    );
  }

  /**
   * @param {import('./random.mjs').Random} random
   * @param {import('./households.mjs').Household} household
   * @param {number} income that the registers know of
   */
  write(random, household, income) {
    const { id, members, account, amount } = household;
    const declared = Math.max(household.income * members.length, income);
    this.#files.declaration.line(
      `${id},${random.chance(0.03) ? 1 : 0},${random.between(1, 2)},${declared},${iso(asOfDay - random.between(30, 900))}`,
    );
    for (let back = 1; back <= MONTHS_PAID; back += 1) {
      this.#files.payment.line(
        `${id},${month(back)},${amount},${account},${members[0].name},${members[0].id}`,
      );
    }
  }

  /** @param {import('./households.mjs').Household} household @param {import('./people.mjs').Person} person */
  refuse(household, person) {
    this.#files.refusal.line(`${household.id},${person.id},${iso(asOfDay - 40)},拒绝入户`);
  }

  /** @returns {Record<string, string>} the files by record set, as a campaign names them */
  named() {
    return Object.fromEntries(Object.entries(FILES).map(([key, [name]]) => [key, `data/${name}`]));
  }

  /** @returns {import('./output.mjs').LineFile[]} the files, for the caller to close */
  files() {
    return Object.values(this.#files);
  }
}
