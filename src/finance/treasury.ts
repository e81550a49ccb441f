/**
 * Sell the coins or hold them: a policy for the cash flow only. Dispatch values a mined coin at its price of the hour,
 * whether it is sold or not. In each period
 *
 *     sold for costs  = what lifts cash to the floor, at most all coins
 *     sold by policy  = sellShare of the coins mined, if that is more
 *
 * A coin that is coins is not cash: it does not serve debt until it is sold.
 */
import type { CashLine } from "./cash-line.ts";
import { Fields, positiveUsd, share, usd } from "./input/fields.ts";

export interface TreasuryInput {
  /** Default `BTC sold`. */
  readonly name?: string;
  /** Coins mined in each period, BTC. */
  readonly minedBtc: readonly number[];
  /** Price at which coins are sold in each period, USD per BTC. */
  readonly btcUsd: readonly number[];
  /** Cash of each period without the coins (income of leases, costs, debt service), USD. */
  readonly otherCashUsd: readonly number[];
  /** Share of the coins mined that is sold at once. Default 1. */
  readonly sellShare?: number;
  /** Least cash at the end of each period, USD. Default 0. */
  readonly cashFloorUsd?: number;
  /** Cash at the start, USD. Default 0. */
  readonly openingCashUsd?: number;
  /** Coins at the start, BTC. Default 0. */
  readonly openingBtc?: number;
}

export interface Treasury {
  readonly soldBtc: readonly number[];
  /** Coins held at the end of each period, BTC. */
  readonly heldBtc: readonly number[];
  /** What they are worth at the period's price, USD. */
  readonly heldUsd: readonly number[];
  readonly cashUsd: readonly number[];
  /** Indices of the periods in which cash is below its floor with every coin sold. */
  readonly belowFloor: readonly number[];
  /** Sales as a cash line, in place of the mining income of the plan. */
  readonly line: CashLine;
}

/** @throws FinanceInputError if an argument is not valid. */
export function treasury(input: TreasuryInput): Treasury {
  const fields = Fields.ofArgument("treasury", input);
  const mined = fields.series("minedBtc", undefined, { least: 0, most: 21e6, unit: "BTC" });
  const price = fields.series("btcUsd", mined.length, { above: 0, most: 1e9, unit: "USD per BTC" });
  const other = fields.series("otherCashUsd", mined.length, usd);
  const sellShare = fields.number("sellShare", share, 1);
  const floor = fields.number("cashFloorUsd", positiveUsd, 0);
  let cash = fields.number("openingCashUsd", usd, 0);
  let coins = fields.number("openingBtc", { least: 0, most: 21e6, unit: "BTC" }, 0);
  const name = fields.text("name", "BTC sold");
  fields.close();
  fields.faults.throwIfAny();
  const out = { soldBtc: [] as number[], heldBtc: [] as number[], heldUsd: [] as number[], cashUsd: [] as number[] };
  const belowFloor: number[] = [];
  for (const [t, btc] of mined.entries()) {
    coins += btc;
    const needed = Math.max(0, floor - cash - other[t]) / price[t];
    const sold = Math.min(coins, Math.max(needed, sellShare * btc));
    coins -= sold;
    cash += other[t] + sold * price[t];
    // Not by cash alone: needed * price may differ from the missing cash by rounding.
    if (needed > sold) belowFloor.push(t);
    out.soldBtc.push(sold);
    out.heldBtc.push(coins);
    out.heldUsd.push(coins * price[t]);
    out.cashUsd.push(cash);
  }
  const line: CashLine = {
    name,
    kind: "merchant",
    driver: "hashprice",
    usd: out.soldBtc.map((btc, t) => btc * price[t]),
  };
  return { ...out, belowFloor, line };
}
