import { expect, it } from "vitest";
import type { Reading } from "../../src/assets/index.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { checkSolution } from "../../src/lp/check-solution.ts";
import { SolvedSite } from "../../src/model/solved-site.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { decodeLedger } from "../../src/plan/ledger.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { solveWithHighs } from "../support/highs-oracle.ts";
import { withContracts } from "../support/random-contracts.ts";
import { randomSite, scaleMoney, splitInFour, type SiteInput } from "../support/random-sites.ts";
import { runs } from "../support/runs.ts";

const SITES = runs(100, 12);
const relative = (a: number, b: number) => Math.abs(a - b) / Math.max(1, Math.abs(a), Math.abs(b));

function solve(site: SiteInput) {
  const built = buildSite(parseRequest(site));
  return { built, solution: solveLp(built.lp) };
}

it(
  `${SITES} random sites with contracts: HiGHS agrees, none is unbounded, the ledger adds up, no energy is ` +
    "used twice",
  () => {
    const endings = { optimal: 0, infeasible: 0 };
    for (let seed = 0; seed < SITES; seed++) {
      const { built, solution } = solve(withContracts(randomSite(seed), seed));
      const { lp, site, assets, request } = built;
      const oracle = solveWithHighs(lp);
      expect(solution.status, `seed ${seed}`).toBe(oracle.status);
      expect(checkSolution(lp, solution).ok, `seed ${seed}`).toBe(true);
      endings[solution.status as keyof typeof endings]++;
      if (solution.status !== "optimal") continue;
      expect(relative(solution.objective, oracle.objective), `seed ${seed}`).toBeLessThan(1e-7);
      const solved = new SolvedSite(request.time, solution);
      expect(relative(decodeLedger(site, solved).totalUsd, solution.objective), `seed ${seed}`).toBeLessThan(1e-9);
      const readings = assets.map(
        ({ planned, kind, handles }) => kind.read(planned.spec, planned.initial, handles, solved) as Reading,
      );
      const usedMw = new Float64Array(request.time.count);
      for (const reading of readings) {
        if (reading.kind !== "power-purchase") continue;
        const { contractedMw, usedMw: used, resoldMw } = reading.series;
        used.forEach((mw, t) => {
          usedMw[t] += mw;
          for (const value of [mw, resoldMw[t], contractedMw[t] - mw - resoldMw[t]])
            expect(value, `seed ${seed}`).toBeGreaterThanOrEqual(-1e-6);
        });
      }
      const importMw = readings.find((reading) => reading.kind === "grid")?.series.importMw ?? usedMw;
      usedMw.forEach((mw, t) => expect(mw, `seed ${seed}`).toBeLessThanOrEqual(importMw[t] + 1e-6));
    }
    expect(endings.optimal + endings.infeasible).toBe(SITES);
    expect(endings.infeasible).toBeGreaterThan(runs(0, -1));
  },
);

it("a finer time axis, other money and another order of the assets leave the optimum", () => {
  let optima = 0;
  for (let seed = 1000; seed < 1000 + runs(16, 3); seed++) {
    const site = withContracts(randomSite(seed, { splittable: true }), seed);
    const { solution } = solve(site);
    const fine = solve(splitInFour(site)).solution;
    const reversed = solve({ ...site, assets: site.assets.toReversed() }).solution;
    const doubled = solve(scaleMoney(site, 2)).solution;
    for (const other of [fine, reversed, doubled]) expect(other.status, `seed ${seed}`).toBe(solution.status);
    if (solution.status !== "optimal") continue;
    optima++;
    for (const usd of [fine.objective, reversed.objective, doubled.objective / 2])
      expect(relative(usd, solution.objective), `seed ${seed}`).toBeLessThan(1e-7);
  }
  expect(optima).toBeGreaterThan(runs(8, 0));
});
