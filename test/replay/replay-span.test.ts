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
import { battery, bitcoin, diesel, firm, fleet, grid, horizon } from "../support/small-sites.ts";

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

describe("a budget that must last", () => {
  /** 10 MW of AI, and diesel of 263.7 L/MWh at 1 USD/L: 10 MWh of it in the tank. */
  const withTank = (prices: readonly number[], fields: Readonly<Record<string, unknown>> = {}) =>
    parseRequest({
      horizon: horizon(prices.length),
      initialState: { gensets: { fuelL: 2637 } },
      assets: [
        grid({ importPriceUsdPerMwh: prices, ...fields }),
        firm({ facilityMw: 10 }),
        diesel({ tankL: 2637, permit: { class: "non-emergency" } }),
      ],
    });

  /*
   * Without diesel the energy costs 10 x (300 + 290 + 280 + 500) = 13700. Look-aheads of 2 h, in a span of 4:
   *   hours 0, 1: half of the 10 MWh, at 300 in hour 0
   *   hours 1, 2: 2/3 of the 5 MWh left, at 290 in hour 1
   *   hours 2, 3: all of the 1.667 MWh left, at 500 in hour 3
   */
  it("is not spent at the first chance", () => {
    const saved = 5 * (300 - 263.7) + (10 / 3) * (290 - 263.7) + (5 / 3) * (500 - 263.7);
    const replayed = run(withTank([300, 290, 280, 500]), [], 2) as CompletedReplay;
    expect(replayed.plan.objectiveUsd).toBeCloseTo(13700 - saved, 6);
  });

  it("is spent as with foresight where the look-ahead reaches the end of the span", () => {
    const replayed = run(withTank([300, 290, 280, 500]), [], 4) as CompletedReplay;
    expect(replayed.plan.objectiveUsd).toBeCloseTo(13700 - 10 * (500 - 263.7), 6);
  });

  it("serves AI load in an outage before it saves anything", () => {
    const span = withTank([30, 30, 30, 30], { importLimitMw: [0, 60, 60, 60] });
    const replayed = run(span, [], 2) as CompletedReplay;
    expect(replayed.plan.assets["inference"].service?.unservedMwh).toBeCloseTo(0, 9);
    expect(replayed.plan.assets["gensets"].backup?.energyMwh).toBeCloseTo(10, 6);
  });
});
