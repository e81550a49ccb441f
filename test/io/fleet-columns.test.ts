import { describe, expect, it } from "vitest";
import { FaultLog } from "../../src/io/fault-log.ts";
import { fleetColumns } from "../../src/io/fleet-columns.ts";
import { Header } from "../../src/io/header.ts";

const read = (...headings: string[]) => {
  const faults = new FaultLog();
  return { columns: fleetColumns(new Header(headings), 1, faults), faults };
};

describe("fleetColumns", () => {
  it.each([
    ["Power (W)", 1], ["powerW", 1], ["watts", 1], ["W", 1], ["wall power w", 1], ["Power consumption (W)", 1], ["W per rig", 1],
    ["Power (kW)", 1e-3], ["kW", 1e-3], ["power_kw", 1e-3],
  ])("%s is a power, divided by %f", (heading, divisor) => {
    expect(read("Model", "Qty", heading).columns).toMatchObject({ model: 0, count: 1, powerW: { at: 2, divisor }, ignored: [] });
  });

  it.each([["Hashrate (TH/s)", 1], ["hashrateThPerS", 1], ["TH/s", 1], ["TH", 1], ["hash rate ths", 1], ["Hashrate PH/s", 1e-3], ["GH/s", 1e3]])("%s is a hash rate, divided by %f", (heading, divisor) => {
    expect(read("rig", "number of rigs", heading).columns?.hashrateThPerS).toEqual({ at: 2, divisor });
  });

  it.each(["Efficiency (W/TH)", "J/TH", "Total kW", "Location", "Serial", "power factor"])("nothing is read from %s", (heading) => {
    expect(read("count", "model", heading).columns).toEqual({ model: 1, count: 0, powerW: undefined, hashrateThPerS: undefined, ignored: [heading] });
  });

  it.each([
    [["count"], "a column of models"],
    [["model"], "a column of numbers of rigs"],
    [["model", "count", "Power"], '"Power" without a unit, wanted W, kW; write e.g. "Power (W)"'],
    [["model", "count", "Hashrate"], '"Hashrate" without a unit, wanted GH/s, TH/s, PH/s'],
    [["model", "count", "W", "kW"], "line 1, column 4 (kW): got a second column of power"],
  ])("refuses the headings %j", (headings, message) => {
    const { columns, faults } = read(...headings);
    expect(columns).toBeUndefined();
    expect(() => faults.throwIfAny()).toThrow(message);
  });
});
