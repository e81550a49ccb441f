import { describe, expect, it } from "vitest";
import { FaultLog } from "../../src/io/fault-log.ts";
import { fleetColumns, hasModelHeading } from "../../src/io/fleet-columns.ts";
import { Header } from "../../src/io/header.ts";

const read = (...headings: string[]) => {
  const faults = new FaultLog();
  return { columns: fleetColumns(new Header(headings), 1, faults), faults };
};

describe("fleetColumns", () => {
  it.each([
    ["Power (W)", 1],
    ["powerW", 1],
    ["watts", 1],
    ["W", 1],
    ["wall power w", 1],
    ["Power consumption (W)", 1],
    ["W per rig", 1],
    ["Power (kW)", 1e-3],
    ["kW", 1e-3],
    ["power_kw", 1e-3],
  ])("%s is a power, divided by %f", (heading, divisor) => {
    expect(read("Model", "Qty", heading).columns).toMatchObject({
      model: 0,
      count: 1,
      powerW: { at: 2, divisor },
      ignored: [],
    });
  });

  it.each([
    ["Hashrate (TH/s)", 1],
    ["hashrateThPerS", 1],
    ["TH/s", 1],
    ["TH", 1],
    ["hash rate ths", 1],
    ["Hashrate PH/s", 1e-3],
    ["GH/s", 1e3],
  ])("%s is a hash rate, divided by %f", (heading, divisor) => {
    expect(read("rig", "number of rigs", heading).columns?.hashrateThPerS).toEqual({ at: 2, divisor });
  });

  it.each(["Efficiency (W/TH)", "J/TH", "Total kW", "Location", "Serial", "power factor"])(
    "nothing is read from %s",
    (heading) => {
      expect(read("count", "model", heading).columns).toEqual({
        model: 1,
        count: 0,
        powerW: undefined,
        hashrateThPerS: undefined,
        ignored: [heading],
      });
    },
  );

  it("a figure whose heading says no unit has none, unless the caller says it", () => {
    expect(read("model", "count", "Power").columns?.powerW).toEqual({ at: 2, divisor: undefined });
    const stated = fleetColumns(new Header(["model", "count", "power", "hashrate"]), 1, new FaultLog(), {
      powerUnit: "kW",
      hashrateUnit: "PH/s",
    });
    expect(stated).toMatchObject({ powerW: { at: 2, divisor: 1e-3 }, hashrateThPerS: { at: 3, divisor: 1e-3 } });
    const faults = new FaultLog();
    fleetColumns(new Header(["model", "count", "power_w"]), 1, faults, { powerUnit: "kW" });
    expect(() => faults.throwIfAny()).toThrow('got "power_w", wanted kW, as the option states');
  });

  it("of a name, a miner and a model the model is the model, and a blank heading is nothing", () => {
    expect(read("miner", "model", "count", "").columns).toEqual({
      model: 1,
      count: 2,
      powerW: undefined,
      hashrateThPerS: undefined,
      ignored: ["miner"],
    });
    expect(read("name", "count").columns).toMatchObject({ model: 0 });
    expect(
      [["x", "Model"], ["name"], ["title"], [""]].map((headings) => hasModelHeading(new Header(headings))),
    ).toEqual([true, true, false, false]);
  });

  it.each(["Name", "Hostname", "Serial Number", "MAC", "IP Address", "Worker", "Rack", "Asset ID", "slot"])(
    "where %s tells machines apart every row is one",
    (heading) => {
      expect(read(heading, "Model", "Hashrate (TH/s)").columns).toMatchObject({ model: 1, count: -1 });
    },
  );

  it.each([
    [
      ["model", "hashrate", "coin", "country"],
      'wanted a column of numbers of rigs; name it "count"; if every row is one machine, set ' +
        'options.rowsAre: "machines"',
    ],
    [["name", "model", "cuont"], 'line 1, column 3 (cuont): got "cuont", wanted a column of numbers of rigs'],
  ])("asks for numbers in %j, and lets the rows be read", (headings, message) => {
    const { columns, faults } = read(...headings);
    expect(columns).toBeDefined();
    expect(() => faults.throwIfAny()).toThrow(message);
  });

  it.each([
    [["count"], "a column of models"],
    [["model", "count", "model"], "a second column of models"],
    [["model", "count", "W", "kW"], "line 1, column 4 (kW): got a second column of power"],
  ])("refuses the headings %j", (headings, message) => {
    const { columns, faults } = read(...headings);
    expect(columns).toBeUndefined();
    expect(() => faults.throwIfAny()).toThrow(message);
  });
});
