/** Five classes for a choropleth, by natural breaks (Jenks 1967), with the exact dynamic programme of Fisher (1958). */
const byValue = (a, b) => a - b;

/**
 * Upper limits of at most `count` classes, ascending; the last is the largest value. Fewer distinct values give fewer classes.
 * O(count · n²): exact, and instant for a county; above `EXACT_LIMIT` values an even sample of the sorted values stands in.
 */
export function jenks(values, count = 5) {
  const sorted = sample(values.filter(Number.isFinite).sort(byValue));
  const distinct = new Set(sorted).size;
  const k = Math.min(count, distinct);
  if (k === 0) return [];
  const starts = fisher(sorted, k);
  return starts.map((_, i) => sorted[(i + 1 < k ? starts[i + 1] : sorted.length) - 1]);
}

const EXACT_LIMIT = 1500;
function sample(sorted) {
  if (sorted.length <= EXACT_LIMIT) return sorted;
  const step = (sorted.length - 1) / (EXACT_LIMIT - 1);
  return Array.from({ length: EXACT_LIMIT }, (_, i) => sorted[Math.round(i * step)]);
}

/** Start index of each of k classes of the sorted values, least total squared deviation within classes. */
function fisher(sorted, k) {
  const n = sorted.length;
  const within = squaredDeviation(sorted);
  let best = Array.from({ length: n }, (_, end) => within(0, end));
  const cuts = [new Array(n).fill(0)];
  for (let c = 1; c < k; c++) {
    const next = new Array(n).fill(Infinity);
    const cut = new Array(n).fill(0);
    for (let end = c; end < n; end++) {
      for (let start = c; start <= end; start++) {
        const cost = best[start - 1] + within(start, end);
        if (cost < next[end]) {
          next[end] = cost;
          cut[end] = start;
        }
      }
    }
    best = next;
    cuts.push(cut);
  }
  const starts = new Array(k);
  for (let c = k - 1, end = n - 1; c >= 0; c--) {
    starts[c] = cuts[c][end];
    end = starts[c] - 1;
  }
  return starts;
}

/** Sum of squared deviations of sorted[start..end], in constant time from running sums. */
function squaredDeviation(sorted) {
  const sums = [0];
  const squares = [0];
  for (const value of sorted) {
    sums.push(sums.at(-1) + value);
    squares.push(squares.at(-1) + value * value);
  }
  return (start, end) => {
    const sum = sums[end + 1] - sums[start];
    return squares[end + 1] - squares[start] - (sum * sum) / (end - start + 1);
  };
}

/** Which class a value is in, from 0. */
export function classOf(value, limits) {
  const found = limits.findIndex((limit) => value <= limit);
  return found < 0 ? limits.length - 1 : found;
}

/** Counts of values in `bins` equal steps from the least to the largest, each with the class of its middle. */
export function histogram(values, limits, bins = 20) {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [];
  const low = Math.min(...finite);
  const step = (Math.max(...finite) - low) / bins || 1;
  const counts = new Array(bins).fill(0);
  for (const value of finite) counts[Math.min(bins - 1, Math.floor((value - low) / step))]++;
  return counts.map((n, i) => ({
    from: low + i * step,
    to: low + (i + 1) * step,
    count: n,
    class: classOf(low + (i + 0.5) * step, limits),
  }));
}

/** An interval wider than the estimate itself says "we hardly know". */
export const isWide = (figure) => Boolean(figure) && !figure.suppressed && figure.high - figure.low > figure.mean;
