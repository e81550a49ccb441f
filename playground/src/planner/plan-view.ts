/**
 * What the page shows of a result: series by asset, money by item, limits, conflicts. The result itself stays in the
 * worker, for the questions and exports; the page receives only what it draws.
 */
import type { CostKind, Conflict, PlanResult, PowerPlan, Warning } from "wattsplit";
import { ledgerItems } from "wattsplit/report";

export type Role = PowerPlan["assets"][string]["role"];

export interface AssetView {
  readonly name: string;
  readonly role: Role;
  /** Power given to the site (> 0) or drawn from it (< 0), MW per interval. */
  readonly netMw: Float64Array;
  /** Price of power above which a fleet sleeps, USD/MWh per interval. */
  readonly strikeUsdPerMwh?: Float64Array;
  /** What is in store at the end of each interval, in `unit`. */
  readonly store?: { readonly unit: "MWh" | "L"; readonly amount: Float64Array };
}

export interface CallView {
  readonly asset: string;
  readonly interval: number;
  readonly count: number;
  readonly capMw: number;
}

export interface LedgerItemView {
  readonly asset: string;
  readonly item: string;
  readonly kind: CostKind;
  readonly usd: number;
}

export interface LimitView {
  readonly asset: string;
  /** The input field. */
  readonly limit: string;
  /** Sum of its shadow prices over the plan, USD per unit of the limit; 0: it never binds. */
  readonly usdPerUnit: number;
}

export interface Totals {
  readonly aiMwh: number;
  readonly unservedMwh: number;
  readonly miningMwh: number;
  readonly importMwh: number;
  readonly peakImportMw: number;
  readonly dieselMwh: number;
}

export interface ScheduleView {
  readonly objectiveUsd: number;
  readonly assets: readonly AssetView[];
  /** Value of power at the site bus. */
  readonly powerUsdPerMwh: Float64Array;
  readonly calls: readonly CallView[];
  readonly ledger: readonly LedgerItemView[];
  readonly limits: readonly LimitView[];
  readonly totals: Totals;
  readonly isProven: boolean;
  readonly relativeGap: number;
  readonly programSize: string;
}

export interface PlanView {
  readonly name: string;
  readonly status: PlanResult["status"];
  readonly detail: string;
  /** Absent where there is no plan. */
  readonly schedule?: ScheduleView;
  readonly conflicts: readonly Conflict[];
  readonly irreducible?: string;
  readonly warnings: readonly Warning[];
  readonly notices: readonly string[];
  /** Time of this answer in the worker, ms. */
  readonly tookMs: number;
}

export function planView(result: PlanResult, tookMs: number): PlanView {
  const { name, status, warnings, notices } = result;
  const plan =
    result.status === "optimal" ? result : result.status === "branching-limit" ? result.incumbent : undefined;
  return {
    name,
    status,
    detail: result.detail ?? "",
    ...(plan && { schedule: scheduleView(plan) }),
    conflicts: result.status === "infeasible" ? result.conflicts : [],
    ...(result.status === "infeasible" && result.irreducible && { irreducible: result.irreducible.sentence }),
    warnings,
    notices,
    tookMs,
  };
}

function scheduleView(plan: PowerPlan): ScheduleView {
  const { assets, prices, ledger, certificate, solver, objectiveUsd } = plan;
  return {
    objectiveUsd,
    assets: Object.entries(assets).map(([name, reading]) => assetView(name, reading)),
    powerUsdPerMwh: prices.powerUsdPerMwh,
    calls: Object.entries(assets).flatMap(([asset, reading]) =>
      "calls" in reading
        ? reading.calls.map(({ interval, capMw }) => ({ asset, interval, count: capMw.length, capMw: capMw[0] }))
        : [],
    ),
    ledger: ledgerItems(ledger.lines),
    limits: prices.limits.map(({ asset, limit, value }) => ({ asset, limit, usdPerUnit: sum(value) })),
    totals: totals(plan),
    isProven: certificate.ok,
    relativeGap: certificate.relativeGap,
    programSize: `${solver.rows} rows, ${solver.columns} columns`,
  };
}

function assetView(name: string, reading: PowerPlan["assets"][string]): AssetView {
  const { role, netBusMw, series, storage } = reading;
  return {
    name,
    role,
    netMw: netBusMw,
    ...("strikeUsdPerMwh" in series && { strikeUsdPerMwh: series.strikeUsdPerMwh }),
    ...(storage && { store: { unit: "MWh" as const, amount: storage.storedMwh } }),
    ...("tankL" in series && series.tankL && { store: { unit: "L" as const, amount: series.tankL } }),
  };
}

function totals({ assets, stepHours }: PowerPlan): Totals {
  const readings = Object.values(assets);
  const drawnMwh = (role: Role) =>
    readings.reduce((mwh, reading) => (reading.role === role ? mwh - sum(reading.netBusMw) * stepHours : mwh), 0);
  const imports = readings.flatMap(({ series }) => ("importMw" in series ? [series.importMw] : []));
  const siteImportMw = imports[0]?.map((_, t) => imports.reduce((mw, series) => mw + series[t], 0)) ?? [];
  return {
    aiMwh: drawnMwh("ai-load"),
    unservedMwh: readings.reduce((mwh, { service }) => mwh + (service?.unservedMwh ?? 0), 0),
    miningMwh: drawnMwh("mining"),
    importMwh: sum(siteImportMw) * stepHours,
    peakImportMw: siteImportMw.reduce((most, mw) => Math.max(most, mw), 0),
    dieselMwh: readings.reduce((mwh, { backup }) => mwh + (backup?.energyMwh ?? 0), 0),
  };
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let t = 0; t < values.length; t++) total += values[t];
  return total;
}
