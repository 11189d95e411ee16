import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Happening, LedgerEvent } from '../../src/ledger/events.js';
import { foundLedger, openLedger } from '../../src/ledger/ledger.js';
import { type CliResult, runCli } from './cli.js';
import {
  people,
  type Row,
  strangers,
  vehicleHeader,
  writeDeaths,
  writeRoster,
  writeTable,
} from './county.js';

const actor = { who: '测试员', command: 'test', at: '2026-11-01T08:00:00.000Z' };
const car = (id: string, name: string, plate: string): Row => {
  return [id, name, plate, '小型轿车', '非营运', '正常', '2025-03-04'];
};

/** A campaign of three households: one with a car, one with a death, one about which nothing is known. */
export class Campaign {
  readonly folder: string;

  /** The campaign in a folder that is there. */
  constructor(folder: string) {
    this.folder = folder;
  }

  /** Makes one, without a ledger. */
  static make(parent: string, name = '专项'): Campaign {
    const made = new Campaign(join(parent, name));
    mkdirSync(join(made.folder, 'data'), { recursive: true });
    writeRoster(made.folder, 'data/roster.csv');
    writeDeaths(made.folder, 'data/death.csv');
    made.writeCars([people.owner, '王建国', '浙F12345']);
    made.writeFile();
    return made;
  }

  /** The campaign file; `standard` is the rural one, yuan a month. */
  writeFile(more = '', standard = 1100): void {
    writeFileSync(
      join(this.folder, 'dibao.yaml'),
      [
        'name: 测试专项',
        'as_of: 2026-11-01',
        'area: { code: "330482", name: 平湖市 }',
        `standards: { rural: [ { from: 2025-07-01, monthly: ${standard} } ] }`,
        'sources:',
        '  roster: [ { file: data/roster.csv, supplier: 市民政局 } ]',
        '  death: [ { file: data/death.csv, supplier: 市公安局 } ]',
        '  vehicle: [ { file: data/vehicle.csv, supplier: 市公安局 } ]',
        more,
      ].join('\n'),
    );
  }

  /** The vehicle register: owner, name and plate of each; the second car of nobody on the roster. */
  writeCars(...owners: readonly (readonly [string, string, string])[]): void {
    const rows = [...owners.map((one) => car(...one)), car(strangers(1)[0] ?? '', '生人', '浙F00000')];
    writeTable(this.folder, 'data/vehicle.csv', vehicleHeader, rows);
  }

  async found(): Promise<void> {
    await foundLedger(this.folder, '测试专项', actor);
  }

  /** Lets something happen, as one transaction. */
  async happen(...happenings: readonly Happening[]): Promise<void> {
    const ledger = await openLedger(this.folder, actor, () => () => undefined);
    await ledger.append(happenings);
    await ledger.close();
  }

  run(...args: readonly string[]): CliResult {
    return runCli(args, { cwd: this.folder });
  }

  check(...args: readonly string[]): CliResult {
    return this.run('check', '-o', '疑点', ...args);
  }

  read(...names: readonly string[]): string {
    return readFileSync(join(this.folder, ...names), 'utf8');
  }

  write(text: string, ...names: readonly string[]): void {
    writeFileSync(join(this.folder, ...names), text);
  }

  events(log = 'ledger.ndjson'): LedgerEvent[] {
    const lines = this.read(log).split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as LedgerEvent);
  }
}
