import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bidCurve } from "../../src/handoff/bid-curve.ts";
import { handOffInput, handOffPlan, optimal } from "../support/handoff-plan.ts";
import { planPower } from "../support/untyped.ts";

const CAP = 5000;

describe("the bid curve of a site", () => {
  // 10 MW firm at the cap, 4 MW of spot up to 90, and 7.35 MW of rigs up to 41.667 x 40 / 17.5 x 0.99 / 1.05 = 89.796.
  it("is a staircase by falling price", () => {
    const [hour] = bidCurve(handOffPlan, { firmPriceUsdPerMwh: CAP });
    expect(hour).toMatchObject({ start: "2026-07-14T05:00:00Z", end: "2026-07-14T06:00:00Z" });
    expect(
      hour.steps.map(({ fromMw, toMw, priceUsdPerMwh, load }) => [
        fromMw,
        Number(toMw.toFixed(9)),
        Number(priceUsdPerMwh.toFixed(3)),
        load,
      ]),
    ).toEqual([
      [0, 10, 5000, "firm"],
      [10, 14, 90, "spot"],
      [14, 21.35, 89.796, "rigs"],
    ]);
  });

  it("is at the meter: losses and adders lower the price, losses raise the power", () => {
    const [hour, next] = bidCurve(handOffPlan, {
      firmPriceUsdPerMwh: CAP,
      lossFraction: 0.02,
      adderUsdPerMwh: [9, 4, 9, 9, 9, 9],
    });
    expect(hour.steps[1].priceUsdPerMwh).toBeCloseTo(90 * 0.98 - 9, 9);
    expect(next.steps[1].priceUsdPerMwh).toBeCloseTo(90 * 0.98 - 4, 9);
    expect(hour.steps[0].toMw).toBeCloseTo(10 / 0.98, 9);
  });

  it("serves the highest prices from the site's own supply first", () => {
    const sun = { kind: "renewable", name: "sun", technology: "solar", capacityMw: 12, availability: 1 };
    const [hour] = bidCurve(optimal({ ...handOffInput, assets: [...handOffInput.assets, sun] }), {
      firmPriceUsdPerMwh: CAP,
    });
    expect(hour.steps.map(({ load, fromMw, toMw }) => [load, fromMw, Number(toMw.toFixed(6))])).toEqual([
      ["spot", 0, 2],
      ["rigs", 2, 9.35],
    ]);
  });

  it("refuses what is not a plan, and options that are missing", () => {
    expect(() => bidCurve(undefined as never, { firmPriceUsdPerMwh: 1 })).toThrow(/something without a schedule/);
    expect(() => bidCurve(handOffPlan, {} as never)).toThrow(/firmPriceUsdPerMwh: got nothing, wanted a number/);
    const wrong = { firmPriceUsdPerMwh: CAP, lossFraction: 1, adderUsdPerMwh: [1, 2] };
    expect(() => bidCurve(handOffPlan, wrong)).toThrow(
      /lossFraction: got 1[^]*adderUsdPerMwh: got 2 values, wanted a number, or 6/,
    );
  });
});

/** MW bought at a price: what the staircase offers above it, and at it. */
function bought(
  steps: readonly { readonly toMw: number; readonly priceUsdPerMwh: number }[],
  price: number,
): [number, number] {
  const least = Math.max(0, ...steps.filter((step) => step.priceUsdPerMwh > price + 1e-6).map(({ toMw }) => toMw));
  const most = Math.max(0, ...steps.filter((step) => step.priceUsdPerMwh >= price - 1e-6).map(({ toMw }) => toMw));
  return [least, most];
}

// No interval of these sites depends on another, so the plan's own price clears the staircase at the plan's import.
it("cleared at the plan's price, the bid buys what the plan imports", () => {
  const hours = (arbitrary: fc.Arbitrary<number>) => fc.array(arbitrary, { minLength: 6, maxLength: 6 });
  const price = fc.integer({ min: 5, max: 200 });
  let binding = 0;
  fc.assert(
    fc.property(
      hours(price),
      hours(fc.integer({ min: 12, max: 30 })),
      hours(price),
      fc.integer({ min: 30, max: 60 }),
      fc.constantFrom(0, 0.02, 0.1),
      fc.constantFrom(0, 7),
      fc.boolean(),
      (prices, limits, revenue, hashprice, lossFraction, adder, modes) => {
        const result = planPower({
          ...handOffInput,
          bitcoin: { hashpriceUsdPerPhDay: hashprice },
          assets: [
            {
              kind: "grid",
              name: "grid",
              importLimitMw: limits,
              importPriceUsdPerMwh: prices,
              importAdderUsdPerMwh: adder,
              lossFraction,
            },
            { kind: "ai-firm", name: "firm", facilityMw: 8, vollUsdPerMwh: 20_000 },
            { kind: "ai-spot", name: "spot", facilityMw: 5, revenueUsdPerFacilityMwh: revenue },
            {
              kind: "renewable",
              name: "sun",
              technology: "solar",
              capacityMw: 4,
              availability: [0, 0.2, 1, 1, 0.5, 0],
            },
            {
              kind: "mining-fleet",
              name: "rigs",
              rig: { hashrateThPerS: 200, powerW: 3500 },
              rigs: 2000,
              ...(modes && { powerModes: [{ name: "eco", hashrateThPerS: 150, powerW: 2200 }] }),
            },
          ],
        });
        if (result.status !== "optimal") throw new Error(result.detail);
        const { importMw } = result.assets.grid.series as unknown as { readonly importMw: Float64Array };
        const curve = bidCurve(result, { firmPriceUsdPerMwh: 20_000, lossFraction, adderUsdPerMwh: adder });
        curve.forEach(({ steps }, t) => {
          const atMeter = result.prices.powerUsdPerMwh[t] * (1 - lossFraction) - adder;
          const [least, most] = bought(steps, atMeter);
          if (importMw[t] > limits[t] - 1e-6) binding++;
          expect(importMw[t]).toBeGreaterThanOrEqual(least - 1e-6);
          expect(importMw[t]).toBeLessThanOrEqual(most + 1e-6);
          steps.slice(1).forEach((step, k) => {
            expect(step.priceUsdPerMwh).toBeLessThanOrEqual(steps[k].priceUsdPerMwh);
            expect(step.fromMw).toBe(steps[k].toMw);
          });
        });
      },
    ),
    { seed: 20261130, numRuns: 60 },
  );
  expect(binding).toBeGreaterThan(20);
});
