/**
 * Hashprice, difficulty and subsidy over the years. With y years since the start and n halvings since then:
 *
 *     difficulty(t) = difficulty prod (1 + growth_year)^(share of the year passed) (1 - halvingExit)^n
 *     BTC price(t)  = btcUsd (1 + btcGrowthPerYear)^y
 *     reward(t)     = subsidy(t) + feesBtcPerBlock,   or   subsidy(t) / (1 - feeShare)
 *     hashprice(t)  = 1e15 86400 / (difficulty 2^32) reward price
 *
 * Between halvings and year ends the hashprice is an exponential, so its mean over a span from H0 to H1 is their
 * logarithmic mean, (H1 - H0) / ln(H1 / H0): a halving inside a quarter counts from its own day. Retargets every two
 * weeks, luck and fee spikes are not modelled.
 */
import { halvings, hashpriceUsdPerPhDay, subsidyBtcAtHeight } from "../catalogue/bitcoin.ts";
import type { NetworkTerms } from "./years-model.ts";

const MS_PER_YEAR = 365.2425 * 86_400_000;
/** 210,000 blocks of ten minutes. */
const HALVING_MS = 210_000 * 600_000;
const BLOCKS_PER_HALVING = 210_000;
const SECONDS_PER_BLOCK = 600;
/** Closer than this, relative, the mean of two numbers is their logarithmic mean up to rounding. */
const NEARLY_EQUAL = 1e-7;

export interface DatedHalving {
  readonly atMs: number;
  readonly subsidyBtc: number;
  /** False: dated by the user, or it has happened. */
  readonly estimated: boolean;
}

/** The network in one quarter: means over its time. */
export interface NetworkQuarter {
  readonly hashpriceUsdPerPhDay: number;
  /** Absent where the hashprice is given. */
  readonly difficulty?: number;
  /** difficulty 2^32 / 600 s. */
  readonly networkEhPerS?: number;
  readonly btcUsd?: number;
  /** At the end of the quarter. */
  readonly subsidyBtc?: number;
  /** Date of a halving in the quarter, UTC. */
  readonly halving?: string;
}

export class NetworkPath {
  readonly #terms: NetworkTerms;
  readonly #startMs: number;
  readonly halvings: readonly DatedHalving[];

  /** `startMs`, `endMs`: the plan's span, UTC epoch milliseconds. */
  constructor(terms: NetworkTerms, startMs: number, endMs: number) {
    this.#terms = terms;
    this.#startMs = startMs;
    this.halvings = datedHalvings(terms.halvingsMs, endMs);
  }

  /** USD per PH/s and day at an instant. */
  hashpriceAt(ms: number): number {
    const { feesBtcPerBlock, feeShare } = this.#terms;
    const subsidyBtc = this.subsidyAt(ms);
    const feesBtc = feesBtcPerBlock ?? (subsidyBtc * feeShare) / (1 - feeShare);
    return hashpriceUsdPerPhDay({
      difficulty: this.difficultyAt(ms),
      subsidyBtc,
      feesBtcPerBlock: feesBtc,
      btcUsd: this.btcUsdAt(ms),
    });
  }

  btcUsdAt(ms: number): number {
    return this.#terms.btcUsd * (1 + this.#terms.btcGrowthPerYear) ** ((ms - this.#startMs) / MS_PER_YEAR);
  }

  difficultyAt(ms: number): number {
    const { growthPerYear, difficulty, halvingExit } = this.#terms;
    const years = (ms - this.#startMs) / MS_PER_YEAR;
    let factor = 1;
    for (let year = 0; year < Math.max(1, Math.ceil(years)); year++) {
      const growth = growthPerYear[Math.min(year, growthPerYear.length - 1)];
      factor *= (1 + growth) ** Math.min(1, years - year);
    }
    const passed = this.halvings.filter(({ atMs }) => atMs > this.#startMs && atMs <= ms).length;
    return difficulty * factor * (1 - halvingExit) ** passed;
  }

  subsidyAt(ms: number): number {
    return this.halvings.findLast(({ atMs }) => atMs <= ms)?.subsidyBtc ?? subsidyBtcAtHeight(0);
  }

  /** Means over a quarter; `q` is its index. */
  quarter(q: number, fromMs: number, toMs: number): NetworkQuarter {
    const { given } = this.#terms;
    if (given) return { hashpriceUsdPerPhDay: given[q] };
    const mean = (at: (ms: number) => number) => this.#mean(at, fromMs, toMs);
    const difficulty = mean((ms) => this.difficultyAt(ms));
    const halving = this.halvings.find(({ atMs }) => atMs >= fromMs && atMs < toMs);
    return {
      hashpriceUsdPerPhDay: mean((ms) => this.hashpriceAt(ms)),
      difficulty,
      networkEhPerS: (difficulty * 2 ** 32) / SECONDS_PER_BLOCK / 1e18,
      btcUsd: mean((ms) => this.btcUsdAt(ms)),
      subsidyBtc: this.subsidyAt(toMs - 1),
      ...(halving && { halving: new Date(halving.atMs).toISOString().slice(0, 10) }),
    };
  }

  /** Mean of an exponential that may jump at halvings and bend at the ends of years. */
  #mean(at: (ms: number) => number, fromMs: number, toMs: number): number {
    const bends = this.#terms.growthPerYear.map((_, year) => this.#startMs + (year + 1) * MS_PER_YEAR);
    const inside = [...this.halvings.map(({ atMs }) => atMs), ...bends].filter((ms) => ms > fromMs && ms < toMs);
    const ends = [fromMs, ...inside.toSorted((a, b) => a - b), toMs];
    let total = 0;
    for (let k = 1; k < ends.length; k++) {
      const [from, to] = [ends[k - 1], ends[k]];
      // The value just before the end: at a halving itself the next one begins.
      total += logarithmicMean(at(from), at(to - Math.min(1, to - from))) * (to - from);
    }
    return total / (toMs - fromMs);
  }
}

function logarithmicMean(a: number, b: number): number {
  const ratio = b / a;
  return Math.abs(ratio - 1) < NEARLY_EQUAL ? (a + b) / 2 : (b - a) / Math.log(ratio);
}

/** Known halvings, those the user dates, and estimates at ten minutes per block until `endMs`. */
function datedHalvings(givenMs: readonly number[], endMs: number): readonly DatedHalving[] {
  const past = halvings.filter(({ estimated }) => !estimated).map(({ atMs }) => atMs);
  const dates = [...past, ...(givenMs.length > 0 ? givenMs : halvings.slice(past.length).map(({ atMs }) => atMs))];
  const numGiven = past.length + givenMs.length;
  while (dates[dates.length - 1] < endMs) dates.push(dates[dates.length - 1] + HALVING_MS);
  return dates.map((atMs, i) => ({
    atMs,
    subsidyBtc: subsidyBtcAtHeight(BLOCKS_PER_HALVING * (i + 1)),
    estimated: i >= numGiven,
  }));
}
