/** The chance of at most `k` of `n`, each with probability `p`. */
export function atMost(k, n, p) {
  if (p <= 0) return 1;
  if (p >= 1) return k >= n ? 1 : 0;
  let term = n * Math.log(1 - p);
  let sum = Math.exp(term);
  for (let i = 1; i <= k; i++) {
    term += Math.log((n - i + 1) / i) + Math.log(p / (1 - p));
    sum += Math.exp(term);
  }
  return Math.min(sum, 1);
}

function root(isBelow) {
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The exact interval (Clopper and Pearson 1934) of a share of which `k` of `n` were seen. */
export function interval(k, n, confidence = 0.95) {
  const tail = (1 - confidence) / 2;
  return {
    low: k === 0 ? 0 : root((p) => 1 - atMost(k - 1, n, p) < tail),
    high: k === n ? 1 : root((p) => atMost(k, n, p) > tail),
  };
}
