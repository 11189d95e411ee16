import { Draws } from './random.mjs';

const STANDARD = 900;

/** Shares of households with one, two, … covered persons. */
const SIZES = [0.46, 0.27, 0.15, 0.08, 0.04];

/** What a family draws where the gap to the standard is paid: incomes in tens of yuan, every sixth family has none. */
function difference(random, size, poverty) {
  const perPerson = random.chance(poverty / 3) ? 0 : Math.floor((random.next() * 0.95 * STANDARD) / 10) * 10;
  return (STANDARD - perPerson) * size;
}

/**
 * The kinds of innocence: how the households of a county without any equal split come by their amounts. `village`
 * makes what the households of one village have in common; `amount` draws one household's.
 */
export const innocent = {
  difference: {
    title: '按差额发放,各村贫困程度不同',
    homes: (random) => random.int(6, 30),
    village: (random) => ({ poverty: 0.2 + random.next() * 0.6 }),
    amount: (random, { poverty }, size) => difference(random, size, poverty),
  },
  tiers: {
    title: '按档发放(每人200、400、600元),各村评档习惯不同',
    homes: (random) => random.int(6, 30),
    // Amounts of two sizes meet: 1 × 400 = 2 × 200.
    village: (random) => ({ shares: random.around([0.3, 0.5, 0.2], 4) }),
    amount: (random, { shares }, size) => [200, 400, 600][random.weighted(shares)] * size,
  },
  small: {
    title: '小村(6至9户),按档发放',
    homes: (random) => random.int(6, 9),
    village: (random) => ({ shares: random.around([0.3, 0.5, 0.2], 4) }),
    amount: (random, { shares }, size) => [260, 430, 610][random.weighted(shares)] * size,
  },
  single: {
    title: '老人村:九成是一人户,几乎同一档',
    homes: (random) => random.int(6, 30),
    sizes: [0.9, 0.07, 0.03],
    village: (random) => ({ shares: random.around([0.1, 0.8, 0.1], 10) }),
    amount: (random, { shares }, size) => [250, 500, 750][random.weighted(shares)] * size,
  },
  floor: {
    title: '差额不足100元的每户按100元发,较富的村多是最低额',
    homes: (random) => random.int(6, 30),
    village: (random) => ({ better: random.next() * 0.35 }),
    amount: (random, { better }, size) =>
      random.chance(better) ? 100 : Math.max(100, difference(random, size, 0.4)),
  },
  townships: {
    title: '各乡镇的档次金额不同',
    homes: (random) => random.int(6, 30),
    village: (random, township) => ({ shares: random.around([0.3, 0.5, 0.2], 6), step: 150 + 30 * township }),
    amount: (random, { shares, step }, size) => step * (1 + random.weighted(shares)) * size,
  },
};

/** Counties in which some villages split: what they share out, among how many, in how large a village. */
export const planted = [
  { kind: 'difference', homes: 8, part: 1 },
  { kind: 'difference', homes: 8, part: 0.8 },
  { kind: 'difference', homes: 15, part: 1 },
  { kind: 'difference', homes: 15, part: 0.7 },
  { kind: 'difference', homes: 30, part: 1 },
  { kind: 'difference', homes: 30, part: 0.6 },
  { kind: 'tiers', homes: 8, part: 1 },
  { kind: 'tiers', homes: 15, part: 1 },
  { kind: 'tiers', homes: 15, part: 0.7 },
  { kind: 'tiers', homes: 30, part: 0.7 },
  { kind: 'single', homes: 15, part: 1 },
  { kind: 'single', homes: 30, part: 1 },
];

const VILLAGES = 200;
const PLANTED_EACH = 10;

/**
 * One county's households.
 * @param kind key of `innocent` @param plant of `planted`, or null for a county without equal splits
 * @returns rows { village, size, amount } and the names of the villages that split
 */
export function splitCounty(seed, kind, plant = null) {
  const random = new Draws(seed);
  const model = innocent[kind];
  const rows = [];
  const guilty = new Set();
  for (let number = 0; number < VILLAGES; number++) {
    const township = number % 10;
    const name = `村${number}`;
    const common = model.village(random, township);
    const isGuilty = plant !== null && number < PLANTED_EACH;
    const homes = isGuilty ? plant.homes : model.homes(random);
    const own = Array.from({ length: homes }, () => {
      const size = 1 + random.weighted(model.sizes ?? SIZES);
      return { township: `镇${township}`, village: name, size, amount: model.amount(random, common, size) };
    });
    if (isGuilty) {
      guilty.add(name);
      // What the county pays the village is shared out by the head among so many, rounded to tens.
      const sharing = own.slice(0, Math.round(homes * plant.part));
      const sum = sharing.reduce((all, one) => all + one.amount, 0);
      for (const one of sharing) one.amount = Math.round(sum / sharing.length / 10) * 10;
    }
    rows.push(...own);
  }
  return { rows, guilty, villages: VILLAGES };
}
