import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { amountOf, type Family } from './family.js';
import { type Dirt, RowFile, type Texts } from './row-file.js';

const HEADER =
  '序号,乡镇(街道),村(社区),户编号,姓名,身份证号码,与户主关系,是否享受,低保类别,施保类别,家庭人口,保障人口,家庭人均月收入(元),月保障金(元),纳入时间,银行账号,开户人,劳动能力,健康状况,联系电话';
const COLUMNS = HEADER.split(',').length;
/** Households between two blank rows, where there is much dirt. */
const BLOCK = 500;

/** The roster: one row a member; with dirt a title above, and the household's columns on its first row alone. */
export class RosterFile {
  readonly file: RowFile;
  readonly #dirt: Dirt;
  #serial = 0;
  #amounts = 0;

  constructor(folder: string, texts: Texts, dirt: Dirt, seed: number) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Rows given twice would be members listed twice: the roster's own dirt is of another kind.
    this.file = new RowFile(path.join(folder, '低保花名册.csv'), texts, 'none', 'iso', seed);
    this.#dirt = dirt;
    if (dirt !== 'none') {
      this.file.line(`云溪县城乡低保对象花名册${','.repeat(COLUMNS - 1)}`);
      this.file.line(`填报单位:云溪县民政局,,,单位:元${','.repeat(COLUMNS - 4)}`);
    }
    this.file.line(HEADER);
  }

  /** Rows of members, those listed twice with them. */
  get members(): number {
    return this.#serial;
  }

  write(family: Family): void {
    const { members, twice, number } = family;
    const amount = amountOf(family);
    this.#amounts += amount;
    const covered = members.filter((one) => one.covered).length;
    const rows = [...members, ...twice];
    const lead = members[0];
    if (!lead) throw new Error('a household without a member');
    rows.forEach((member, index) => {
      this.#serial += 1;
      const { file } = this;
      const whole = index === 0 || this.#dirt !== 'much';
      file.number(this.#serial);
      if (whole) file.text(family.township).text(family.village).ascii(family.id);
      else file.ascii('').ascii('').ascii('');
      file
        .name(member.who)
        .id(member.onRoster)
        .text(member.relation)
        .text(member.covered ? '是' : '否');
      if (whole) {
        file
          .text(family.category === 'rural' ? '农村低保' : '城市低保')
          .text(`${'ABC'.charAt(number % 3)}类`);
        file.number(members.length).number(covered).number(family.incomePerCapita).number(amount);
        file.ascii(family.start).ascii(family.account).name(lead.who);
      } else for (let column = 0; column < 9; column++) file.ascii('');
      file.text(member.capacity).text(number % 5 === 0 ? '患病' : '健康');
      file
        .part('1380573')
        .digits(number % 10_000, 4)
        .number()
        .end();
    });
    if (this.#dirt === 'much' && number % BLOCK === BLOCK - 1) this.file.line(','.repeat(COLUMNS - 1));
  }

  close(): void {
    if (this.#dirt !== 'none') this.file.line(`合计,,,,,,,,,,,,,${this.#amounts}${','.repeat(COLUMNS - 14)}`);
    this.file.close();
  }
}
