/**
 * Where the money is. Every amount is signed as cost (income is negative) and the amounts sum to the objective of the
 * linear program: both are made of the same cost terms.
 */
import type { CostKind } from "../model/cost-term.ts";
import type { SiteModel } from "../model/site-model.ts";
import type { SolvedSite } from "../model/solved-site.ts";

export interface LedgerLine {
  readonly asset: string;
  /** e.g. `import energy`, `demand charge 2026-07`. */
  readonly item: string;
  readonly kind: CostKind;
  /** Sum over the plan, USD, positive = cost. */
  readonly usd: number;
  /** By interval; absent for items of a period (a month's peak, a day, the whole plan). */
  readonly usdByInterval?: Float64Array;
}

export interface Ledger {
  readonly lines: readonly LedgerLine[];
  /** Sum of all lines: the objective. */
  readonly totalUsd: number;
  /** Sum by kind; `cash` never holds a penalty or a valuation. */
  readonly usdByKind: Readonly<Record<CostKind, number>>;
  /** Sum of the sizes of all amounts, the scale of the ledger's rounding. */
  readonly absoluteUsd: number;
}

/** One amount, for flat exports. */
export interface LedgerEntry {
  readonly asset: string;
  /** Index of the interval; absent for items of a period. */
  readonly interval?: number;
  readonly item: string;
  readonly kind: CostKind;
  readonly usd: number;
}

interface OpenLine {
  readonly asset: string;
  readonly item: string;
  readonly kind: CostKind;
  readonly byInterval: Float64Array | undefined;
  periodUsd: number;
}

export function readLedger(site: SiteModel, solved: SolvedSite): Ledger {
  const lines = new Map<string, OpenLine>();
  const line = (asset: string, item: string, kind: CostKind, perInterval: boolean): OpenLine => {
    const key = JSON.stringify([asset, item, kind, perInterval]);
    let open = lines.get(key);
    if (open === undefined) {
      open = { asset, item, kind, byInterval: perInterval ? new Float64Array(site.time.count) : undefined, periodUsd: 0 };
      lines.set(key, open);
    }
    return open;
  };
  for (const { columns, item, kind, usdPerUnit } of site.costTerms) {
    const open = line(columns.asset, item, kind, columns.perInterval);
    if (open.byInterval === undefined) {
      open.periodUsd += solved.value(columns) * (typeof usdPerUnit === "number" ? usdPerUnit : usdPerUnit[columns.from]);
      continue;
    }
    const values = solved.values(columns);
    for (let t = columns.from; t < columns.from + columns.count; t++) {
      open.byInterval[t] += values[t] * (typeof usdPerUnit === "number" ? usdPerUnit : usdPerUnit[t]);
    }
  }
  for (const { asset, item, kind, usd } of site.constantCosts) {
    const open = line(asset, item, kind, typeof usd !== "number");
    if (typeof usd === "number") open.periodUsd += usd;
    else for (let t = 0; t < usd.length; t++) (open.byInterval as Float64Array)[t] += usd[t];
  }
  return total([...lines.values()]);
}

/** Every amount of the ledger that is not zero, one by one. */
export function* ledgerEntries(ledger: Ledger): Generator<LedgerEntry> {
  for (const { asset, item, kind, usd, usdByInterval } of ledger.lines) {
    if (usdByInterval === undefined) yield { asset, item, kind, usd };
    else for (let t = 0; t < usdByInterval.length; t++) {
      if (usdByInterval[t] !== 0) yield { asset, interval: t, item, kind, usd: usdByInterval[t] };
    }
  }
}

function total(open: readonly OpenLine[]): Ledger {
  const usdByKind: Record<CostKind, number> = { cash: 0, penalty: 0, expected: 0, valuation: 0, sunk: 0 };
  let totalUsd = 0;
  let absoluteUsd = 0;
  const lines = open.map(({ asset, item, kind, byInterval, periodUsd }): LedgerLine => {
    let usd = periodUsd;
    absoluteUsd += Math.abs(periodUsd);
    if (byInterval !== undefined) {
      for (let t = 0; t < byInterval.length; t++) {
        usd += byInterval[t];
        absoluteUsd += Math.abs(byInterval[t]);
      }
    }
    usdByKind[kind] += usd;
    totalUsd += usd;
    return { asset, item, kind, usd, ...(byInterval === undefined ? {} : { usdByInterval: byInterval }) };
  });
  return { lines, totalUsd, usdByKind, absoluteUsd };
}
