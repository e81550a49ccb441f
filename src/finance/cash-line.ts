/**
 * One line of a cash flow: an amount in every period with the sign of cash (income positive, payments negative). The
 * planner's ledger has the sign of cost; `ledgerCashLines` turns it.
 */
import type { Fields } from "./input/fields.ts";
import { usd } from "./input/fields.ts";

/**
 * What an amount is to a lender.
 * - `contracted`: income that a contract fixes (leases, take-or-pay).
 * - `merchant`: income at market prices (mining, spot).
 * - `power`: electricity, fuel and what the grid charges or pays.
 * - `operations`: operation and maintenance, staff, insurance, property tax.
 * - `capex`: investment; during construction it is a use of funds.
 * - `reserve`: money put aside for later capex (negative) and taken out again (positive).
 * - `hedge`: settlements of financial positions, merchant by nature.
 */
export type CashKind = "contracted" | "merchant" | "power" | "operations" | "capex" | "reserve" | "hedge";

export const cashKinds = [
  "contracted",
  "merchant",
  "power",
  "operations",
  "capex",
  "reserve",
  "hedge",
] as const satisfies readonly CashKind[];

/** Which market drives an amount, for stress tests. */
export type CashDriver = "hashprice" | "power-price" | "output";

export const cashDrivers = ["hashprice", "power-price", "output"] as const satisfies readonly CashDriver[];

/** The income a cost belongs to; `both` shares it in proportion to the income of each period. */
export type ServedStream = "contracted" | "merchant" | "both";

export interface CashLine {
  readonly name: string;
  readonly kind: CashKind;
  /** USD at the end of every period; positive = received, negative = paid. */
  readonly usd: readonly number[];
  /** Which market drives the amount. Default: `power-price` for power, otherwise no driver. */
  readonly driver?: CashDriver;
  /** For costs: the income they belong to. Default: `both`. */
  readonly serves?: ServedStream;
}

export function readCashLine(fields: Fields, count: number): CashLine {
  const kind = fields.choice("kind", cashKinds);
  const driver = fields.has("driver")
    ? fields.choice("driver", cashDrivers)
    : kind === "power"
      ? "power-price"
      : undefined;
  const line: CashLine = {
    name: fields.text("name"),
    kind,
    usd: fields.series("usd", count, usd),
    ...(driver !== undefined && { driver }),
    ...(fields.has("serves") && { serves: fields.choice("serves", ["contracted", "merchant", "both"] as const) }),
  };
  fields.close();
  return line;
}
