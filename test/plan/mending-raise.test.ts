import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/input/parse-plan.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { elasticProgram } from "../../src/plan/elastic-program.ts";
import { mendingRaise } from "../../src/plan/mending-raise.ts";
import { drain } from "../../src/solvers/drain.ts";
import { prepareLp } from "../../src/solvers/prepare-lp.ts";
import { battery, diesel, firm, grid, horizon } from "../support/small-sites.ts";

function raise(input: unknown, asset: string, limit: string, span: { interval: number; miss: number }[]): number | undefined {
  const built = buildSite(parsePlan(input));
  const elastic = elasticProgram(built.lp, built.site);
  const prepared = prepareLp(elastic);
  const block = built.site.limits.find((found) => found.block.asset === asset && found.limit === limit)!.block;
  return drain(mendingRaise(built, prepared, elastic, prepared.resolve().objective, block, span, {}));
}
const must = (facilityMw: unknown = 30) => firm({ facilityMw, vollUsdPerMwh: undefined });

describe("mendingRaise", () => {
  it("the limit at which nothing is missed, losses on the way included", () => {
    // 30 at the bus, of 20 x 0.9 = 18: 12 missing are 13.33 at the meter.
    const site = { horizon: horizon(1), assets: [grid({ importLimitMw: 20, lossFraction: 0.1 }), must()] };
    expect(raise(site, "grid", "importLimitMw", [{ interval: 0, miss: 12 }])).toBeCloseTo(20 + 12 / 0.9, 9);
  });

  it("over a span where it is missed most, also where a rule's row holds the limit too", () => {
    const site = { horizon: horizon(2), assets: [grid({ importLimitMw: 20, exportLimitMw: 5, exportPriceUsdPerMwh: 20 }), must([24, 30])] };
    expect(raise(site, "grid", "importLimitMw", [{ interval: 0, miss: 4 }, { interval: 1, miss: 10 }])).toBeCloseTo(30, 9);
  });

  it("nothing where raising it is not enough: the battery is all but empty, the tank dry", () => {
    // 10 MW missing; 5 MWh x 0.8 = 4 MWh in store, whatever its power. (5 MW of limit, so 6 are missed: raised to 11.)
    const site = (storedMwh: number) => ({ horizon: horizon(1), initialState: { bess: { storedMwh } }, assets: [grid({ importLimitMw: 20 }), must(), battery()] });
    expect(raise(site(5), "bess", "dischargeLimitMw", [{ interval: 0, miss: 6 }])).toBeUndefined();
    expect(raise(site(20), "bess", "dischargeLimitMw", [{ interval: 0, miss: 5 }])).toBeCloseTo(10, 9);
    const dry = { horizon: horizon(1), assets: [grid({ importLimitMw: 20 }), must(), diesel({ sets: 2, tankL: 1100 })] };
    expect(raise(dry, "gensets", "sets", [{ interval: 0, miss: 6 }])).toBeUndefined();
  });

  it("nothing for a limit that gives no power there", () => {
    const site = { horizon: horizon(1), initialState: { bess: { storedMwh: 20 } }, assets: [grid({ importLimitMw: 20 }), must(), battery()] };
    expect(raise(site, "bess", "chargeLimitMw", [{ interval: 0, miss: 5 }])).toBeUndefined();
    expect(raise(site, "bess", "maxStoredMwh", [{ interval: 0, miss: 5 }])).toBeUndefined();
  });
});
