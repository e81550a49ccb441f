/**
 * Cash of a site before debt, by kind and period.
 *
 *     EBITDA = contracted + merchant + hedge + power + operations
 *     CFADS  = EBITDA - tax + capex of operation + reserve            (payments are negative)
 *
 * Real or nominal is declared once, for all amounts. Loans and taxes are contracts in nominal money, so amounts in real
 * money are first inflated from their price level to the end of each period; everything after that is nominal.
 */
import { type CashKind, type CashLine, cashKinds, readCashLine } from "./cash-line.ts";
import type { Fields } from "./input/fields.ts";
import { type FinancePeriods, monthAt, monthNumber, readMonth } from "./periods.ts";

export type Money =
  | { readonly basis: "nominal" }
  | {
      readonly basis: "real";
      readonly inflationPerYear: number;
      /** Month whose prices the amounts are in, e.g. `2026-10`. */
      readonly priceLevel: string;
    };

export interface CashFlow {
  readonly periods: FinancePeriods;
  /** In nominal USD. */
  readonly lines: readonly CashLine[];
  /** Sum by kind and period, USD. */
  readonly usdByKind: Readonly<Record<CashKind, readonly number[]>>;
  readonly ebitdaUsd: readonly number[];
}

const EBITDA_KINDS = ["contracted", "merchant", "hedge", "power", "operations"] as const satisfies readonly CashKind[];

export function cashFlowOf(periods: FinancePeriods, lines: readonly CashLine[]): CashFlow {
  const usdByKind = Object.fromEntries(
    cashKinds.map((kind) => [
      kind,
      sumOf(
        lines.filter((line) => line.kind === kind),
        periods.count,
      ),
    ]),
  ) as Record<CashKind, number[]>;
  const ebitdaUsd = Array.from({ length: periods.count }, (_, t) =>
    EBITDA_KINDS.reduce((sum, kind) => sum + usdByKind[kind][t], 0),
  );
  return { periods, lines, usdByKind, ebitdaUsd };
}

export function sumOf(lines: readonly CashLine[], count: number): number[] {
  return Array.from({ length: count }, (_, t) => lines.reduce((sum, { usd }) => sum + usd[t], 0));
}

/** Amounts in real money as nominal amounts at the end of each period. */
export function nominalLines(lines: readonly CashLine[], periods: FinancePeriods, money: Money): readonly CashLine[] {
  if (money.basis === "nominal") return lines;
  const level = monthNumber(money.priceLevel);
  const factors = Array.from(
    { length: periods.count },
    (_, t) => (1 + money.inflationPerYear) ** ((monthAt(periods, t + 1) - level) / 12),
  );
  return lines.map((line) => ({ ...line, usd: line.usd.map((usd, t) => usd * factors[t]) }));
}

export function readMoney(fields: Fields): Money {
  const basis = fields.choice("basis", ["nominal", "real"] as const);
  if (basis === "nominal") {
    fields.close();
    return { basis };
  }
  const inflationPerYear = fields.number("inflationPerYear", { above: -0.5, below: 1, unit: "share per year" });
  const priceLevel = readMonth(fields, "priceLevel");
  fields.close();
  return { basis, inflationPerYear, priceLevel };
}

/** The lines of a model, each with its own name. */
export function readLines(fields: Fields, count: number): readonly CashLine[] {
  const lines = fields.objects("lines", true).map((line) => readCashLine(line, count));
  const names = new Set<string>();
  for (const [i, { name }] of lines.entries()) {
    if (names.has(name))
      fields.faults.add(`${fields.at("lines")}[${i}].name`, JSON.stringify(name), "a name of its own", "rename one");
    names.add(name);
  }
  return lines;
}
