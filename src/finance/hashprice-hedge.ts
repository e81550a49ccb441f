/**
 * Hashprice forwards and futures. Both settle in cash against an index, day by day:
 *
 *     seller's day = (F - S) * PH,    buyer's day = (S - F) * PH        [USD; F and S in USD per PH/s and day]
 *
 * For dispatch a position is sunk: it pays whatever the rigs do. For cash flow and debt it is real.
 */
import type { CashLine } from "./cash-line.ts";
import { Fields } from "./input/fields.ts";

export interface HashpriceForwardInput {
  /** Default `hashprice forward`. */
  readonly name?: string;
  /** `sell` fixes the price of hashrate that is mined. */
  readonly side: "sell" | "buy";
  /** F, USD per PH/s and day. */
  readonly priceUsdPerPhDay: number;
  readonly ph: number;
  /** Days of the position in each period. */
  readonly daysByPeriod: readonly number[];
  /** S, mean of the index in each period, USD per PH/s and day. */
  readonly indexUsdPerPhDay: readonly number[];
  /** Share of the notional that is held as margin until the position has ended: 0.18 in BTC, 0.35 in USD. Default 0. */
  readonly marginShare?: number;
}

export interface HashpriceForward {
  /** F * PH * days, USD. */
  readonly notionalUsd: number;
  readonly marginUsd: number;
  /** Settlements of each period, as a cash line of kind `hedge`. */
  readonly line: CashLine;
}

const price = { least: 0, most: 1e5, unit: "USD per PH/s and day" };
const petahash = { above: 0, most: 1e9, unit: "PH/s" };

/**
 * A forward as a cash line.
 *
 * @example
 * // 65 USD, 50 PH/s, 90 days: notional 292,500 USD.
 * hashpriceForward({ side: "sell", priceUsdPerPhDay: 65, ph: 50, daysByPeriod: [90], indexUsdPerPhDay: [40] });
 *
 * @throws FinanceInputError if an argument is not valid.
 */
export function hashpriceForward(input: HashpriceForwardInput): HashpriceForward {
  const fields = Fields.ofArgument("hashpriceForward", input);
  const name = fields.text("name", "hashprice forward");
  const sign = fields.choice("side", ["sell", "buy"] as const) === "sell" ? 1 : -1;
  const forward = fields.number("priceUsdPerPhDay", price);
  const ph = fields.number("ph", petahash);
  const days = fields.series("daysByPeriod", undefined, { least: 0, most: 366, unit: "days" });
  const index = fields.series("indexUsdPerPhDay", days.length, price);
  const marginShare = fields.number("marginShare", { least: 0, most: 1 }, 0);
  fields.close();
  fields.faults.throwIfAny();
  const notionalUsd = forward * ph * days.reduce((sum, one) => sum + one, 0);
  const usd = days.map((count, t) => (count === 0 ? 0 : sign * (forward - index[t]) * ph * count));
  return { notionalUsd, marginUsd: marginShare * notionalUsd, line: { name, kind: "hedge", usd } };
}

export interface HashpriceFuture {
  /** Value of one tick of one contract, USD. */
  readonly tickUsd: number;
  /** Result of the position so far, USD. */
  readonly resultUsd: number;
}

/**
 * The result of listed futures: contracts of `phPerContract` PH/s over `daysPerContract` days (Bitnomial HUP: 1 PH/s,
 * 30 days, tick 0.25 USD per PH/s and day, so 7.50 USD).
 *
 * @throws FinanceInputError if an argument is not valid.
 */
export function hashpriceFuture(input: {
  /** Positive = bought, negative = sold. */
  readonly contracts: number;
  readonly boughtAtUsdPerPhDay: number;
  readonly settledAtUsdPerPhDay: number;
  /** Default 1. */
  readonly phPerContract?: number;
  /** Default 30. */
  readonly daysPerContract?: number;
  /** Default 0.25 USD per PH/s and day. */
  readonly tickUsdPerPhDay?: number;
}): HashpriceFuture {
  const fields = Fields.ofArgument("hashpriceFuture", input);
  const contracts = fields.number("contracts", { least: -1e9, most: 1e9, isWhole: true });
  const bought = fields.number("boughtAtUsdPerPhDay", price);
  const settled = fields.number("settledAtUsdPerPhDay", price);
  const size =
    fields.number("phPerContract", petahash, 1) * fields.number("daysPerContract", { above: 0, most: 366 }, 30);
  const tick = fields.number("tickUsdPerPhDay", { above: 0, most: 100 }, 0.25);
  fields.close();
  fields.faults.throwIfAny();
  return { tickUsd: tick * size, resultUsd: contracts * (settled - bought) * size };
}
