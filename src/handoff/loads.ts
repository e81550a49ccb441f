/** The loads of a plan that executors control: AI loads and mining fleets, by properties of their readings. */
import type { Reading } from "../assets/index.ts";
import type { PowerPlan } from "../plan/plan-result.ts";
import { type Fleet, hasSameRigs, kw } from "./fleet-levels.ts";

/** Power below this is rounding of the plan, kW. */
const LEAST_KW = 1e-3;

/** One load, with its level in each interval. */
export interface ControlledLoad {
  readonly asset: string;
  readonly side: "ai" | "mining";
  /** Present for fleets, which run in whole rigs. */
  readonly fleet?: Fleet;
  levelKw(t: number): number;
  /** What it would draw without the plan; undefined where the plan alone says when it runs. */
  freeKw(t: number): number | undefined;
  /** Price of power above which it yields, USD/MWh; undefined where it has no such price. */
  strikeUsdPerMwh(t: number): number | undefined;
  isSameLevel(before: number, t: number): boolean;
}

type Series = Readonly<Record<string, Float64Array | undefined>>;

export function controlledLoads({ assets }: PowerPlan): ControlledLoad[] {
  return Object.entries(assets).flatMap(([asset, reading]): ControlledLoad[] => {
    if (reading.role === "mining") return [miningLoad(asset, reading)];
    return reading.role === "ai-load" ? [aiLoad(asset, reading)] : [];
  });
}

function aiLoad(asset: string, { netBusMw, series }: Reading): ControlledLoad {
  const { demandMw, revenueUsdPerMwh } = series as Series;
  const levelKw = (t: number): number => Math.max(0, kw(-netBusMw[t]));
  const load: ControlledLoad = {
    asset,
    side: "ai",
    levelKw,
    freeKw: (t) => demandMw && kw(demandMw[t]),
    strikeUsdPerMwh: (t) => revenueUsdPerMwh?.[t],
    isSameLevel: (before, t) => levelKw(before) === levelKw(t) && isLimited(load, before) === isLimited(load, t),
  };
  return load;
}

function miningLoad(asset: string, reading: Reading): ControlledLoad {
  if (!("fleet" in reading)) return { ...aiLoad(asset, reading), side: "mining" };
  const fullKw = kw(reading.fleet.fullMw);
  return {
    asset,
    side: "mining",
    fleet: reading,
    levelKw: (t) => kw(reading.series.wholeRigsMw[t]),
    freeKw: () => fullKw,
    strikeUsdPerMwh: (t) => reading.series.strikeUsdPerMwh[t],
    isSameLevel: (before, t) => hasSameRigs(reading, before, t),
  };
}

/** Whether the plan gives the load less, or at other times, than it would take. */
export function isLimited(load: ControlledLoad, t: number): boolean {
  const freeKw = load.freeKw(t);
  return freeKw === undefined || Math.abs(load.levelKw(t) - freeKw) > LEAST_KW;
}
