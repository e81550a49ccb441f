import { describe, expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import type { OptimalSolution } from "../../src/lp/solution.ts";
import { checkSolution } from "../../src/lp/check-solution.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { brokenRules } from "../../src/plan/either-or-check.ts";
import { withoutImpliedRules } from "../../src/plan/implied-rules.ts";
import { tiedOptimum } from "../../src/plan/tied-optimum.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { battery, firm, grid, horizon } from "../support/small-sites.ts";

// Two hours, 20 MW of demand, a lossy battery (0.8 each way) of 5 MW, half full, that ends where it began.
// Charging c and discharging 0.64 c leaves the store as it is and costs 0.36 c of power.
const site = (...importPriceUsdPerMwh: number[]) =>
  buildSite(
    parseRequest({
      horizon: horizon(2),
      initialState: { bess: { storedMwh: 10 } },
      assets: [grid({ importPriceUsdPerMwh }), firm({ facilityMw: 20 }), battery({ end: { rule: "cyclic" } })],
    }),
  );

/** The point with c = 2, d = 1.28 in the first hour; at a zero price it costs nothing, so it is an optimum. */
function mixed(built: ReturnType<typeof site>, free: OptimalSolution): OptimalSolution {
  const x = new Float64Array(built.lp.numCols);
  const put = (name: string, values: number[]) => {
    const block = built.site.columnBlocks.find((columns) => columns.name === name);
    if (block === undefined) throw new Error(`no block ${name}`);
    x.set(values, block.start);
  };
  put("importMw", [20.72, 20]);
  put("chargeMw", [2, 0]);
  put("dischargeMw", [1.28, 0]);
  put("storedMwh", [10, 10]);
  return { ...free, x };
}

describe("keepEitherOr", () => {
  it("turns a tie at a zero price into an optimum of equal cost that satisfies the rule", () => {
    const built = site(0, 0);
    const free = solveLp(built.lp);
    if (free.status !== "optimal") throw new Error(free.status);
    const tie = mixed(built, free);
    expect(checkSolution(built.lp, tie).ok).toBe(true);
    expect(brokenRules(built.site, tie.x)).toHaveLength(1);

    const retained = drain(tiedOptimum(withoutImpliedRules(built), tie, {}));
    if (retained?.status !== "optimal") throw new Error("nothing retained");
    expect(brokenRules(built.site, retained.x)).toEqual([]);
    expect(retained.objective).toBeCloseTo(0, 9);
    // The free program's prices still prove it.
    expect(checkSolution(built.lp, retained).ok).toBe(true);
  });

  it("returns the solution itself if no rule is violated", () => {
    const built = site(25, 30);
    const free = solveLp(built.lp);
    if (free.status !== "optimal") throw new Error(free.status);
    expect(drain(tiedOptimum(withoutImpliedRules(built), free, {}))).toBe(free);
  });

  it("passes on why a further solve did not finish, instead of branching on a tie", () => {
    const built = site(0, 0);
    const free = solveLp(built.lp);
    if (free.status !== "optimal") throw new Error(free.status);
    const { basis: _basis, ...tie } = mixed(built, free);
    expect(drain(tiedOptimum(withoutImpliedRules(built), tie, { iterationLimit: 0 }))).toMatchObject({
      status: "iteration-limit",
    });
  });

  it("claims nothing if the rule has a cost (negative price: wasting power is paid)", () => {
    const built = site(-40, -40);
    const free = solveLp(built.lp);
    if (free.status !== "optimal") throw new Error(free.status);
    expect(brokenRules(built.site, free.x).length).toBeGreaterThan(0);
    expect(drain(tiedOptimum(withoutImpliedRules(built), free, {}))).toBeUndefined();
  });
});
