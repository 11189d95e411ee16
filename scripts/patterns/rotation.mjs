import { Draws } from './random.mjs';

const VILLAGES = 200;
const PLANTED_EACH = 10;

/** Days of the rosters, the last the as-of date: one each half-year. */
const DAYS = ['2024-05-01', '2024-11-01', '2025-05-01', '2025-11-01', '2026-05-01', '2026-11-01'];

/** What happens in innocent counties between two rosters. Shares are of the households on the roster. */
const usual = { leave: 0.05, enter: 0.05, pause: 0.01, homes: [8, 30] };

/** The kinds of innocence; `pause`: off for one roster and on again. */
export const innocentSeries = {
  churn: { title: '死亡、退出和新增,偶有停发后恢复', ...usual },
  busy: { title: '动态管理很勤:每期进出各15%,停发后恢复3%', ...usual, leave: 0.15, enter: 0.15, pause: 0.03 },
  seasonal: {
    title: '收入随季节变化:有的村每年有一成多的户停发半年再恢复',
    ...usual,
    pause: 0.01,
    season: 0.15,
  },
  seasons: { title: '有的村夏天停发一批、冬天停发另一批(各至多一成半)', ...usual, season: 0.3, winter: true },
  recheck: { title: '复核整村暂停一期(每期百分之三的村),下期恢复', ...usual, stop: 0.03 },
  missing: { title: '有一期缺整个乡镇的名册,有两期缺零星的户', ...usual, lost: 0.02, township: true },
  raised: { title: '提标一期新增三成,另一期清理退出两成', ...usual, raise: 0.3, clear: 0.2 },
  small: { title: '小村(4至8户),停发后恢复3%', ...usual, pause: 0.03, homes: [4, 8] },
};

/** Villages that take turns: of so many households so many parts are in turn, one of them off at a time. */
export const plantedSeries = [
  { homes: 10, part: 1, groups: 2, days: 6 },
  { homes: 20, part: 1, groups: 2, days: 6 },
  { homes: 20, part: 0.5, groups: 2, days: 6 },
  { homes: 30, part: 0.3, groups: 2, days: 6 },
  { homes: 20, part: 1, groups: 3, days: 6 },
  { homes: 20, part: 1, groups: 2, days: 4 },
  { homes: 10, part: 1, groups: 2, days: 4 },
  { homes: 20, part: 0.5, groups: 2, days: 4 },
];

/**
 * One county's rosters.
 * @param kind key of `innocentSeries` @param plant of `plantedSeries`, or null @param days how many rosters
 * @returns rows { day, household, person, village, township } and the villages that rotate
 */
export function rotationCounty(seed, kind, plant = null, days = plant?.days ?? DAYS.length) {
  const random = new Draws(seed);
  const model = innocentSeries[kind];
  const used = DAYS.slice(-days);
  const guilty = new Set();
  const rows = [];
  let serial = 0;
  const blank = random.int(1, days - 2);
  for (let number = 0; number < VILLAGES; number++) {
    const village = `村${number}`;
    const township = `镇${number % 10}`;
    const isGuilty = plant !== null && number < PLANTED_EACH;
    if (isGuilty) guilty.add(village);
    const season = random.next() * (model.season ?? 0);
    // A household: who it is, whether it still lives there, the roster from which it is off for one, its turn.
    const make = (group = null) => ({
      id: ++serial,
      group,
      gone: false,
      back: -1,
      off: random.chance(season) ? (model.winter && random.chance(0.5) ? '11' : '05') : '',
    });
    const size = isGuilty ? plant.homes : random.int(model.homes[0], model.homes[1]);
    let homes = Array.from({ length: size }, (_, index) =>
      make(isGuilty && index < size * plant.part ? index % plant.groups : null),
    );
    for (const [t, day] of used.entries()) {
      const stopped = model.stop !== undefined && t > 0 && t < days - 1 && random.chance(model.stop);
      if (t > 0) {
        const raised = model.raise !== undefined && t === 1 ? model.raise : 0;
        const cleared = model.clear !== undefined && t === 3 ? model.clear : 0;
        for (const home of homes)
          if (home.group === null && random.chance(model.leave + cleared)) home.gone = true;
        homes = homes.filter((home) => !home.gone);
        const entering = homes.filter(() => random.chance(model.enter + raised)).length;
        for (let i = 0; i < entering; i++) homes.push(make());
      }
      for (const home of homes) {
        if (stopped) continue;
        if (home.group !== null && t % plant.groups === home.group) continue;
        if (home.off === day.slice(5, 7)) continue;
        if (t > 0 && home.back < t && random.chance(model.pause)) home.back = t + 1;
        if (home.back === t + 1) continue;
        if (model.township && t === blank && township === '镇3') continue;
        if (model.lost !== undefined && (t === 2 || t === days - 2) && random.chance(model.lost)) continue;
        rows.push({ day, household: home.id, village, township });
      }
    }
  }
  return { rows, guilty, villages: VILLAGES };
}
