import { expect, it } from "vitest";
import { buildSite } from "../../src/plan/build-site.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { columnsOf, decidedBlocks } from "../../src/uncertainty/here-and-now.ts";
import { riskCostUsd } from "../../src/uncertainty/risk.ts";
import type { NamedScenario } from "../../src/uncertainty/candidate.ts";
import { twoStageSteps } from "../../src/uncertainty/two-stage.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import type { ScenarioOutcome } from "../../src/uncertainty/uncertain-plan.ts";
import { solveExtensiveForm } from "../support/extensive-oracle.ts";
import { seededUniform } from "../support/random-programs.ts";
import { readingOf } from "../support/plans.ts";
import { runs } from "../support/runs.ts";
import { battery, bitcoin, diesel, firm, fleet, grid, horizon } from "../support/small-sites.ts";

const HOURS = 8;
const firstStage = [
  { asset: "day-ahead", decision: "boughtMw" },
  { asset: "grid", decision: "peakMw" },
  { asset: "reserve", decision: "soldMw" },
  { asset: "gensets", decision: "orderedL" },
  { asset: "bess", decision: "storedMwh", intervals: 3 },
];

/** Prices from -30 to 300 USD/MWh, outages, more firm AI than the connection has: either-or rules and unserved load. */
function randomScenarios(seed: number): NamedScenario[] {
  const uniform = seededUniform(seed * 7919 + 13);
  const hours = (value: () => number) => Array.from({ length: HOURS }, value);
  const dayAhead = hours(() => 20 + 60 * uniform());
  const isNegative = uniform() < 0.3;
  const count = 2 + Math.floor(4 * uniform());
  return Array.from({ length: count }, (_, s): NamedScenario => {
    const outage = uniform() < 0.3 ? Math.floor(HOURS * uniform()) : -1;
    const input = {
      horizon: horizon(HOURS),
      bitcoin: { hashpriceUsdPerPhDay: bitcoin.hashpriceUsdPerPhDay * (0.6 + 0.8 * uniform()) },
      initialState: { bess: { storedMwh: 10 }, grid: { peakMw: { "2026-07": 20 } }, gensets: { fuelL: 2000 } },
      assets: [
        grid({
          importLimitMw: hours(() => 60).map((mw, t) => (t === outage ? 0 : mw)),
          importPriceUsdPerMwh: dayAhead.map((usd) => usd * 3 * uniform() - (isNegative ? 30 : 0)),
          demandCharge: { usdPerMwMonth: 900 },
        }),
        firm({ facilityMw: hours(() => 20 + 20 * uniform()) }),
        fleet(),
        battery(),
        diesel({
          tankL: 5000,
          deliveries: [{ at: "2026-07-14T03:00:00-05:00", upToL: 3000, usdPerL: 1.1 }],
          omUsdPerMwh: 10,
        }),
        {
          kind: "flexibility-product",
          name: "reserve",
          backedBy: ["fleet"],
          priceUsdPerMwHour: 8,
          deployedShare: 0.05,
          durationHours: 1,
        },
        {
          kind: "day-ahead-purchase",
          name: "day-ahead",
          priceUsdPerMwh: dayAhead,
          limitMw: 60,
          shortfallUsdPerMwh: 4,
          surplusUsdPerMwh: 4,
        },
      ],
    };
    return { name: `s${s}`, probability: 1 / count, input, request: parseRequest(input) };
  });
}

const SITES = runs(120, 8);

it(`${SITES} random sites: HiGHS agrees; information and the stochastic solution are worth nothing or more`, () => {
  const endings: Record<string, number> = {};
  let valued = 0;
  for (let seed = 0; seed < SITES; seed++) {
    const scenarios = randomScenarios(seed);
    const risk = [
      { weight: 0, level: 0.5 },
      { weight: 0.4, level: 0.6 },
      { weight: 1, level: 0.8 },
    ][seed % 3];
    const result = drain(twoStageSteps(scenarios, { firstStage, risk }));
    endings[result.status] = (endings[result.status] ?? 0) + 1;
    const built = scenarios.map(({ request }) => buildSite(request));
    const blocks = decidedBlocks(built, ["", "", "", "", "", ""], firstStage);
    const oracle = solveExtensiveForm(
      built.map(({ lp }, s) => ({ lp, probability: scenarios[s].probability, shared: columnsOf(blocks[s]) })),
      risk,
    );
    if (result.status !== "optimal") {
      // No common store: a full battery in an outage and an empty one at negative prices exclude each other.
      const isProven = result.status !== "branching-limit";
      expect(oracle.status, `seed ${seed}: ${result.detail}`).toBe(isProven ? "infeasible" : "optimal");
      continue;
    }
    const scale = Math.max(1, Math.abs(result.objectiveUsd));
    expect(result.certificate.ok, `seed ${seed}`).toBe(true);
    expect(Math.abs(result.boundUsd - oracle.objective) / scale, `seed ${seed}`).toBeLessThan(1e-7);
    expect(result.relativeGap, `seed ${seed}`).toBeGreaterThan(-1e-8);
    const of = (usd: (scenario: ScenarioOutcome) => number) =>
      riskCostUsd(
        result.scenarios.map((one) => ({ probability: one.probability, usd: usd(one) })),
        risk,
      );
    expect(of(({ costUsd }) => costUsd)).toBeCloseTo(result.objectiveUsd, 6);
    expect(of(({ knownUsd }) => knownUsd)).toBeLessThanOrEqual(result.objectiveUsd + 1e-7 * scale);
    expect(of(({ referenceUsd }) => referenceUsd)).toBeGreaterThanOrEqual(result.objectiveUsd - 1e-7 * scale);
    expect(result.stochasticSolutionUsd).toBeGreaterThanOrEqual(0);
    expect(result.perfectInformationUsd).toBeGreaterThanOrEqual(0);
    expect(result.cvarUsd).toBeGreaterThanOrEqual(result.expectedUsd - 1e-9 * scale);
    valued += result.stochasticSolutionUsd > 1 ? 1 : 0;
    for (const {
      values,
      asset,
      decision,
      name,
      fromInterval,
      limitUsdPerUnit,
      usdPerUnitByScenario,
    } of result.firstStage) {
      for (const [k, value] of values.entries()) {
        const sum = Object.values(usdPerUnitByScenario).reduce((total, usd) => total + usd[k], 0);
        expect(sum, `seed ${seed} ${asset} ${name}`).toBeCloseTo(limitUsdPerUnit[k], 5);
        if (decision !== "boughtMw") continue;
        for (const { plan } of result.scenarios)
          expect(readingOf(plan, asset, "day-ahead-purchase").series.boughtMw[fromInterval + k]).toBeCloseTo(value, 6);
      }
    }
  }
  expect(endings["branching-limit"] ?? 0, JSON.stringify(endings)).toBeLessThanOrEqual(0.02 * SITES);
  expect(endings.optimal, JSON.stringify(endings)).toBeGreaterThan(0.6 * SITES);
  expect(valued).toBeGreaterThan(0.3 * SITES);
});
