import { describe, expect, it } from "vitest";
import { seriesUnits, unitsOfHeading } from "../../src/io/series-unit.ts";

describe("units of headings", () => {
  it.each([
    ["load_mw", ["MW"]],
    ["Power (kW)", ["kW"]],
    ["gpu05_w", ["W"]],
    ["DA Price ($/kWh)", ["per kWh"]],
    ["price_usd_per_mwh", ["per MWh"]],
    ["avg_CI gCO2/kWh", ["per kWh", "g/kWh"]],
    ["total", []],
  ])("%s", (heading, units) => {
    expect(unitsOfHeading(heading)).toEqual(units);
  });

  it("shift by their prefix", () => {
    expect([
      seriesUnits.W.shift,
      seriesUnits.kW.shift,
      seriesUnits.GW.shift,
      seriesUnits["per kWh"].shift,
      seriesUnits["kg/MWh"].shift,
    ]).toEqual([-6, -3, 3, 3, -3]);
  });
});
