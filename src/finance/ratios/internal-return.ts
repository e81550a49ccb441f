/**
 * Internal rates of return: every rate at which the present value of a list of cash is zero. A list may have no such
 * rate, one, or many; all are found, because one of many says nothing.
 *
 * With x = 1 / (1 + rate), rates above -100 % are the positive roots of p(x) = sum of c_j x^j. Let a lie between the
 * indices of the first change of sign of the coefficients. The derivative of x^(-a) p(x) is x^(-a-1) q(x) with
 * q = sum of (j - a) c_j x^j, which has one change of sign less (this is the proof of Descartes' rule). Between two
 * positive roots of q, x^(-a) p(x) is monotonic and has at most one root, which bisection finds. The recursion is as
 * deep as the number of changes of sign, and ends at a polynomial without one, which has no positive root.
 */
import { Fields, usd } from "../input/fields.ts";

export interface InternalReturn {
  readonly status: "none" | "one" | "many";
  /** Rates per period as shares, ascending; 0.1 is 10 %. */
  readonly rates: readonly number[];
  /** What the status means for this list, in a sentence. */
  readonly detail: string;
}

/**
 * The internal rates of return of cash at the end of equal periods, per period. The first entry is now.
 *
 * @example
 * internalReturn([-100, 60, 60]).rates; // [0.1306...]
 * internalReturn([-100, 230, -132]).status; // "many": 10 % and 20 %
 *
 * @throws FinanceInputError if an amount is not a finite number.
 */
export function internalReturn(cashUsd: readonly number[]): InternalReturn {
  const fields = Fields.ofArgument("internalReturn", { cashUsd });
  const cash = fields.series("cashUsd", undefined, usd);
  fields.faults.throwIfAny();
  const { rates, mayTouch } = ratesOf(cash);
  if (rates.length === 1) return { status: "one", rates, detail: "one rate makes the present value zero" };
  if (rates.length > 1) {
    const detail = `${rates.length} rates make the present value zero; use the modified return or the present value`;
    return { status: "many", rates, detail };
  }
  const hasPaid = cash.some((amount) => amount < 0);
  const hasReceived = cash.some((amount) => amount > 0);
  const why =
    hasPaid && hasReceived
      ? `the present value is ${mayTouch > 0 ? "positive" : "negative"} at every rate`
      : hasPaid
        ? "nothing is ever received"
        : hasReceived
          ? "nothing is ever paid in, so a return on it does not exist"
          : "every amount is zero";
  return { status: "none", rates: [], detail: `no rate makes the present value zero: ${why}` };
}

/** Polynomials this close to zero, relative to the sum of the absolute values of their terms, are zero there. */
const ZERO_SHARE = 1e-13;
/** Steps of one bisection: log x has a range of at most 2000, and doubles have 52 bits. */
const BISECTIONS = 120;

function ratesOf(cash: readonly number[]): { readonly rates: number[]; readonly mayTouch: number } {
  const logs = positiveRoots(cash);
  const first = cash.find((amount) => amount !== 0) ?? 0;
  // x = e^u, so rate = e^(-u) - 1.
  return { rates: logs.map((u) => Math.expm1(-u)).toSorted((a, b) => a - b), mayTouch: Math.sign(first) };
}

/** Logarithms of the positive roots of sum c_j x^j, ascending; roots that only touch zero are listed once. */
function positiveRoots(given: readonly number[]): number[] {
  const used = given.flatMap((c, j) => (c === 0 ? [] : [j]));
  if (used.length < 2) return [];
  const scale = Math.max(...used.map((j) => Math.abs(given[j])));
  const coefficients = given.slice(used[0], used[used.length - 1] + 1).map((c) => c / scale);
  const change = firstSignChange(coefficients);
  if (change === undefined) return [];
  const critical = positiveRoots(coefficients.map((c, j) => c * (j - change)));
  const bound = rootBound(coefficients);
  const stops = [-bound, ...critical.filter((u) => Math.abs(u) < bound), bound];
  const roots: number[] = [];
  const add = (u: number): void => {
    const last = roots.at(-1);
    if (last === undefined || u - last > MERGED_WITHIN) roots.push(u);
  };
  for (let k = 0; k + 1 < stops.length; k++) {
    const [from, to] = [signAt(coefficients, stops[k]), signAt(coefficients, stops[k + 1])];
    if (from === 0 && k > 0) add(stops[k]);
    if (from * to < 0) add(bisect(coefficients, stops[k], stops[k + 1], from));
  }
  return roots;
}

/** Roots whose logarithms differ by less are one root: rates that differ by less than a millionth of a percent. */
const MERGED_WITHIN = 1e-8;

/** Halfway between the indices of the first change of sign; undefined if there is none. */
function firstSignChange(coefficients: readonly number[]): number | undefined {
  let last = 0;
  for (let j = 1; j < coefficients.length; j++) {
    if (coefficients[j] === 0) continue;
    if (coefficients[j] * coefficients[last] < 0) return (last + j) / 2;
    last = j;
  }
  return undefined;
}

/** Every positive root lies within e^-bound and e^bound (Cauchy), as the coefficients are at most 1. */
function rootBound(coefficients: readonly number[]): number {
  const ends = Math.min(Math.abs(coefficients[0]), Math.abs(coefficients[coefficients.length - 1]));
  return Math.log(1 + 1 / ends) + 1;
}

/**
 * The sign of the polynomial at x = e^u; 0 within rounding. For u > 0 it is divided by x^degree, so that it does not
 * overflow.
 */
function signAt(coefficients: readonly number[], u: number): number {
  const x = Math.exp(-Math.abs(u));
  const last = coefficients.length - 1;
  let [value, size] = [0, 0];
  for (let k = 0; k <= last; k++) {
    const c = u > 0 ? coefficients[k] : coefficients[last - k];
    value = value * x + c;
    size = size * x + Math.abs(c);
  }
  return Math.abs(value) <= ZERO_SHARE * size ? 0 : Math.sign(value);
}

function bisect(coefficients: readonly number[], from: number, to: number, fromSign: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    const sign = signAt(coefficients, middle);
    if (sign === 0) return middle;
    if (sign === fromSign) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
