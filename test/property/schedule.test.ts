import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanResult, PowerPlan } from "../../src/plan/plan-result.ts";
import { ledgerEntries } from "../../src/plan/ledger.ts";
import { randomSite, type AssetInput, type SiteInput } from "../support/random-sites.ts";
import { planPower } from "../support/untyped.ts";
import { runs } from "../support/runs.ts";

/** Properties of every plan, recomputed from the series and the input, not from the rows of the model. */

const SEED = 20261122;
const RUNS = runs(150, 15);
const POWER_TOLERANCE_MW = 1e-6;
const ENERGY_TOLERANCE_MWH = 1e-5;

type Series = Readonly<Record<string, Float64Array>>;
interface Planned {
  readonly input: AssetInput;
  readonly series: Series;
}

function assetsOf(site: SiteInput, plan: PowerPlan, kind: string): Planned[] {
  return site.assets
    .filter((asset) => asset.kind === kind)
    .map((input) => ({ input, series: plan.assets[input.name].series as Series }));
}

interface Answered {
  readonly site: SiteInput;
  readonly result: PlanResult;
}

const answers = new Map<number, Answered>();

/** All tests below use the same seeds, so each site is planned once. */
function answered(seed: number): Answered {
  let answer = answers.get(seed);
  if (answer === undefined) {
    const site = randomSite(seed);
    answers.set(seed, (answer = { site, result: planPower(site) }));
  }
  return answer;
}

/** Runs `check` on the plans of random sites; most sites must have a plan. */
function forPlans(check: (site: SiteInput, plan: PowerPlan) => void): void {
  let optima = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const { site, result } = answered(seed);
      if (result.status === "optimal") optima++;
      if (result.status === "optimal") check(site, result);
      else expect(result).toMatchObject({ status: "infeasible", proof: { ok: true } });
    }),
    { seed: SEED, numRuns: RUNS },
  );
  expect(optima).toBeGreaterThan(0.6 * RUNS);
}

describe("every plan of a random site", () => {
  it("balances in every interval", () => {
    forPlans((site, plan) => {
      const net = new Float64Array(site.horizon.count);
      const add = (series: Float64Array, sign: number) => series.forEach((mw, t) => (net[t] += sign * mw));
      for (const { input, series } of assetsOf(site, plan, "grid")) {
        const efficiency = 1 - ((input.lossFraction as number | undefined) ?? 0);
        add(
          series.importMw.map((mw) => mw * efficiency),
          1,
        );
        add(
          series.exportMw.map((mw) => mw / efficiency),
          -1,
        );
      }
      for (const { series } of assetsOf(site, plan, "renewable")) add(series.usedMw, 1);
      for (const { series } of assetsOf(site, plan, "diesel")) add(series.powerMw, 1);
      for (const { series } of assetsOf(site, plan, "battery")) {
        add(series.dischargeMw, 1);
        add(series.chargeMw, -1);
      }
      for (const kind of ["ai-firm", "ai-deferrable", "ai-spot"])
        for (const { series } of assetsOf(site, plan, kind)) add(series.servedMw, -1);
      for (const { series } of assetsOf(site, plan, "mining-fleet")) add(series.powerMw, -1);
      expect(Math.max(...net.map(Math.abs))).toBeLessThan(POWER_TOLERANCE_MW);
      expect(plan.certificate.balanceResidualMw).toBeLessThan(POWER_TOLERANCE_MW);
    });
  });

  it("has a ledger that sums to the objective, and a certificate", () => {
    forPlans((_site, plan) => {
      let total = 0;
      let size = 0;
      for (const { usd } of ledgerEntries(plan.ledger)) {
        total += usd;
        size += Math.abs(usd);
      }
      expect(Math.abs(total - plan.objectiveUsd)).toBeLessThanOrEqual(1e-9 * Math.max(1, size));
      expect(plan.certificate.ok).toBe(true);
      expect(plan.certificate.relativeGap).toBeLessThan(1e-7);
    });
  });

  it("serves firm AI before it mines", () => {
    let shed = 0;
    forPlans((site, plan) => {
      for (let t = 0; t < site.horizon.count; t++) {
        const unserved = assetsOf(site, plan, "ai-firm").reduce((mw, { series }) => mw + series.unservedMw[t], 0);
        if (unserved <= POWER_TOLERANCE_MW) continue;
        shed++;
        const mining = assetsOf(site, plan, "mining-fleet").reduce(
          (mw, { series }) => mw + series.aboveStandbyMw[t],
          0,
        );
        expect(mining, `${t}: ${unserved} MW unserved`).toBeLessThanOrEqual(POWER_TOLERANCE_MW);
      }
    });
    expect(shed).toBeGreaterThan(runs(50, 1));
  });

  it("runs no diesel for mining or export, unless the input allows it", () => {
    let ran = 0;
    forPlans((site, plan) => {
      for (const { input, series } of assetsOf(site, plan, "diesel")) {
        for (let t = 0; t < site.horizon.count; t++) {
          if (series.powerMw[t] <= POWER_TOLERANCE_MW) continue;
          ran++;
          const mining = assetsOf(site, plan, "mining-fleet").reduce(
            (mw, fleet) => mw + fleet.series.aboveStandbyMw[t],
            0,
          );
          const exported = assetsOf(site, plan, "grid").reduce((mw, grid) => mw + grid.series.exportMw[t], 0);
          if (input.allowMining !== true) expect(mining).toBeLessThanOrEqual(POWER_TOLERANCE_MW);
          if (input.allowExport !== true) expect(exported).toBeLessThanOrEqual(POWER_TOLERANCE_MW);
        }
      }
    });
    expect(ran).toBeGreaterThan(runs(80, 1));
  });

  it("never charges and discharges, nor imports and exports, in one interval of an optimal plan", () => {
    forPlans((site, plan) => {
      const together = (a: Float64Array, b: Float64Array) =>
        a.reduce((worst, mw, t) => Math.max(worst, Math.min(mw, b[t])), 0);
      for (const { series } of assetsOf(site, plan, "battery"))
        expect(together(series.chargeMw, series.dischargeMw)).toBeLessThanOrEqual(POWER_TOLERANCE_MW);
      for (const { series } of assetsOf(site, plan, "grid"))
        expect(together(series.importMw, series.exportMw)).toBeLessThanOrEqual(POWER_TOLERANCE_MW);
    });
  });

  it("respects the battery's window, and every stored MWh was charged", () => {
    forPlans((site, plan) => {
      const dt = site.horizon.intervalMinutes / 60;
      for (const { input, series } of assetsOf(site, plan, "battery")) {
        const retained = (1 - ((input.selfDischargePerHour as number | undefined) ?? 0)) ** dt;
        let stored = site.initialState[input.name].storedMwh as number;
        let off = 0;
        for (let t = 0; t < site.horizon.count; t++) {
          stored = retained * stored + 0.948 * dt * series.chargeMw[t] - (dt * series.dischargeMw[t]) / 0.948;
          const floor = (input.minStoredMwh as number | undefined) ?? 0;
          off = Math.max(
            off,
            Math.abs(series.storedMwh[t] - stored),
            stored - (input.maxStoredMwh as number),
            floor - stored,
          );
        }
        expect(off).toBeLessThan(ENERGY_TOLERANCE_MWH);
        const end = input.end as { rule: string; storedMwh?: number } | undefined;
        const before = site.initialState[input.name].storedMwh as number;
        if (end?.rule === "cyclic") expect(stored).toBeCloseTo(before, 5);
        if (end?.rule === "at-least")
          expect(stored).toBeGreaterThanOrEqual((end.storedMwh as number) - ENERGY_TOLERANCE_MWH);
      }
    });
  });

  it("respects the tank and the set-hours", () => {
    let limited = 0;
    forPlans((site, plan) => {
      const dt = site.horizon.intervalMinutes / 60;
      for (const { input, series } of assetsOf(site, plan, "diesel")) {
        const mwh = series.powerMw.reduce((sum, mw) => sum + mw * dt, 0);
        const before = site.initialState[input.name] ?? {};
        if (input.tankL !== undefined) {
          limited++;
          expect(mwh * 263.7).toBeLessThanOrEqual(((before.fuelL ?? input.tankL) as number) + 1e-3);
        }
        if (input.unitHoursCap !== undefined)
          expect(mwh / 2).toBeLessThanOrEqual(
            (input.unitHoursCap as number) - ((before.unitHoursUsed as number | undefined) ?? 0) + 1e-6,
          );
      }
    });
    expect(limited).toBeGreaterThan(runs(20, 1));
  });

  it("respects the limits of grid, weather and rigs", () => {
    forPlans((site, plan) => {
      const at = (value: unknown, t: number) =>
        typeof value === "number" ? value : ((value as readonly number[] | undefined)?.[t] ?? 0);
      let excess = 0;
      for (let t = 0; t < site.horizon.count; t++) {
        for (const { input, series } of assetsOf(site, plan, "grid")) {
          excess = Math.max(
            excess,
            series.importMw[t] - at(input.importLimitMw, t),
            series.exportMw[t] - at(input.exportLimitMw, t),
          );
        }
        for (const { input, series } of assetsOf(site, plan, "renewable")) {
          excess = Math.max(excess, series.usedMw[t] - (input.capacityMw as number) * at(input.availability, t));
        }
      }
      expect(excess).toBeLessThanOrEqual(POWER_TOLERANCE_MW);
      for (const { input, series } of assetsOf(site, plan, "mining-fleet")) {
        expect(
          series.rigsOn.every((rigs) => Number.isInteger(rigs) && rigs >= 0 && rigs <= (input.rigs as number)),
        ).toBe(true);
      }
      for (const [name, { series }] of Object.entries(plan.assets)) {
        for (const [quantity, values] of Object.entries(series as Series)) {
          if (quantity.endsWith("Mw"))
            expect(Math.min(...values), `${name} ${quantity}`).toBeGreaterThanOrEqual(-POWER_TOLERANCE_MW);
        }
      }
    });
  });
});
