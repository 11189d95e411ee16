import { Chance } from '../../fixtures/make-demo/random.mjs';

/** The demo county's source of chance, with weighted draws. */
export class Draws extends Chance {
  /** An index, each with its weight. @param {readonly number[]} weights */
  weighted(weights) {
    let left = this.next() * weights.reduce((sum, one) => sum + one, 0);
    for (const [index, weight] of weights.entries()) {
      left -= weight;
      if (left < 0) return index;
    }
    return weights.length - 1;
  }

  /**
   * Shares that add up to 1 and lie around `weights`, the wider apart the smaller `likeness` (a Dirichlet draw of
   * whole shapes). @param {readonly number[]} weights @param {number} likeness
   */
  around(weights, likeness) {
    const drawn = weights.map((weight) => {
      let sum = 0;
      for (let i = 0; i < Math.max(1, Math.round(weight * likeness)); i++) sum -= Math.log(1 - this.next());
      return sum;
    });
    const all = drawn.reduce((sum, one) => sum + one, 0);
    return drawn.map((one) => one / all);
  }
}
