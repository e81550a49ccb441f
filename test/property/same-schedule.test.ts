import { describe, expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { faceProgram } from "../../src/lp/face-program.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import type { OptimalSolution } from "../../src/lp/solution.ts";
import { loadHighsSolver } from "../../src/highs.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import type { OptimalPlan } from "../../src/plan/plan-result.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";
import { interiorPoint } from "../../src/solvers/interior-point.ts";
import { presolved } from "../../src/solvers/presolved.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { seededUniform } from "../support/random-programs.ts";
import { battery, bitcoin, firm, fleet, grid, horizon, renewable } from "../support/small-sites.ts";
import { planPower } from "../support/untyped.ts";
import { runs } from "../support/runs.ts";

/**
 * "Schedules do not flap": sites with many ties (three prices, twins, storage without wear) are planned by every
 * engine, with their assets in another order, and one hour later. The schedule is the same if the second objective
 * makes it unique.
 */

const HOURS = 12;
const SEEDS = Array.from({ length: runs(12, 3) }, (_, k) => k + 1);
const engines = { dualSimplex, interiorPoint, presolved: presolved(dualSimplex), highs: await loadHighsSolver() };

type Site = ReturnType<typeof siteOf>;

function siteOf(seed: number) {
  const uniform = seededUniform(seed);
  const prices = Array.from({ length: HOURS }, () => [0, 25, 80][Math.floor(3 * uniform())]);
  const wind = Array.from({ length: HOURS }, () => Math.round(4 * uniform()) / 4);
  const hour = (t: number) => `2026-07-14T${String(t).padStart(2, "0")}:00:00-05:00`;
  const store = () =>
    battery({ chargeEfficiency: 0.9, dischargeEfficiency: 0.9, end: { rule: "value", usdPerMwh: 20 } });
  return {
    horizon: horizon(HOURS),
    bitcoin,
    initialState: { bess: { storedMwh: 10 }, other: { storedMwh: 10 } } as Record<string, unknown>,
    assets: [
      grid({ importLimitMw: 40, importPriceUsdPerMwh: prices }),
      renewable({ availability: wind }),
      store(),
      { ...store(), name: "other" },
      firm({ facilityMw: 20 }),
      {
        kind: "ai-deferrable",
        name: "batch",
        jobs: [
          { name: "early", energyFacilityMwh: 12, release: hour(0), deadline: hour(8), maxMw: 4, unmetUsdPerMwh: 900 },
          { name: "late", energyFacilityMwh: 9, release: hour(3), deadline: hour(11), maxMw: 6, unmetUsdPerMwh: 900 },
        ],
      },
      fleet(),
      { ...fleet(), name: "another" },
    ],
  };
}

function planned(site: Site, solver?: typeof dualSimplex): OptimalPlan {
  const plan = planPower(site, solver && { solver });
  if (plan.status !== "optimal") throw new Error(`${plan.status}: ${plan.detail}`);
  expect(plan.notices.filter((notice) => notice.includes("secondObjective"))).toEqual([]);
  return plan;
}

/** Every power and stock by asset, from interval `from` on, rounded to 1e-6. */
function schedule({ assets }: OptimalPlan, from = 0): Record<string, number[]> {
  const rows: Record<string, number[]> = {};
  for (const [name, { series }] of Object.entries(assets)) {
    for (const [what, values] of Object.entries(series)) {
      if (/^(?!.*Usd).*Mwh?$/.test(what))
        rows[`${name} ${what}`] = [...values.subarray(from)].map((mw) => Math.round(mw * 1e6) / 1e6 + 0);
    }
  }
  return rows;
}

/** Whether the second objective leaves a single point: two opposite third objectives find the same one. */
function isUnique(site: Site): boolean {
  const { lp, secondObjective } = buildSite(parseRequest(site));
  const face = faceProgram(lp, optimum(lp), secondObjective);
  const best = optimum(face);
  const uniform = seededUniform(5);
  const third = lp.cost.map(() => uniform() - 0.5);
  const [one, other] = [third, third.map((c) => -c)].map((cost) => optimum(faceProgram(face, best, cost)).x);
  return one.every((xj, j) => Math.abs(xj - other[j]) < 1e-6);
}

function optimum(lp: LinearProgram): OptimalSolution {
  const solution = solveLp(lp);
  if (solution.status !== "optimal") throw new Error(solution.status);
  return solution;
}

const sites = SEEDS.map(siteOf);
const unique = sites.filter(isUnique);

describe("a schedule that the second objective makes unique", () => {
  it("exists for most sites with many ties, which have many schedules without it", () => {
    expect(unique.length).toBeGreaterThanOrEqual(0.75 * sites.length);
    let tied = 0;
    for (const site of unique) {
      const { lp } = buildSite(parseRequest(site));
      const plain = optimum(lp);
      const turned = optimum(
        faceProgram(
          lp,
          plain,
          lp.cost.map((_, j) => Math.sin(j)),
        ),
      );
      if (plain.x.some((xj, j) => Math.abs(xj - turned.x[j]) > 1e-3)) tied++;
    }
    expect(tied).toBeGreaterThan(unique.length / 2);
  });

  it("is the same for every solver", () => {
    for (const site of unique) {
      const first = schedule(planned(site));
      for (const solver of Object.values(engines)) expect(schedule(planned(site, solver)), solver.name).toEqual(first);
    }
  });

  it("does not depend on the order of the assets", () => {
    for (const site of unique)
      expect(schedule(planned({ ...site, assets: site.assets.toReversed() }))).toEqual(schedule(planned(site)));
  });

  it("is the same when planned again an hour later", () => {
    for (const site of unique) {
      const first = planned(site);
      // The first hour fixed: planned to its end with all later values unchanged.
      const state = Object.fromEntries(
        Object.entries(first.assets).flatMap(([name, { series }]) =>
          "storedMwh" in series ? [[name, { storedMwh: series.storedMwh[0] }]] : [],
        ),
      );
      const { batch } = first.assets;
      if (batch.kind !== "ai-deferrable") throw new Error(batch.kind);
      const openMwh = Object.fromEntries(batch.jobs.map(({ name, powerMw, dueMwh }) => [name, dueMwh - powerMw[0]]));
      const later = {
        ...site,
        horizon: { ...horizon(HOURS - 1), start: "2026-07-14T01:00:00-05:00" },
        initialState: { ...state, batch: { openMwh } },
        assets: site.assets.map(
          (asset) =>
            Object.fromEntries(
              Object.entries(asset).map(([field, value]) => [
                field,
                Array.isArray(value) && value.length === HOURS ? value.slice(1) : value,
              ]),
            ) as Site["assets"][number],
        ),
      };
      expect(schedule(planned(later))).toEqual(schedule(first, 1));
    }
  });
});
