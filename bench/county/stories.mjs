import { asOfDay, past } from './dates.mjs';
import { grownOther, OWN } from './lives.mjs';
import { account, plate, unit } from './registers.mjs';
import { month } from './registers-people.mjs';

/** @param {import('./households.mjs').Household} household @param {(one: import('./households.mjs').Member) => boolean} wanted */
function find(household, wanted) {
  return household.members.find((one) => one.covered && wanted(one)) ?? household.members[0];
}

/** @template T @param {readonly T[]} list @param {(one: T) => void} tell */
function each(list, tell) {
  for (const one of list) tell(one);
}

/**
 * What a household may have that it should not, with how often. A story that needs a member whom the household lacks
 * falls to its head, and may then accuse nobody.
 * @type {readonly [number, string, (of: { r: any, h: any, emit: any, population: number }) => void][]}
 */
const STORIES = [
  [
    20,
    'R04.car',
    ({ r, h, emit }) =>
      emit('vehicle', r.pick(h.members), {
        plate: plate(OWN + 1_000_000 + h.number),
        type: '小型轿车',
        use: '非营运',
        date: past(r),
        status: '正常',
      }),
  ],
  [
    4,
    'R04.commercial',
    ({ r, h, emit }) =>
      emit('vehicle', h.members[0], {
        plate: plate(OWN + 2_000_000 + h.number),
        type: '轻型栏板货车',
        use: '货运',
        date: past(r),
        status: '正常',
      }),
  ],
  [
    4,
    'R04.shop',
    ({ r, h, emit }) =>
      emit('property', h.members[0], {
        unit: unit(OWN + 1_000_000 + h.number),
        use: '商业服务',
        date: past(r),
        status: '现势',
      }),
  ],
  [
    8,
    'R04.homes',
    ({ r, h, emit }) =>
      each([3, 4], (n) =>
        emit('property', r.pick(h.members), {
          unit: unit(OWN + n * 1_000_000 + h.number),
          use: '住宅',
          date: past(r),
          status: '现势',
        }),
      ),
  ],
  [
    12,
    'R03',
    ({ r, h, emit }) =>
      emit(
        'pension',
        find(h, (m) => m.age >= 50),
        {
          kind: '城镇职工基本养老保险',
          amount: 1500 * h.members.length + r.below(900),
          start: past(r, 9),
          status: '正常发放',
        },
      ),
  ],
  [
    8,
    'R06',
    ({ r, h, emit }) =>
      emit(
        'employment',
        find(h, (m) => m.age >= 18),
        {
          employer: '平湖市箱包有限公司',
          wage: 1400 * h.members.length + r.below(900),
          start: past(r, 9),
          end: null,
          kind: '单位就业',
        },
      ),
  ],
  [12, 'R02.death', ({ r, h, emit }) => emit('death', r.pick(h.members), { date: past(r, 3) })],
  [
    1,
    'R02.prison',
    ({ r, h, emit }) =>
      emit('prison', r.pick(h.members), { kind: '监狱服刑', start: past(r, 2), end: asOfDay + 800 }),
  ],
  [
    4,
    'R02.migration',
    ({ r, h, emit }) => emit('migration', r.pick(h.members), { date: past(r, 4), to: '310115' }),
  ],
  [
    5,
    'R02.marriage',
    ({ r, h, emit, population }) =>
      emit(
        'marriage',
        find(h, (m) => m.relation === '子女' && m.age > 20),
        { spouse: grownOther(r, population), event: '结婚登记', date: past(r, 4) },
      ),
  ],
  [
    4,
    'R05',
    ({ r, h, emit }) =>
      emit('business', h.members[0], {
        uscc: `92330482MA5${String(h.number).padStart(7, '0')}`,
        role: '经营者',
        employees: 3,
        date: past(r, 8),
        status: '存续',
      }),
  ],
  [
    2,
    'R05.unknown',
    ({ r, h, emit }) =>
      emit('business', h.members[0], {
        uscc: `92330482MA6${String(h.number).padStart(7, '0')}`,
        role: '经营者',
        employees: '',
        date: past(r, 8),
        status: '存续',
      }),
  ],
  [
    2,
    'R01.self',
    ({ r, h, emit }) =>
      emit(
        'payroll',
        find(h, (m) => m.age > 20),
        { kind: '村(居)干部', pay: 2600, start: past(r, 8), status: '在职' },
      ),
  ],
  [3, 'R01.relative', ({ r, h, emit, population }) => relativeInOffice(r, h, emit, population)],
  [
    2,
    'R08',
    ({ h, emit }) =>
      each([20, 90, 200], (back) =>
        emit(
          'job_refusal',
          find(h, (m) => m.capacity === '有'),
          { date: asOfDay - back, justified: '否' },
        ),
      ),
  ],
  [
    4,
    'R10.finance',
    ({ h, emit }) =>
      emit('finance', h.members[0], {
        account: account(OWN + 1_000_000 + h.number),
        balance: 32_000 * h.members.length,
        date: asOfDay - 30,
      }),
  ],
  [
    2,
    'R10.spending',
    ({ r, h, emit }) =>
      emit('spending', r.pick(h.members), {
        kind: '出境旅游',
        amount: 9000 * h.members.length,
        date: asOfDay - 60,
      }),
  ],
  [
    2,
    'R10.utility',
    ({ h, emit }) =>
      each([1, 2, 3], (back) =>
        emit('utility', h.members[0], {
          household: h.id,
          kind: '电',
          month: month(back),
          amount: 450 * h.members.length,
        }),
      ),
  ],
  [2, 'R09.refusal', ({ h, emit }) => emit('refusal', h.members[0], { household: h.id })],
  [2, 'D01.duplicate', ({ h, emit }) => emit('roster', h.members[0], {})],
  [
    3,
    'D03.account',
    ({ h }) => {
      h.account = `621700${String(1_000_000_000 + (h.number - (h.number % 40)) * 37).padStart(12, '0')}1`;
    },
  ],
];
const TICKETS = STORIES.flatMap((story) => Array(story[0]).fill(story));

function relativeInOffice(r, household, emit, population) {
  const relative = grownOther(r, population);
  emit('kinship', household.members[0], { relative, relation: '儿子', paid: 300 });
  emit('payroll', relative, { kind: '公务员', pay: 7800, start: past(r, 9), status: '在职' });
}

/** Gives a household one story of the list. @param {import('./random.mjs').Random} r */
export function liveOtherwise(r, household, emit, population) {
  const [, , tell] = r.pick(TICKETS);
  tell({ r, h: household, emit, population });
}
