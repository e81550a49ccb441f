import { describe, expect, it } from "vitest";
import { checkSolution } from "../../src/lp/check-solution.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { chooseEngine, fasterEngine } from "../../src/solvers/choose-engine.ts";
import { interiorPoint } from "../../src/solvers/interior-point.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { solveWithHighs } from "../support/highs-oracle.ts";
import { caseOf } from "../support/soak/cases.ts";
import { Draw } from "../support/soak/draw.ts";
import { soakEngines } from "../support/soak/judge.ts";
import { infeasibleDemands, siteWith, unboundedDemands } from "../support/soak/sites-without-optimum.ts";
import { runs } from "../support/runs.ts";

/** Programs without an optimum by construction. No reference solver is needed: every claim must have a valid ray. */
const PER_CLASS = runs(40, 6);
const PER_SITE = runs(12, 3);
const FIRST_SEED = 100_000;

interface Hopeless {
  readonly what: string;
  readonly lp: LinearProgram;
  readonly status: "infeasible" | "unbounded";
}

const randomOnes = ["infeasible by sum", "unbounded along", "no optimum, 12 orders"].flatMap((kind) =>
  Array.from({ length: PER_CLASS }, (_, k): Hopeless => {
    const { lp, truth } = caseOf(kind, FIRST_SEED + k);
    return { what: `${kind} ${FIRST_SEED + k}`, lp, status: truth.status as Hopeless["status"] };
  }),
);

const ofSites = (status: Hopeless["status"], demands: typeof infeasibleDemands): Hopeless[] =>
  Object.entries(demands).flatMap(([name, demand]) =>
    Array.from({ length: PER_SITE }, (_, k) => ({ what: `${name} ${k}`, lp: siteWith(new Draw(k), demand), status })),
  );
const sites = [...ofSites("infeasible", infeasibleDemands), ...ofSites("unbounded", unboundedDemands)];
const all = [...randomOnes, ...sites];

describe(`${all.length} programs without an optimum`, () => {
  it("are many, half of them sites, of both kinds", () => {
    expect(all.length).toBeGreaterThanOrEqual(runs(200, 40));
    expect(sites.length).toBeGreaterThanOrEqual(runs(100, 25));
    for (const status of ["infeasible", "unbounded"])
      expect(all.filter((one) => one.status === status).length).toBeGreaterThan(runs(90, 15));
  });

  it.each(Object.entries(soakEngines))("%s gets every status right, and every ray holds", (name, solver) => {
    const faults: string[] = [];
    let numDeclined = 0;
    for (const { what, lp, status } of all) {
      const solution = solveLp(lp, solver === undefined ? {} : { solver });
      if (name.endsWith("alone") && solution.status === "numerical-trouble") {
        numDeclined++;
        continue;
      }
      const check = checkSolution(lp, solution);
      if (solution.status !== status || !check.ok)
        faults.push(`${what}: ${solution.status}, ${JSON.stringify(check)}, wanted ${status}`);
    }
    expect(faults).toEqual([]);
    // A solver may decline, but an engine that always declined would prove nothing here.
    expect(numDeclined).toBeLessThanOrEqual(all.length / 50);
  });

  it("so do programs of a week, which the interior point solves by default", () => {
    const said = { infeasible: 0, unbounded: 0 };
    for (const [status, demands] of [
      ["infeasible", infeasibleDemands],
      ["unbounded", unboundedDemands],
    ] as const) {
      for (const [name, demand] of Object.entries(demands)) {
        const lp = siteWith(new Draw(7), demand, 140, 168);
        expect(chooseEngine(lp, {})).toBe(fasterEngine);
        const solution = solveLp(lp);
        expect([name, solution.status, checkSolution(lp, solution).ok]).toEqual([name, status, true]);
        if (solution.solver === interiorPoint.name) said[status]++;
      }
    }
    // With its own rays, not those of a simplex behind it.
    expect(said.infeasible).toBeGreaterThan(3);
    expect(said.unbounded).toBeGreaterThan(2);
  });

  it("were feasible and bounded before the demand was added", () => {
    for (const [status, demands] of [
      ["infeasible", infeasibleDemands],
      ["unbounded", unboundedDemands],
    ] as const) {
      for (const [name, demand] of Object.entries(demands)) {
        // HiGHS on one program of each kind, with and without the demand.
        let before: LinearProgram | undefined;
        const after = siteWith(new Draw(3), (site, draw) => {
          before = structuredClone(site.lp);
          return demand(site, draw);
        });
        expect([name, solveWithHighs(before!).status, solveWithHighs(after).status]).toEqual([name, "optimal", status]);
      }
    }
  });
});
