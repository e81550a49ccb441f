/**
 * The costs and income of a plan by item. Every amount has the sign of a cost (income is negative). The amounts sum to
 * the objective of the linear program, because both are made of the same cost terms.
 */
import { PlanInputError } from "../errors.ts";
import type { AlreadySet, CostKind } from "../model/cost-term.ts";
import type { SiteModel } from "../model/site-model.ts";
import type { SolvedSite } from "../model/solved-site.ts";
import { fieldsOf } from "./plan-options.ts";

export interface LedgerLine {
  /** Name of the asset. */
  readonly asset: string;
  /** e.g. `import energy`, `demand charge 2026-07`. */
  readonly item: string;
  readonly kind: CostKind;
  /** Sum over the plan, USD, positive = cost. */
  readonly usd: number;
  /** By interval; absent for items of a period (the peak of a month, a day, the whole plan). */
  readonly usdByInterval?: Float64Array;
}

export interface Ledger {
  /** One line for each asset, item and kind of cost. */
  readonly lines: readonly LedgerLine[];
  /** Sum of all lines, equal to the objective. */
  readonly totalUsd: number;
  /** Sum by kind; `cash` never includes a penalty or a valuation. */
  readonly usdByKind: Readonly<Record<CostKind, number>>;
  /** Sum of the absolute values of all amounts: the scale of the ledger's rounding. */
  readonly absoluteUsd: number;
  /**
   * Amounts charged before the plan, e.g. for a peak already set in its month. They are not part of the lines, of their
   * sums or of the objective.
   */
  readonly alreadySet: readonly AlreadySet[];
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

interface OpenLine extends Pick<LedgerLine, "asset" | "item" | "kind"> {
  readonly perInterval: boolean;
  /** One per interval, or a single one. */
  readonly amounts: Float64Array;
}

export function decodeLedger(site: SiteModel, solved: SolvedSite): Ledger {
  const lines = new Map<string, OpenLine>();
  const amountsOf = (asset: string, item: string, kind: CostKind, perInterval: boolean): Float64Array => {
    const key = JSON.stringify([asset, item, kind, perInterval]);
    const open = lines.get(key) ?? {
      asset,
      item,
      kind,
      perInterval,
      amounts: new Float64Array(perInterval ? site.time.count : 1),
    };
    lines.set(key, open);
    return open.amounts;
  };
  for (const { columns, item, kind, usdPerUnit } of site.costTerms) {
    const { asset, perInterval, from, count } = columns;
    const amounts = amountsOf(asset, item, kind, perInterval);
    const values = solved.values(columns);
    const first = perInterval ? from : 0;
    for (let i = 0; i < count; i++)
      amounts[first + i] += values[first + i] * (typeof usdPerUnit === "number" ? usdPerUnit : usdPerUnit[from + i]);
  }
  for (const { asset, item, kind, usd } of site.constantCosts) {
    const isNumber = typeof usd === "number";
    const amounts = amountsOf(asset, item, kind, !isNumber);
    for (let t = 0; t < amounts.length; t++) amounts[t] += isNumber ? usd : usd[t];
  }
  return { ...total([...lines.values()]), alreadySet: site.alreadySet };
}

/**
 * Every nonzero amount of a ledger, or of the ledger of a plan, one by one. Charges from before the plan (`alreadySet`)
 * are left out.
 *
 * @throws PlanInputError if there is no ledger, as in the result of an infeasible plan.
 */
export function* ledgerEntries(source: Ledger | { readonly ledger: Ledger }): Generator<LedgerEntry> {
  const ledger = ledgerOf(source);
  for (const { asset, item, kind, usd, usdByInterval } of ledger.lines) {
    if (!usdByInterval) yield { asset, item, kind, usd };
    else
      for (let t = 0; t < usdByInterval.length; t++) {
        if (usdByInterval[t] !== 0) yield { asset, interval: t, item, kind, usd: usdByInterval[t] };
      }
  }
}

function ledgerOf(source: Ledger | { readonly ledger: Ledger }): Ledger {
  const { lines, ledger, status } = fieldsOf("ledgerEntries", source, "the ledger of a plan") as {
    readonly lines?: unknown;
    readonly ledger?: Ledger;
    readonly status?: unknown;
  };
  if (Array.isArray(lines)) return source as Ledger;
  if (ledger && Array.isArray(ledger.lines)) return ledger;
  const given = typeof status === "string" ? `a result that is ${status}` : "an object without lines";
  throw new PlanInputError([{ path: "ledgerEntries", given, wanted: "the ledger of a plan", fix: "pass plan.ledger" }]);
}

function total(open: readonly OpenLine[]): Omit<Ledger, "alreadySet"> {
  const usdByKind: Record<CostKind, number> = { cash: 0, penalty: 0, expected: 0, valuation: 0, sunk: 0 };
  let totalUsd = 0;
  let absoluteUsd = 0;
  const lines = open.map(({ asset, item, kind, perInterval, amounts }): LedgerLine => {
    let usd = 0;
    for (const amount of amounts) {
      usd += amount;
      absoluteUsd += Math.abs(amount);
    }
    usdByKind[kind] += usd;
    totalUsd += usd;
    return { asset, item, kind, usd, ...(perInterval && { usdByInterval: amounts }) };
  });
  return { lines, totalUsd, usdByKind, absoluteUsd };
}
