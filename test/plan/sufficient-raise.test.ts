import { describe, expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import type { OptimalSolution } from "../../src/lp/solution.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { elasticProgram } from "../../src/plan/elastic-program.ts";
import { sufficientRaise } from "../../src/plan/sufficient-raise.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { battery, diesel, firm, grid, horizon } from "../support/small-sites.ts";

/** `range`: the field's range; `intervals`: where the limit binds, all by default. */
function raise(
  input: unknown,
  asset: string,
  limit: string,
  range: readonly [number, number],
  intervals?: readonly number[],
): number | undefined {
  const built = buildSite(parseRequest(input));
  const missed = solveLp(elasticProgram(built.lp, built.site), { solver: dualSimplex }) as OptimalSolution;
  return drain(
    sufficientRaise(built, missed, { asset, limit, range, bindsIn: (t) => intervals?.includes(t) ?? true }, {}),
  );
}
const must = (facilityMw: unknown = 30) => firm({ facilityMw, vollUsdPerMwh: undefined });

describe("sufficientRaise", () => {
  it("the limit at which nothing is missed, losses on the way included, rounded up to six figures", () => {
    // 30 at the bus, of 20 x 0.9 = 18: 12 missing are 13.33 at the meter.
    const site = { horizon: horizon(1), assets: [grid({ importLimitMw: 20, lossFraction: 0.1 }), must()] };
    expect(raise(site, "grid", "importLimitMw", [20, 20])).toBe(33.3334);
  });

  it("one level for all intervals, also where a rule's row holds the limit too", () => {
    const site = {
      horizon: horizon(2),
      assets: [grid({ importLimitMw: 20, exportLimitMw: 5, exportPriceUsdPerMwh: 20 }), must([24, 30])],
    };
    expect(raise(site, "grid", "importLimitMw", [20, 20])).toBeCloseTo(30, 9);
  });

  it("of a series, where it holds: an outage needs more than the other hours", () => {
    const site = { horizon: horizon(3), assets: [grid({ importLimitMw: [20, 0, 20] }), must([20, 30, 25])] };
    expect(raise(site, "grid", "importLimitMw", [0, 20], [1, 2])).toBeCloseTo(30, 9);
    expect(raise(site, "grid", "importLimitMw", [0, 0], [1])).toBeUndefined(); // hour 2 is short of 5 MW as well
  });

  it(
    "the least that does it, where a store lends a hand: 46 - 40 = 6 MW for an hour, of what is charged an " +
      "hour before 64 % comes back",
    () => {
      // Raised to v in both hours the battery charges v - 40 in the first, and 0.64 (v - 40) + v = 46.
      const site = {
        horizon: horizon(2),
        initialState: { bess: { storedMwh: 0 } },
        assets: [grid({ importLimitMw: 40 }), must([40, 46]), battery()],
      };
      expect(raise(site, "bess", "dischargeLimitMw", [5, 5])).toBeUndefined();
      expect(raise(site, "grid", "importLimitMw", [40, 40])).toBe(43.6586);
    },
  );

  it("in the field's own unit: whole sets, a share of the sun", () => {
    // 7 MW missing are 3.5 sets of 2 MW on top of 4; 7 of 20 MW on top of a share of 0.1.
    const sets = { horizon: horizon(1), assets: [grid({ importLimitMw: 15 }), must(), diesel({ sets: 4, unitMw: 2 })] };
    expect(raise(sets, "gensets", "sets", [4, 4])).toBe(8);
    const sun = {
      horizon: horizon(1),
      assets: [
        grid({ importLimitMw: 21 }),
        must(),
        { kind: "renewable", name: "sun", technology: "solar", capacityMw: 20, availability: 0.1 },
      ],
    };
    expect(raise(sun, "sun", "availability", [0.1, 0.1])).toBe(0.45);
  });

  it("nothing beyond what the field takes: 30 of 20 MW of sun, 15,000 MW of import", () => {
    const sun = {
      horizon: horizon(1),
      assets: [must(), { kind: "renewable", name: "sun", technology: "solar", capacityMw: 20, availability: 0.5 }],
    };
    expect(raise(sun, "sun", "availability", [0.5, 0.5])).toBeUndefined();
    const large = {
      horizon: horizon(1),
      assets: [grid({ importLimitMw: 9000 }), must(9000), { ...must(6000), name: "more" }],
    };
    expect(raise(large, "grid", "importLimitMw", [9000, 9000])).toBeUndefined();
  });

  it("returns nothing if raising it is not enough: the battery is almost empty, the tank is empty", () => {
    // 10 MW missing; 5 MWh x 0.8 = 4 MWh in store, whatever its power.
    const site = (storedMwh: number) => ({
      horizon: horizon(1),
      initialState: { bess: { storedMwh } },
      assets: [grid({ importLimitMw: 20 }), must(), battery()],
    });
    expect(raise(site(5), "bess", "dischargeLimitMw", [5, 5])).toBeUndefined();
    expect(raise(site(20), "bess", "dischargeLimitMw", [5, 5])).toBeCloseTo(10, 9);
    const dry = {
      horizon: horizon(1),
      assets: [grid({ importLimitMw: 20 }), must(), diesel({ sets: 2, tankL: 1100 })],
    };
    expect(raise(dry, "gensets", "sets", [2, 2])).toBeUndefined();
  });

  it("nothing for a limit that does not help", () => {
    const site = {
      horizon: horizon(1),
      initialState: { bess: { storedMwh: 20 } },
      assets: [grid({ importLimitMw: 20 }), must(), battery()],
    };
    expect(raise(site, "bess", "chargeLimitMw", [5, 5])).toBeUndefined();
    expect(raise(site, "bess", "maxStoredMwh", [20, 20])).toBeUndefined();
  });
});
