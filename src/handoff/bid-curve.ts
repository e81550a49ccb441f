/**
 * The strike stack of a site as a bid to buy: for each interval a staircase of MW over price, by falling price, as
 * day-ahead energy bids and the bids of a controllable load ask for it. With s = strike price of a block at the bus,
 * f = losses of the connection and a = what is paid on top of the market's price, per MWh at the meter:
 *
 *     price at the meter = s (1 - f) - a          MW at the meter = MW at the bus / (1 - f)
 *
 * Supply on the site (sun, battery, gensets) is taken as planned and serves the blocks of the highest prices first, so
 * the staircase is what remains to be bought.
 */
import { PlanInputError, type PlanInputFault } from "../errors.ts";
import type { PowerPlan } from "../plan/plan-result.ts";
import { type ControlledLoad, controlledLoads } from "./loads.ts";
import { planClock } from "./plan-clock.ts";

/** Blocks below this are rounding of the plan, MW. */
const LEAST_MW = 1e-9;
const KW_PER_MW = 1000;

export interface BidCurveOptions {
  /**
   * Price of load that must run (firm AI, jobs as scheduled, standby, a battery that charges), USD/MWh at the meter:
   * usually the market's cap. It has no default.
   */
  readonly firmPriceUsdPerMwh: number;
  /** As the connection's `lossFraction`. Default 0. */
  readonly lossFraction?: number;
  /** As the connection's `importAdderUsdPerMwh` and energy charges: one number, or one per interval. Default 0. */
  readonly adderUsdPerMwh?: number | ArrayLike<number>;
}

/** A block of the staircase: MW from `fromMw` to `toMw`, at the meter, bought up to this price. */
export interface BidStep {
  readonly fromMw: number;
  readonly toMw: number;
  readonly priceUsdPerMwh: number;
  /** The load that yields there; `firm` for load that must run. */
  readonly load: string;
}

export interface BidCurveInterval {
  /** UTC, ISO-8601. */
  readonly start: string;
  readonly end: string;
  /** By falling price; empty where the site buys nothing at any price. */
  readonly steps: readonly BidStep[];
}

/**
 * The bid curve of each interval of a plan.
 *
 * @example
 * const [hour] = bidCurve(plan, { firmPriceUsdPerMwh: 5000, adderUsdPerMwh: 9 });
 * hour.steps; // [{ fromMw: 0, toMw: 30.1, priceUsdPerMwh: 5000, load: "firm" }, { fromMw: 30.1, toMw: 47.6, ... }]
 *
 * @throws PlanInputError for what is not a plan, and for faulty options.
 */
export function bidCurve(plan: PowerPlan, options: BidCurveOptions): BidCurveInterval[] {
  const { firmPriceUsdPerMwh, lossFraction, adderAt } = checked(plan, options);
  const loads = controlledLoads(plan);
  const clock = planClock(plan);
  const supply = Object.values(plan.assets).filter(({ role }) => role === "on-site" || role === "contract");
  return plan.intervalStarts.map((_, t) => {
    const toMeter = (strike: number): number => strike * (1 - lossFraction) - adderAt(t);
    const firmMw = loads.reduce((mw, load) => mw + mustRunMw(plan, load, t), 0);
    // What the site supplies itself; negative where a battery charges.
    const ownMw = supply.reduce((mw, { netBusMw }) => mw + netBusMw[t], 0);
    const blocks = [
      { load: "firm", busMw: firmMw + Math.max(0, -ownMw), priceUsdPerMwh: firmPriceUsdPerMwh },
      ...loads.flatMap((load) =>
        sensitiveBlocks(load, t).map(({ busMw, strike }) => ({
          load: load.asset,
          busMw,
          priceUsdPerMwh: toMeter(strike),
        })),
      ),
    ].toSorted((a, b) => b.priceUsdPerMwh - a.priceUsdPerMwh);
    return {
      start: clock.utc(t),
      end: clock.utc(t + 1),
      steps: residual(blocks, Math.max(0, ownMw), 1 - lossFraction),
    };
  });
}

interface Block {
  readonly load: string;
  readonly busMw: number;
  readonly priceUsdPerMwh: number;
}

/** What of the blocks is left to buy once `ownMw` of supply has served the first ones. */
function residual(blocks: readonly Block[], ownMw: number, efficiency: number): BidStep[] {
  let leftMw = ownMw;
  let fromMw = 0;
  return blocks.flatMap(({ load, busMw, priceUsdPerMwh }): BidStep[] => {
    const served = Math.min(leftMw, busMw);
    leftMw -= served;
    const boughtMw = (busMw - served) / efficiency;
    if (boughtMw <= LEAST_MW) return [];
    const step = { fromMw, toMw: fromMw + boughtMw, priceUsdPerMwh, load };
    fromMw = step.toMw;
    return [step];
  });
}

/** Load of an asset that does not depend on the price of the interval, MW at the bus. */
function mustRunMw({ assets }: PowerPlan, load: ControlledLoad, t: number): number {
  if (load.fleet) return load.fleet.fleet.standbyMw;
  if (load.strikeUsdPerMwh(t) !== undefined) return 0;
  const { unservedMw } = assets[load.asset].series as { readonly unservedMw?: Float64Array };
  return load.levelKw(t) / KW_PER_MW + (unservedMw?.[t] ?? 0);
}

/** Blocks of an asset that yield at a price: a fleet's steps from mode to mode, or a whole spot load. */
function sensitiveBlocks(load: ControlledLoad, t: number): { readonly busMw: number; readonly strike: number }[] {
  if (load.fleet) {
    const { fleet, modes } = load.fleet;
    return modes.slice(1).map(({ powerW, strikeUsdPerMwh }, k) => ({
      busMw: (fleet.rigs * fleet.uptime * fleet.pue * (powerW - modes[k].powerW)) / 1e6,
      strike: strikeUsdPerMwh?.[t] ?? 0,
    }));
  }
  const strike = load.strikeUsdPerMwh(t);
  return strike === undefined ? [] : [{ busMw: (load.freeKw(t) ?? load.levelKw(t)) / KW_PER_MW, strike }];
}

function checked(plan: PowerPlan, options: BidCurveOptions) {
  const faults: PlanInputFault[] = [];
  const { assets, intervalStarts } = (plan ?? {}) as Partial<PowerPlan>;
  if (!assets || !Array.isArray(intervalStarts))
    faults.push({
      path: "bidCurve",
      given: "something without a schedule",
      wanted: "a plan",
      fix: "pass a result of planPower whose status is optimal",
    });
  const { firmPriceUsdPerMwh, lossFraction = 0, adderUsdPerMwh = 0 } = (options ?? {}) as BidCurveOptions;
  const report = (path: string, given: unknown, wanted: string, fix: string): void =>
    void faults.push({ path: `bidCurve options.${path}`, given: String(given).slice(0, 60), wanted, fix });
  if (!Number.isFinite(firmPriceUsdPerMwh))
    report("firmPriceUsdPerMwh", firmPriceUsdPerMwh ?? "nothing", "a number", "give the cap of the market, USD/MWh");
  if (!(lossFraction >= 0 && lossFraction < 1))
    report("lossFraction", lossFraction, "0 to below 1", "give the connection's lossFraction");
  const adders = typeof adderUsdPerMwh === "number" ? [adderUsdPerMwh] : Array.from(adderUsdPerMwh ?? []);
  const count = intervalStarts?.length ?? 1;
  if ((adders.length !== 1 && adders.length !== count) || !adders.every(Number.isFinite))
    report("adderUsdPerMwh", `${adders.length} values`, `a number, or ${count} numbers`, "give one per interval");
  if (faults.length > 0) throw new PlanInputError(faults);
  return { firmPriceUsdPerMwh, lossFraction, adderAt: (t: number) => adders[adders.length === 1 ? 0 : t] };
}
