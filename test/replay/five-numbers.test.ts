import { describe, expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { type CarriedOut, fiveNumbersSteps } from "../../src/replay/five-numbers.ts";
import type { Forecaster } from "../../src/replay/forecast.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { battery, bitcoin, firm, fleet, grid, horizon } from "../support/small-sites.ts";

const prices = [20, 20, 90, 150, 30, 60];
const site = (over: Readonly<Record<string, unknown>> = {}) =>
  parseRequest({
    horizon: horizon(prices.length),
    bitcoin,
    initialState: { bess: { storedMwh: 0 } },
    assets: [grid({ importPriceUsdPerMwh: prices, ...over }), firm({ facilityMw: 10 }), fleet(), battery()],
  });
/** Right for the next interval, the mean after it. */
const nearly: Forecaster = ({ from, count }) => Array.from({ length: count }, (_, k) => (k === 0 ? prices[from] : 62));
const curve = { asset: "grid", field: "importPriceUsdPerMwh" };

describe("fiveNumbersSteps", () => {
  it("ranks the ways by what they know, and explains each gap by ledger item", () => {
    const seen: number[] = [];
    const { numbers } = drain(
      fiveNumbersSteps(site(), {
        horizonIntervals: 4,
        uncertain: [{ curve, known: "whole-span", forecast: nearly }],
        onInterval: (done, count) => void seen.push(done / count),
      }),
    );
    expect(numbers.map(({ knowledge }) => knowledge)).toEqual([
      "foresight",
      "published",
      "forecast",
      "persistence",
      "rule",
    ]);
    const carried = numbers as readonly CarriedOut[];
    const [foresight, published, forecast, last] = carried.map(({ usd }) => usd);
    expect(published).toBeCloseTo(foresight, 6);
    expect(forecast).toBeLessThanOrEqual(last);
    for (const { usd, gapUsd, gapUsdByItem } of carried) {
      expect(gapUsd).toBeGreaterThan(-1e-6);
      expect(gapUsd).toBeCloseTo(usd - foresight, 9);
      expect(gapUsdByItem.reduce((sum, item) => sum + item.usd, 0)).toBeCloseTo(gapUsd, 4);
    }
    expect(seen).toHaveLength(18);
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  it("gives no gap where the span has no plan", () => {
    const { numbers } = drain(
      fiveNumbersSteps(site(), {
        horizonIntervals: 2,
        uncertain: [],
        timeLimitMs: 0,
      }),
    );
    expect(numbers.slice(0, 4).map(({ status }) => status)).toEqual(Array(4).fill("time-limit"));
    expect(numbers[0].detail).not.toBe("");
    // With every decision fixed, nothing is left to solve.
    expect(numbers[4]).toMatchObject({ knowledge: "rule", status: "completed", gapUsd: NaN, gapUsdByItem: [] });
  });
});
