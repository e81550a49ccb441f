import { expect, it } from "vitest";
import { chartSvg, sizingChart, sizingChartKinds } from "wattsplit/report";
import type { SizingResult } from "wattsplit/sizing";
import { chargedPerHour, sized, twoPrices } from "../../support/sizing-cases.ts";

const choice = { asset: "bess", size: "systemMwh", most: 20 };

// At 30 USD an hour the last MWh may cost 40 / 30 of its price, and a further one nothing.
it("draws what a unit may cost over its price", () => {
  const { data } = sizingChart(sized(twoPrices, { choices: [chargedPerHour(choice, 30)] }), "break-even");
  expect(data.values.map(({ which, label }) => `${which} ${label}`)).toEqual([
    "last unit bess systemMwh: 10 MWh",
    "next unit bess systemMwh: 10 MWh",
  ]);
  expect(data.values[0].percent).toBeCloseTo(400 / 3, 6);
  expect(data.values[1].percent).toBeCloseTo(0, 6);
});

it("leaves out what has no price, and cuts what would hide the others", () => {
  const cheap = sized(twoPrices, { choices: [chargedPerHour(choice, 1)] });
  expect(sizingChart(cheap, "break-even").data.values[0].percent).toBe(300);
  const gift = sized(twoPrices, { choices: [chargedPerHour(choice, 0)] });
  expect(sizingChart(gift, "break-even").data.values).toEqual([]);
});

it("draws the curve of a size, where there is one", () => {
  const result = sized(twoPrices, { choices: [chargedPerHour(choice, 30)], curvePoints: 3 });
  expect(sizingChart(result, "curve").data.values.map(({ at, percent }) => [at, percent])).toEqual([
    [0, 0],
    [10, 50],
    [20, 100],
  ]);
  const without = sized(twoPrices, { choices: [chargedPerHour(choice, 30)] });
  expect(() => sizingChart(without, "curve")).toThrow(/curvePoints/u);
  expect(() => sizingChart({ status: "infeasible" } as SizingResult, "curve")).toThrow(/a result that is infeasible/u);
});

it("is drawn by Vega", async () => {
  const result = sized(twoPrices, { choices: [chargedPerHour(choice, 30)], curvePoints: 3 });
  for (const kind of sizingChartKinds) expect(await chartSvg(sizingChart(result, kind))).toMatch(/^<svg/u);
});
