import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import type { OptimalPlan } from "../../src/plan/plan-result.ts";
import { runPlan } from "../../src/plan/run-plan.ts";
import { persistence } from "../../src/replay/forecast.ts";
import type { UncertainCurve } from "../../src/replay/replay-options.ts";
import { type CompletedReplay, replaySteps } from "../../src/replay/replay-span.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { runs } from "../support/runs.ts";
import { battery, bitcoin, firm, fleet, grid, horizon } from "../support/small-sites.ts";

const price: UncertainCurve = {
  curve: { asset: "grid", field: "importPriceUsdPerMwh" },
  forecast: persistence,
};

const load: UncertainCurve = { curve: { asset: "inference", field: "facilityMw" }, forecast: persistence };

/** A firm load of 10 MW and a battery of 5 MW that keeps 0.8 of what goes in, and 0.8 of what goes out. */
const site = (prices: readonly number[], over: Readonly<Record<string, unknown>> = {}) =>
  parseRequest({
    horizon: horizon(prices.length),
    initialState: { bess: { storedMwh: 0 } },
    assets: [grid({ importPriceUsdPerMwh: prices }), firm({ facilityMw: 10 }), battery(over)],
  });

const run = (...[span, uncertain, horizonIntervals]: [Parameters<typeof replaySteps>[0], UncertainCurve[], number]) =>
  drain(replaySteps(span, uncertain, { horizonIntervals }));

describe("replaySteps", () => {
  it("does not store for a price it does not see coming", () => {
    // Foresight charges 5 MW at 10 USD and gives 5 x 0.8 x 0.8 = 3.2 MW at 100: 150 + 680. Persistence believes 10.
    const span = site([10, 100]);
    expect(run(span, [price], 2)).toMatchObject({ status: "completed", windows: 2, plan: { objectiveUsd: 1100 } });
    const known = run(span, [{ ...price, known: "whole-span" }], 2) as CompletedReplay;
    expect(known.plan.objectiveUsd).toBeCloseTo(830, 9);
    expect([...known.forecastErrors[0].meanAbsoluteByLead]).toEqual([NaN, NaN]);
    const blind = run(span, [price], 2) as CompletedReplay;
    expect([...blind.forecastErrors[0].meanAbsoluteByLead]).toEqual([NaN, 90]);
  });

  it("sees no further than its look-ahead", () => {
    expect(run(site([10, 50, 100]), [], 1)).toMatchObject({ plan: { objectiveUsd: 1600 } });
  });

  it("ends where a look-ahead has no plan, and says when", () => {
    const never = site([10, 20, 30], { end: { rule: "exactly", storedMwh: 20 } });
    expect(run(never, [], 3)).toMatchObject({
      status: "infeasible",
      at: "2026-07-14T00:00:00-05:00",
      intervals: 0,
      detail: expect.stringMatching(/^At 2026-07-14T00:00:00-05:00: /u),
    });
  });

  it("is the plan of perfect foresight where all is known to the end; a forecast never costs less", () => {
    const values = (min: number, max: number) => fc.array(fc.integer({ min, max }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(values(-20, 200), values(5, 30), fc.integer({ min: 1, max: 8 }), (prices, mw, horizonIntervals) => {
        const span = parseRequest({
          horizon: horizon(8),
          bitcoin,
          initialState: { bess: { storedMwh: 10 }, grid: { peakMw: { "2026-07": 12 } } },
          assets: [
            grid({ importPriceUsdPerMwh: prices, importLimitMw: 45, demandCharge: { usdPerMwMonth: 500 } }),
            firm({ facilityMw: mw }),
            fleet({ restartUsdPerMw: 3 }),
            battery({ wearUsdPerMwh: 2, end: { rule: "value", usdPerMwh: 40 } }),
          ],
        });
        const foresight = runPlan(span) as OptimalPlan;
        const size = 1e-9 * Math.max(1, foresight.ledger.absoluteUsd);
        const known = run(span, [], 8) as CompletedReplay;
        expect(Math.abs(known.plan.objectiveUsd - foresight.objectiveUsd)).toBeLessThan(size);
        const blind = run(span, [price, load], horizonIntervals) as CompletedReplay;
        expect(blind.plan.objectiveUsd).toBeGreaterThan(foresight.objectiveUsd - size);
        expect(blind.plan.certificate.ok).toBe(true);
        expect(run(span, [price, load], horizonIntervals)).toEqual(blind);
      }),
      { numRuns: runs(20) },
    );
  });
});
