import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { directedProgram } from "../../src/explain/directed-program.ts";
import type { ExplainedPlan } from "../../src/explain/explained-plan.ts";
import { limitDirections } from "../../src/explain/limit-direction.ts";
import { whySteps } from "../../src/explain/why.ts";
import { worthSteps } from "../../src/explain/worth.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { checkSolution } from "../../src/lp/check-solution.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { explainedIfOptimal } from "../support/explained-plans.ts";
import { solveWithHighs } from "../support/highs-oracle.ts";
import { randomSite } from "../support/random-sites.ts";
import { runs } from "../support/runs.ts";

/** Properties of explanations for any plan, against re-solves by HiGHS and sums of their own terms. */

const SEED = 20261122;

/** Explains the optimal plans among random sites; most sites have one. */
function forExplained(numRuns: number, check: (plan: ExplainedPlan, seed: number) => void): void {
  let optima = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const plan = explainedIfOptimal(randomSite(seed));
      if (!plan) return;
      optima++;
      check(plan, seed);
    }),
    { seed: SEED, numRuns },
  );
  expect(optima).toBeGreaterThan(0.6 * numRuns);
}

/** The optimum with moved upper bounds (or both bounds); Infinity if there is no plan. */
function costOf(
  lp: LinearProgram,
  isColumn: boolean,
  places: readonly number[],
  rates: readonly number[],
  s: number,
  bothLimits: boolean,
): number {
  const upper = (isColumn ? lp.colUpper : lp.rowUpper).slice();
  places.forEach((place, k) => {
    upper[place] += s * rates[k];
  });
  const lower = (isColumn ? lp.colLower : lp.rowLower).slice();
  if (bothLimits)
    places.forEach((place, k) => {
      lower[place] += s * rates[k];
    });
  if (upper.some((limit, k) => limit < lower[k])) return Infinity;
  const { status, objective } = solveWithHighs({
    ...lp,
    ...(isColumn ? { colLower: lower, colUpper: upper } : { rowUpper: upper }),
  });
  return status === "optimal" ? objective : status === "infeasible" ? Infinity : NaN;
}

describe("explanations of random plans", () => {
  it("the program with fixed directions has the plan's cost and a proven optimum", () => {
    forExplained(runs(40, 4), ({ fixed, optimum, solution }, seed) => {
      expect(checkSolution(fixed, optimum).ok, `seed ${seed}`).toBe(true);
      expect(
        Math.abs(optimum.objective - solution.objective) / Math.max(1, Math.abs(solution.objective)),
        `seed ${seed}`,
      ).toBeLessThan(1e-7);
    });
  });

  it("the cost terms of every quantity add up to its net, whose sign tells at which limit it is", () => {
    let explainedQuantities = 0;
    forExplained(runs(30, 4), (plan, seed) => {
      const {
        built: {
          request: { assets, time },
        },
        solution,
      } = plan;
      const at = seed % time.count;
      for (const { name } of assets) {
        for (const { terms, netUsd, state, value, lowerBound, upperBound, quantity, perUnit, unit, barredBy } of drain(
          whySteps(plan, { asset: name, at }),
        ).reasons) {
          const where = `seed ${seed}: ${name} ${quantity} at ${at}`;
          const size = terms.reduce((sum, { usd }) => sum + Math.abs(usd), 1);
          expect(Math.abs(terms.reduce((sum, { usd }) => sum + usd, 0) - netUsd), where).toBeLessThan(1e-9 * size);
          // The same figure as the reduced cost of the solution, which the certificate has checked.
          const block = plan.built.site.columnBlocks.find((found) => found.asset === name && found.name === quantity);
          const column = block && block.start + (block.perInterval ? at - block.from : 0);
          if (column !== undefined)
            expect(
              Math.abs(
                netUsd * (perUnit === "USD/MWh" && unit === "MW" ? time.stepHours : 1) - solution.reducedCost[column],
              ),
              where,
            ).toBeLessThan(1e-6 * size);
          // A side that a rule fixes at zero may pay; that is the cost of the rule.
          if (barredBy !== undefined) expect(value, where).toBeLessThan(1e-6);
          else if (netUsd > 1e-5 * size)
            expect(value - lowerBound, where).toBeLessThan(1e-5 * (1 + Math.abs(lowerBound)));
          else if (netUsd < -1e-5 * size)
            expect(upperBound - value, where).toBeLessThan(1e-5 * (1 + Math.abs(upperBound)));
          if (state === "between-bounds") expect(Math.abs(netUsd), where).toBeLessThan(1e-5 * size);
          explainedQuantities++;
        }
      }
    });
    expect(explainedQuantities).toBeGreaterThan(runs(200, 20));
  });

  it("the worth of one unit more and one unit less equals re-solves within its range", () => {
    let compared = 0;
    forExplained(runs(25, 4), (plan, seed) => {
      const {
        built: { site, lp },
        fixed,
      } = plan;
      const directions = limitDirections(site, lp, fixed);
      const base = solveWithHighs(fixed).objective;
      const { limits } = drain(worthSteps(plan, {}));
      // A few limits of each site, because each takes two solves of HiGHS.
      limits
        .filter((_, k) => (k + seed) % 3 === 0)
        .forEach(({ asset, limit, quantity, more, less }) => {
          const { cols, colRates, rows, rowRates, isGiven } = directions.find(
            (found) => found.asset === asset && found.limit === limit && found.quantity === quantity,
          )!;
          const isColumn = cols.length > 0;
          expect(less.usdPerUnit, `seed ${seed}: ${asset} ${limit}`).toBeGreaterThanOrEqual(
            more.usdPerUnit - 1e-6 * (1 + Math.abs(more.usdPerUnit)),
          );
          for (const [side, sign] of [
            [more, 1],
            [less, -1],
          ] as const) {
            if (side.usdPerUnit === Infinity || !(side.validFor > 1e-3)) continue;
            const step = Math.min(side.validFor, 1);
            const cost = costOf(
              fixed,
              isColumn,
              isColumn ? cols : rows,
              isColumn ? colRates : rowRates,
              sign * step,
              isGiven,
            );
            if (Number.isNaN(cost)) continue;
            const slope = (sign * (base - cost)) / step;
            expect(
              Math.abs(slope - side.usdPerUnit),
              `seed ${seed}: ${asset} ${limit} ${sign}: ${slope} for ${side.usdPerUnit}`,
            ).toBeLessThan(1e-5 * (1 + Math.abs(side.usdPerUnit)) + (1e-7 * (1 + Math.abs(base))) / step);
            compared++;
          }
        });
    });
    expect(compared).toBeGreaterThan(runs(60, 6));
  });

  it(
    "without the directions held a unit more saves no more, a unit less no less (the relaxation is free to " +
      "change them)",
    () => {
      let compared = 0;
      forExplained(runs(15, 4), (plan, seed) => {
        const { solution } = plan;
        const [line] = drain(worthSteps(plan, { limit: "importLimitMw" })).limits;
        if (!line) return;
        // The whole model rebuilt, including the valid rows of the rules: the relaxation of a new plan.
        const eps = 1e-4;
        const rebuilt = (s: number) => solveWithHighs(withImport(plan, s)).objective;
        const [more, less] = [(solution.objective - rebuilt(eps)) / eps, (rebuilt(-eps) - solution.objective) / eps];
        const rounding = 1e-3 + 1e-5 * Math.max(Math.abs(more), Math.abs(line.less.usdPerUnit));
        if (Number.isFinite(more)) expect(more, `seed ${seed}`).toBeGreaterThanOrEqual(line.more.usdPerUnit - rounding);
        if (Number.isFinite(less)) expect(less, `seed ${seed}`).toBeLessThanOrEqual(line.less.usdPerUnit + rounding);
        compared++;
      });
      expect(compared).toBeGreaterThan(runs(6, 1));
    },
  );

  it("the basis for a direction is that of the same vertex", () => {
    forExplained(runs(10, 2), ({ built: { site, lp }, fixed, optimum }, seed) => {
      for (const direction of limitDirections(site, lp, fixed)) {
        const { lp: directed, basis } = directedProgram(fixed, optimum.basis, direction);
        const basic = [...basis.col, ...basis.row].filter((status) => status === 1).length;
        expect(basic, `seed ${seed}: ${direction.limit}`).toBe(directed.numRows);
      }
    });
  });
});

/** The site rebuilt with its import limit moved by s in proportion. */
function withImport({ built: { request } }: ExplainedPlan, s: number): LinearProgram {
  const assets = request.assets.map((asset) => {
    const { importLimitMw } = asset.spec as { importLimitMw?: Float64Array };
    if (!importLimitMw) return asset;
    const most = Math.max(...importLimitMw);
    return {
      ...asset,
      spec: { ...(asset.spec as object), importLimitMw: importLimitMw.map((mw) => mw + (s * mw) / most) },
    };
  });
  return buildSite({ ...request, assets }).lp;
}
