import { describe, expect, it } from "vitest";
import { analogueScenarios, type AnalogueOptions } from "../src/analogue-scenarios.ts";
import { PlanInputError } from "../src/errors.ts";
import type { PlanInput } from "../src/plan-input/index.ts";
import { bitcoin, firm, grid, horizon } from "./support/small-sites.ts";

const input = { horizon: horizon(3), bitcoin, assets: [grid(), firm()] } as unknown as PlanInput;
const hours = (count: number, from = 0) => Array.from({ length: count }, (_, t) => from + t);
const price = {
  curve: { asset: "grid", field: "importPriceUsdPerMwh" },
  start: "2026-07-01T00:00:00-05:00",
  values: hours(48),
};

describe("scenarios from the past", () => {
  it("take all curves of the same days, though their histories begin at different times", () => {
    const scenarios = analogueScenarios(input, {
      history: [
        price,
        {
          curve: { asset: "inference", field: "facilityMw" },
          start: "2026-06-30T23:00:00-05:00",
          values: hours(60, 100),
        },
        { curve: "hashpriceUsdPerPhDay", start: "2026-07-01T00:00:00-05:00", values: hours(48, 40) },
      ],
    });
    expect(scenarios).toEqual([
      {
        name: "2026-07-01T00:00:00-05:00",
        probability: 0.5,
        changes: {
          assets: { grid: { importPriceUsdPerMwh: [0, 1, 2] }, inference: { facilityMw: [101, 102, 103] } },
          bitcoin: { hashpriceUsdPerPhDay: [40, 41, 42] },
        },
      },
      {
        name: "2026-07-02T00:00:00-05:00",
        probability: 0.5,
        changes: {
          assets: { grid: { importPriceUsdPerMwh: [24, 25, 26] }, inference: { facilityMw: [125, 126, 127] } },
          bitcoin: { hashpriceUsdPerPhDay: [64, 65, 66] },
        },
      },
    ]);
  });

  it.each<[string, object, string]>([
    ["no history", { history: [] }, "options.history"],
    ["a value that is NaN", { history: [{ ...price, values: [1, Number.NaN] }] }, "options.history[0].values[1]"],
    ["a start without offset", { history: [{ ...price, start: "2026-07-01" }] }, "options.history[0].start"],
    ["no curve", { history: [{ ...price, curve: "price" }] }, "options.history[0].curve"],
    [
      "histories that do not fall together",
      { history: [price, { ...price, start: "2026-07-01T00:30:00-05:00" }] },
      "options.history[0].start",
    ],
    ["no day that fits", { history: [{ ...price, values: [1, 2] }] }, "options.history"],
  ])("%s is refused", (_words, options, path) => {
    const run = () => analogueScenarios(input, options as unknown as AnalogueOptions);
    expect(run).toThrow(PlanInputError);
    expect(run).toThrow(path);
  });
});
