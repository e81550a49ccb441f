import { expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { rulePairs } from "../../src/plan/either-or-check.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { siteSteps } from "../../src/plan/run-plan.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { solveExclusive } from "../support/exclusive-oracle.ts";
import { ruleBreakingSite } from "../support/rule-breaking-sites.ts";
import { runs } from "../support/runs.ts";

/**
 * Sites on which the LP relaxation violates either-or rules, against HiGHS with a binary for every rule and interval:
 * the same status, the same cost, every rule satisfied. If the node limit is reached, the cost of HiGHS is between the
 * best bound and the incumbent.
 */
const SITES = runs(320, 9);
const RELATIVE = 1e-7;
const TOLERANCE_MW = 1e-6;

it(`${SITES} hostile sites: plan and HiGHS with binaries agree`, ({ annotate }) => {
  const endings: Record<string, number> = {};
  let [branched, nodesInAll, mostNodes, worst] = [0, 0, 0, 0];
  for (let seed = 0; seed < SITES; seed++) {
    const built = buildSite(parseRequest(ruleBreakingSite(seed)));
    const pairs = rulePairs(built.site);
    const ours = drain(siteSteps(built, { nodeLimit: 400 })).result;
    const oracle = solveExclusive(built.lp, pairs, built.site.eitherOrs.length * built.site.time.count);
    endings[ours.status] = (endings[ours.status] ?? 0) + 1;
    const scale = Math.max(1, Math.abs(oracle.objective));
    const plan = ours.status === "optimal" ? ours : ours.status === "branching-limit" ? ours.incumbent : undefined;
    const nodes = ours.status === "branching-limit" ? ours.nodes : (plan?.branching?.nodes ?? 0);
    if (nodes > 0) branched++;
    nodesInAll += nodes;
    mostNodes = Math.max(mostNodes, nodes);
    if (oracle.status === "unknown") endings.undecided = (endings.undecided ?? 0) + 1;
    else if (ours.status === "branching-limit") {
      expect(ours.boundUsd, `seed ${seed}`).toBeLessThanOrEqual(oracle.objective + RELATIVE * scale);
      if (plan) expect(plan.objectiveUsd, `seed ${seed}`).toBeGreaterThanOrEqual(oracle.objective - RELATIVE * scale);
    } else {
      expect(ours.status, `seed ${seed}`).toBe(oracle.status);
      if (ours.status === "optimal") {
        const difference = Math.abs(ours.objectiveUsd - oracle.objective) / scale;
        worst = Math.max(worst, difference);
        expect(difference, `seed ${seed}: ${ours.objectiveUsd} and ${oracle.objective}`).toBeLessThan(RELATIVE);
      }
    }
    if (!plan) continue;
    expect(plan.certificate.ok, `seed ${seed}`).toBe(true);
    // From the reported series, not from the model.
    const mw = (kind: string, series: string) =>
      Object.values(plan.assets)
        .filter((asset) => asset.kind === kind)
        .map((asset) => (asset.series as Record<string, Float64Array>)[series]);
    const sum = (all: readonly Float64Array[], t: number) => all.reduce((total, values) => total + values[t], 0);
    for (let t = 0; t < built.site.time.count; t++) {
      const mining = sum(mw("mining-fleet", "aboveStandbyMw"), t);
      const exported = sum(mw("grid", "exportMw"), t);
      const together = [
        Math.min(sum(mw("grid", "importMw"), t), exported),
        ...mw("battery", "chargeMw").map((charge, i) => Math.min(charge[t], mw("battery", "dischargeMw")[i][t])),
        ...mw("ai-firm", "unservedMw").map((unserved) => Math.min(unserved[t], mining)),
        ...built.request.assets
          .filter(({ kind }) => kind === "diesel")
          .map(({ name, spec }) => {
            const { allowMining, allowExport } = spec as {
              readonly allowMining: boolean;
              readonly allowExport: boolean;
            };
            const power = (plan.assets[name].series as Record<string, Float64Array>).powerMw[t];
            return Math.max(allowMining ? 0 : Math.min(power, mining), allowExport ? 0 : Math.min(power, exported));
          }),
      ];
      expect(Math.max(...together), `seed ${seed}, interval ${t}`).toBeLessThanOrEqual(TOLERANCE_MW);
    }
  }
  void annotate(
    `${JSON.stringify(endings)}, branched ${branched}, programs ${nodesInAll}, at most ${mostNodes}, ` +
      `greatest relative difference ${worst.toExponential(1)}`,
  );
  expect(endings.optimal).toBeGreaterThan(0.85 * SITES);
  expect(branched).toBeGreaterThan(runs(75, 0));
  expect(endings["branching-limit"] ?? 0).toBeLessThan(0.08 * SITES);
  expect(endings.undecided ?? 0).toBeLessThan(5);
}, 900_000);
