import type { Happening, LedgerEvent, Slip } from '../../src/ledger/events.js';

/** A slip of an invented case. */
export function slip(case_id: string, given: Partial<Slip> = {}): Slip {
  return {
    case_id,
    check: case_id.split('-')[0] ?? '',
    title: '家有小汽车',
    grade: 'exit',
    household_id: 'H1',
    township: '东溪镇',
    village: '上村',
    category: 'rural',
    head: { name: '周一', id_number: '' },
    person: { name: '周一', id_number: '' },
    reason: '名下有小型轿车',
    overpaid: null,
    ...given,
  };
}

/** Happenings as lines of a ledger. */
export function linesOf(happenings: readonly Happening[]): LedgerEvent[] {
  return happenings.map((event, index) => ({
    seq: index + 1,
    at: '2026-11-05T02:00:00.000Z',
    who: '测试',
    command: 'test',
    event,
    hash: '',
  }));
}

const dispatched = {
  recipient: '东溪镇',
  file: '东溪镇.xlsx',
  sha256: '',
  on: '2026-11-05',
  deadline: '2026-11-20',
};

/** A small campaign: two townships, a batch each, one household surveyed, one settled with 900 yuan owed. */
export const smallCampaign: readonly Happening[] = [
  { what: 'founded', name: '测试专项' },
  { what: 'found', digest: 'a', slip: slip('R04.car-1') },
  {
    what: 'found',
    digest: 'a',
    slip: slip('R05-2', { household_id: 'H2', person: null, title: '财产超标' }),
  },
  { what: 'found', digest: 'a', slip: slip('R02.prison-3', { household_id: 'H3' }) },
  { what: 'found', digest: 'a', slip: slip('R04.car-9', { household_id: 'H9', township: '西岭镇' }) },
  { what: 'found', digest: 'a', slip: slip('R04.car-5', { household_id: 'H5' }) },
  {
    what: 'dispatched',
    batch: '2026-001',
    township: '东溪镇',
    ...dispatched,
    cases: ['R04.car-1', 'R05-2', 'R02.prison-3', 'R04.car-5'],
    households: ['H1', 'H2'],
  },
  {
    what: 'dispatched',
    batch: '2026-002',
    township: '西岭镇',
    ...dispatched,
    cases: ['R04.car-9'],
    households: [],
  },
  {
    what: 'settled',
    household_id: 'H5',
    cases: ['R04.car-5'],
    measure: 'stop',
    from_month: '2026-12',
    before: { persons: 1, amount: 640 },
    after: { persons: 0, amount: 0 },
    removed: [],
    recover: 900,
    reason: '家庭财产超标准',
  },
  {
    what: 'recovered',
    household_id: 'H5',
    amount: 400,
    on: '2026-11-06',
    receipt: '凭0001',
    origin: null,
  },
];
