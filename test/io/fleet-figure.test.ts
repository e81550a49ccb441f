import { describe, expect, it } from "vitest";
import { FaultLog } from "../../src/io/fault-log.ts";
import { parseFigure, HASHRATE_FIGURE, POWER_FIGURE } from "../../src/io/fleet-figure.ts";

const place = { line: 3, column: 2, heading: "power" };
const read = (text: string, divisor?: number, kind = POWER_FIGURE) => {
  const faults = new FaultLog();
  return { value: parseFigure(text, { at: 1, divisor }, kind, false, place, 1, faults), faults };
};

describe("figures in cells", () => {
  it.each([
    ["5510 W", 5510],
    ["5.51 kW", 5510],
    ["3500W", 3500],
    [" 3500 watts ", 3500],
  ])("%j is %f W", (text, watts) => {
    expect(read(text).value).toBe(watts);
  });

  it.each([
    ["580 Th/s", 580],
    ["1.16 Ph/s", 1160],
    ["13500 GH/s", 13.5],
    ["141T", 141],
    ["200 TH", 200],
  ])("%j is %f TH/s", (text, hashrate) => {
    expect(read(text, undefined, HASHRATE_FIGURE).value).toBe(hashrate);
  });

  it("takes the unit of the heading, and of the cell where it is the same", () => {
    expect([read("3.5", 1e-3).value, read("3.5 kW", 1e-3).value, read("", 1).value]).toEqual([3500, 3500, undefined]);
    expect(() => read("3500 W", 1e-3).faults.throwIfAny()).toThrow("a figure in the unit of the heading");
  });

  it("asks for a unit that nobody says, at the heading", () => {
    expect(() => read("3500").faults.throwIfAny()).toThrow(
      'line 1, column 2 (power): got "power" without a unit, wanted W, kW; write e.g. "power (W)", or state it ' +
        "by options.powerUnit",
    );
  });

  it.each(["0", "-3", "x", "3500 hp", "3,500"])("refuses %j", (text) => {
    const { value, faults } = read(text, 1);
    expect(value).toBeNaN();
    expect(() => faults.throwIfAny()).toThrow("line 3, column 2 (power)");
  });
});
