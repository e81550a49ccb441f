/**
 * One interval of a store alone, without the rest of its interval: the least cost of the store's own columns as a
 * function of the energy q that they put into it,
 *
 *     cost(q) = min price'x   subject to   push'x = q,   lower <= x <= upper,   the zero side of its pairs
 *
 * The columns are ordered by price / push, so the segments are convex. `pricedParts` defines the prices.
 */
import type { ChainStage, StageSource } from "./chain-stage.ts";
import type { Side, ZeroSide } from "./exclusive-pairs.ts";
import type { StoreLink } from "./store-chains.ts";

/** Prices of the store's own columns, and of its level. */
export interface StorePrices {
  price(column: number): number;
  readonly level: number;
  /** Subtracted from the cost of the level. */
  readonly levelBase: number;
}

/** Columns of the link's row other than states, with the energy that one unit puts into the store. */
export function flowsOf(
  { pairs, byRows: { rowStart, colIndex, value } }: StageSource,
  { block, row, coefficient }: StoreLink,
): { readonly column: number; readonly push: number }[] {
  const { row: own } = pairs.blocks[block];
  const inBlock = new Set(colIndex.subarray(rowStart[own], rowStart[own + 1]));
  const flows: { column: number; push: number }[] = [];
  for (let p = rowStart[row]; p < rowStart[row + 1]; p++)
    if (inBlock.has(colIndex[p]) && value[p] !== 0) flows.push({ column: colIndex[p], push: -value[p] / coefficient });
  return flows;
}

export function storeStage(
  source: StageSource,
  link: StoreLink,
  colUpper: Float64Array,
  prices: StorePrices,
): ChainStage {
  const { lp, pairs } = source;
  const { block, row, state, coefficient, retention } = link;
  const flows = flowsOf(source, link).map(({ column, push }) => ({
    column,
    push,
    price: prices.price(column),
    lower: lp.colLower[column],
    upper: colUpper[column],
  }));
  const order = [...flows.keys()].sort(
    (s, t) => flows[s].price / flows[s].push - flows[t].price / flows[t].push || s - t,
  );
  const columns = Int32Array.from(flows, ({ column }) => column);
  const { pairs: open, impliedPairs = [] } = pairs.blocks[block];
  const own = [...open, ...impliedPairs].filter((pair) =>
    ([0, 1] as const).every((side) => pairs.columns(pair, side).every((j) => columns.includes(j))),
  );
  const ways: (readonly ZeroSide[])[] = [];
  const costs: number[][] = [];
  const uppers: number[][] = [];
  const visit = (at: number, upper: number[], zero: readonly ZeroSide[]): void => {
    if (at === own.length) {
      if (flows.some(({ lower }, s) => lower > upper[s])) return;
      ways.push(zero);
      uppers.push(upper);
      costs.push(costOf(upper));
      return;
    }
    const pair = own[at];
    const isOn = (side: Side, s: number) => pairs.columns(pair, side).includes(columns[s]);
    const isZero = (side: Side) => upper.every((most, s) => !isOn(side, s) || most <= 0);
    if (isZero(0) || isZero(1)) return visit(at + 1, upper, zero);
    for (const side of [0, 1] as const)
      visit(
        at + 1,
        upper.map((most, s) => (isOn(side, s) ? 0 : most)),
        [...zero, { pair, side }],
      );
  };
  visit(
    0,
    flows.map(({ upper }) => upper),
    [],
  );
  /** The column at the end of its range from which it can only raise q. */
  function start(s: number, upper: readonly number[]): number {
    return flows[s].push > 0 ? flows[s].lower : upper[s];
  }
  function width(s: number, upper: readonly number[]): number {
    return Math.abs(flows[s].push) * (upper[s] - flows[s].lower);
  }
  function costOf(upper: readonly number[]): number[] {
    let [q, usd] = [0, 0];
    flows.forEach(({ push, price }, s) => {
      q += push * start(s, upper);
      usd += price * start(s, upper);
    });
    const out: number[] = [];
    for (const s of order) {
      const by = width(s, upper);
      if (by === 0) continue;
      const more = (by * flows[s].price) / flows[s].push;
      out.push(q, usd, q + by, usd + more);
      [q, usd] = [q + by, usd + more];
    }
    return out.length === 0 ? [q, usd, q, usd] : out;
  }
  const [from, to] = [lp.colLower[state], colUpper[state]];
  return {
    retention,
    gain: lp.rowLower[row] / coefficient,
    worth: [from, prices.level * from - prices.levelBase, to, prices.level * to - prices.levelBase],
    costs,
    ways,
    columns,
    pointAt(way, flow) {
      const upper = uppers[way];
      const x = Float64Array.from(flows, (_, s) => start(s, upper));
      let left = flow - costs[way][0];
      for (const s of order) {
        const step = Math.max(0, Math.min(left, width(s, upper)));
        x[s] += step / flows[s].push;
        left -= step;
      }
      return x;
    },
    levelsAt: (level) => [level],
  };
}
