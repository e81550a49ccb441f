import { describe, expect, it } from "vitest";
import { ExclusiveProgram } from "../../src/branch/exclusive-program.ts";
import { tightened } from "../../src/branch/tightened.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { rulePairs } from "../../src/plan/either-or-check.ts";
import { withoutImpliedRules } from "../../src/plan/implied-rules.ts";
import { bestByTrial, optimumOf, randomChain } from "../support/exclusive-case.ts";
import { solveExclusive } from "../support/exclusive-oracle.ts";
import { ruleBreakingSite } from "../support/rule-breaking-sites.ts";
import { battery, firm, grid, horizon, renewable } from "../support/small-sites.ts";
import { runs } from "../support/runs.ts";

describe("tightened", () => {
  // Load 8 MW, wind of 20 MW, a battery of 5 MW with 2 MWh in store (0.8 each way: 1.6 MW for an hour) and room for 20.
  // In the first hour export takes at most 20 + 1.6 - 8 = 13.6 of 30 MW, import at most 8 + 5 = 13 of 40.
  it("tightens export to own supply minus the least load, and import to the load plus charging", () => {
    const built = buildSite(
      parseRequest({
        horizon: horizon(2),
        initialState: { bess: { storedMwh: 2 } },
        assets: [
          grid({ importLimitMw: 40, importPriceUsdPerMwh: 30, exportLimitMw: 30, exportPriceUsdPerMwh: 80 }),
          firm({ facilityMw: 8, vollUsdPerMwh: undefined }),
          renewable({ availability: 1 }),
          battery(),
        ],
      }),
    );
    const lean = withoutImpliedRules(built);
    const { lp } = tightened(lean);
    const upper = (name: string) =>
      lp.colUpper[built.site.columnBlocks.find((block) => block.name === name)?.start ?? -1];
    expect(upper("exportMw")).toBeCloseTo(13.6, 6);
    expect(upper("importMw")).toBeCloseTo(13, 6);
    expect(upper("dischargeMw")).toBeCloseTo(1.6, 6);
    expect(upper("storedMwh")).toBeCloseTo(6, 6);
    expect(optimumOf(lp).objective).toBeGreaterThan(optimumOf(lean.lp).objective + 1);
  });

  it("shares the simplex of the program unless a coefficient changes: factors belong to a matrix", () => {
    let [same, other] = [0, 0];
    for (let seed = 0; seed < 12; seed++) {
      const { lp, pairs } = randomChain(seed, 4);
      const wide = new ExclusiveProgram(lp, pairs);
      const narrow = tightened(wide);
      const isSame = narrow.lp.value.every((value, k) => value === lp.value[k]);
      expect(narrow.simplex === wide.simplex, `seed ${seed}`).toBe(isSame);
      const again = tightened(new ExclusiveProgram(narrow.lp, pairs, undefined, narrow.simplex));
      if (again.lp.value === narrow.lp.value) same++;
      if (!isSame) other++;
    }
    expect(Math.min(same, other)).toBeGreaterThan(0);
  });

  it("excludes no optimum of a chain", () => {
    let raised = 0;
    for (let seed = 0; seed < runs(60, 12); seed++) {
      const { lp, sides, pairs } = randomChain(seed, 4);
      const narrow = tightened(new ExclusiveProgram(lp, pairs)).lp;
      const best = bestByTrial(lp, sides);
      if (best === Infinity) continue;
      expect(Math.abs(bestByTrial(narrow, sides) - best), `seed ${seed}`).toBeLessThanOrEqual(
        1e-6 * Math.max(1, Math.abs(best)),
      );
      if (optimumOf(narrow).objective > optimumOf(lp).objective + 1e-6) raised++;
    }
    expect(raised).toBeGreaterThan(runs(5, 0));
  });

  it("excludes no optimum of a site, by HiGHS with binaries", () => {
    for (let seed = 0; seed < runs(40, 4); seed++) {
      const built = buildSite(parseRequest(ruleBreakingSite(seed, 10)));
      const lean = withoutImpliedRules(built);
      const count = built.site.eitherOrs.length * built.site.time.count;
      const [wide, narrow] = [built.lp, tightened(lean).lp].map((lp) =>
        solveExclusive(lp, rulePairs(built.site), count),
      );
      if (wide.status === "unknown" || narrow.status === "unknown") continue;
      expect(narrow.status, `seed ${seed}`).toBe(wide.status);
      if (wide.status === "optimal")
        expect(
          Math.abs(narrow.objective - wide.objective) / Math.max(1, Math.abs(wide.objective)),
          `seed ${seed}`,
        ).toBeLessThan(1e-6);
    }
  });
});
