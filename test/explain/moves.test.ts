import { describe, expect, it } from "vitest";
import { movesOf } from "../../src/explain/moves.ts";
import { explained } from "../support/explained-plans.ts";
import { bitcoin, diesel, firm, fleet, grid, horizon } from "../support/small-sites.ts";

type Fields = Readonly<Record<string, unknown>>;

const moves = (site: Fields, asset: string, name: string, scale = 1) => {
  const plan = explained(site);
  const block = plan.built.site.columnBlocks.find((found) => found.asset === asset && found.name === name)!;
  return movesOf(plan, block.start, plan.solution.x[block.start], scale);
};
const near = (usdPerUnit: number, validFor: number, end: string) => ({
  usdPerUnit: expect.closeTo(usdPerUnit, 6),
  validFor: expect.closeTo(validFor, 6),
  end,
});

describe("movesOf by hand", () => {
  it("a sleeping fleet wakes when it earns the missing amount, up to the free import", () => {
    // 100 - 80 = 20 USD/MWh; 33 - 30 = 3 MW, then unserved load at 5000: 4920 more expensive.
    const asleep = moves(
      {
        horizon: horizon(1),
        bitcoin,
        assets: [grid({ importLimitMw: 33, importPriceUsdPerMwh: 100 }), firm(), fleet()],
      },
      "fleet",
      "aboveStandbyMw",
    );
    expect(asleep).toEqual({ up: near(20, 3, "price-changes") });
  });

  it("at a limit, one unit more saves and one unit less costs", () => {
    // 20 MW of import for 30 of load: each is worth 5000 - 30, the last 10 MW missing; past them there is nothing to
    // buy for (0 - 30).
    const limited = moves({ horizon: horizon(1), assets: [grid({ importLimitMw: 20 }), firm()] }, "grid", "importMw");
    expect(limited).toEqual({ up: near(-4970, 10, "infeasible"), down: near(4970, 20, "infeasible") });
  });

  it("at a breakpoint, both thresholds differ from the price of the solver", () => {
    // 40 MW of import for 30 of load and 10 of mining, to the MW: power is worth anything from 80 to 5000... the fleet
    // falls once it earns 80 - 30 less, and cannot rise at all.
    const corner = moves(
      {
        horizon: horizon(1),
        bitcoin,
        assets: [grid({ importLimitMw: 40 }), firm({ vollUsdPerMwh: undefined }), fleet()],
      },
      "fleet",
      "aboveStandbyMw",
    );
    expect(corner).toEqual({
      up: { usdPerUnit: Infinity, validFor: 0, end: "infeasible" },
      down: near(50, 10, "limit"),
    });
  });

  it("diesel between its limits is worth what it replaces: unserved load, or import", () => {
    // 10 MW missing: down, unserved at 5000 - 263.7, to nothing; up, less import, 263.7 - 30, until all 20 MW run.
    const sets = moves(
      { horizon: horizon(1), assets: [grid({ importLimitMw: 20 }), firm(), diesel()] },
      "gensets",
      "powerMw",
    );
    expect(sets).toEqual({ up: near(263.7 - 30, 10, "limit"), down: near(5000 - 263.7, 10, "limit") });
  });

  it("converts to the requested units", () => {
    // A quarter of an hour: 20 USD/MWh are 5 USD per MW and interval.
    const site = {
      horizon: horizon(1, 15),
      bitcoin,
      assets: [grid({ importLimitMw: 33, importPriceUsdPerMwh: 100 }), firm(), fleet()],
    };
    expect(moves(site, "fleet", "aboveStandbyMw").up.usdPerUnit).toBeCloseTo(5, 9);
    expect(moves(site, "fleet", "aboveStandbyMw", 4).up.usdPerUnit).toBeCloseTo(20, 9);
  });
});
