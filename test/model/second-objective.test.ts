import { describe, expect, it } from "vitest";
import { secondObjective } from "../../src/model/second-objective.ts";
import { emptySite } from "../support/plans.ts";
import { battery, bitcoin, firm, fleet, grid, horizon, renewable } from "../support/small-sites.ts";
import { planPower } from "../support/untyped.ts";

it("weighs by hours, tells twins by their names and not by their order, and leaves the rest at 0", () => {
  // Half hours; two names, so the second of them weighs 1 / 2 x 5 % more: 0.5 x 2 x 1.025.
  const weights = (...names: string[]) => {
    const site = emptySite(3, 30);
    site.addSeries("x", "other", { unit: "MW" });
    for (const name of names)
      site.preferLess(site.addSeries(name, "mw", { unit: "MW", from: 1 }), name === "b" ? 2 : Float64Array.of(-4, 6));
    return [...secondObjective(site)];
  };
  expect(weights("a", "b")).toEqual([0, 0, 0, -2, 3, 1.025, 1.025]);
  expect(weights("b", "a")).toEqual([0, 0, 0, 1.025, 1.025, -2, 3]);
});

/** Series of a plan of four hours, as `asset series`. */
function planned(assets: readonly unknown[], over: Readonly<Record<string, unknown>> = {}): (path: string) => number[] {
  const plan = planPower({ horizon: horizon(4), assets, ...over });
  if (plan.status !== "optimal") throw new Error(`${plan.status}: ${plan.detail}`);
  return (path) => {
    const [asset, series] = path.split(" ");
    return [...(plan.assets[asset].series as Readonly<Record<string, Float64Array>>)[series]].map(
      (mw) => Math.round(mw * 1e6) / 1e6 + 0,
    );
  };
}

describe("of schedules that cost the same, by hand", () => {
  it("the battery rests: at a price of 0 cycling is free, and there is none", () => {
    const site = [grid({ importPriceUsdPerMwh: 0 }), firm({ facilityMw: 20 }), battery({ end: { rule: "cyclic" } })];
    const at = planned(site, { initialState: { bess: { storedMwh: 10 } } });
    expect([at("bess chargeMw"), at("bess dischargeMw")]).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  it("wind goes before import at a price of 0", () => {
    // 10 MW of wind, 8 MW of load, neither costs anything.
    const at = planned([grid({ importPriceUsdPerMwh: 0 }), firm({ facilityMw: 8 }), renewable()]);
    expect([at("grid importMw"), at("wind usedMw")]).toEqual([
      [0, 0, 0, 0],
      [8, 8, 8, 8],
    ]);
  });

  it("work that may wait is done early", () => {
    // 6 MWh at 3 MW at most, any time: the first two hours.
    const job = {
      name: "job",
      energyFacilityMwh: 6,
      release: "2026-07-14T00:00:00-05:00",
      deadline: "2026-07-14T04:00:00-05:00",
      maxMw: 3,
    };
    expect(planned([grid(), { kind: "ai-deferrable", name: "batch", jobs: [job] }])("batch servedMw")).toEqual([
      3, 3, 0, 0,
    ]);
  });

  it("of twin fleets under one import limit the first by name runs, in whatever order they are given", () => {
    // 40 MW of import, 30 of firm load: 10 MW are left for two fleets of 10 MW.
    const site = [grid({ importLimitMw: 40 }), firm(), fleet({ name: "b" }), fleet({ name: "a" })];
    for (const assets of [site, site.toReversed()]) {
      const at = planned(assets, { bitcoin });
      expect([at("a powerMw"), at("b powerMw")]).toEqual([
        [10, 10, 10, 10],
        [0, 0, 0, 0],
      ]);
    }
  });

  it("the more efficient fleet runs before one that earns as much by cheaper upkeep", () => {
    // Strike prices 41.667 x 48 / 25 = 80 at no upkeep, and 41.667 x 48 / 20 - 20 = 80 with 20 USD/MWh of it.
    const better = fleet({ name: "z", rig: { hashrateThPerS: 125, powerW: 2500 }, omUsdPerMwh: 20 });
    const at = planned([grid({ importLimitMw: 40 }), firm(), fleet({ name: "a" }), better], { bitcoin });
    expect([at("a powerMw"), at("z powerMw")]).toEqual([
      [0, 0, 0, 0],
      [10, 10, 10, 10],
    ]);
  });
});
