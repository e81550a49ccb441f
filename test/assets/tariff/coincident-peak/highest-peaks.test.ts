import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumOfHighest } from "../../../../src/assets/tariff/coincident-peak/highest-peaks.ts";
import { firmAsset, gridAsset, optimalPlan, type TestSite } from "../../../support/plans.ts";
import { runs } from "../../../support/runs.ts";

const START_MS = Date.parse("2026-07-14T00:00:00-05:00");
const HALF_HOUR_MS = 1_800_000;

/** Half hours of load behind a charge of 10,000 USD on each of `peaks` hours. */
const site = (
  load: readonly number[],
  from: number,
  hours: readonly number[],
  peaks: number,
  fields: Record<string, unknown> = {},
): TestSite => ({
  count: load.length,
  intervalMinutes: 30,
  start: new Date(START_MS + from * HALF_HOUR_MS).toISOString(),
  assets: [
    gridAsset({
      importPriceUsdPerMwh: 0,
      ...fields,
      coincidentPeak: {
        intervalMinutes: 60,
        form: "maximum",
        groups: [
          {
            name: "peaks",
            usdPerMw: 10_000,
            peaks,
            intervals: hours.map((hour) => ({ start: new Date(START_MS + 2 * hour * HALF_HOUR_MS).toISOString() })),
          },
        ],
      },
    }),
    firmAsset(load),
  ],
});

const cases = fc.record({
  load: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 12, maxLength: 12 }),
  hours: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 }),
  peaks: fc.integer({ min: 1, max: 4 }),
  cuts: fc.uniqueArray(fc.integer({ min: 1, max: 11 }), { maxLength: 3 }).map((cuts) => cuts.toSorted((a, b) => a - b)),
});
const meansOf = (load: readonly number[], hours: readonly number[]) =>
  hours.map((hour) => (load[2 * hour] + load[2 * hour + 1]) / 2);

describe("the sum of the n highest", () => {
  it("is that of the sorted values; fewer values than n are all of them", () => {
    expect(sumOfHighest([3, 9, 5], 2)).toBe(14);
    expect(sumOfHighest([3, 9], 5)).toBe(12);
    expect(sumOfHighest([], 1)).toBe(0);
  });

  it("is what a load that cannot move is billed, in one plan or cut anywhere", () => {
    fc.assert(
      fc.property(cases, ({ load, hours, peaks, cuts }) => {
        const owedUsd =
          10_000 *
          meansOf(load, hours)
            .toSorted((a, b) => b - a)
            .slice(0, peaks)
            .reduce((sum, mw) => sum + mw, 0);
        expect(optimalPlan(site(load, 0, hours, peaks)).objectiveUsd).toBeCloseTo(owedUsd, 3);
        let initialState: Record<string, unknown> = {};
        let usd = 0;
        [0, ...cuts].forEach((from, i) => {
          const plan = optimalPlan({ ...site(load.slice(from, cuts[i]), from, hours, peaks), initialState });
          usd += plan.ledger.usdByKind.cash;
          initialState = plan.endState;
        });
        expect(usd).toBeCloseTo(owedUsd, 3);
      }),
      { seed: 20260714, numRuns: runs(40, 4) },
    );
  });

  it("stands at what was metered where a minimum bill makes it free", () => {
    fc.assert(
      fc.property(cases, ({ load, hours, peaks }) => {
        const plan = optimalPlan({
          ...site(load, 0, hours, peaks, { minimumBill: { usdPerMonth: 900_000_000 } }),
          initialState: { grid: { bill: { "2026-07": { usd: 0 } } } },
        });
        const line = plan.ledger.lines.find(({ item }) => item === "coincident peak peaks");
        expect(line?.usd).toBeCloseTo(10_000 * sumOfHighest(meansOf(load, hours), peaks), 3);
        expect(plan.certificate.ok).toBe(true);
      }),
      { seed: 20260714, numRuns: runs(15, 2) },
    );
  });
});
