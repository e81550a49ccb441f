import { describe, expect, it } from "vitest";
import { limitDirections } from "../../src/explain/limit-direction.ts";
import { toLinearProgram } from "../../src/model/to-linear-program.ts";
import { emptySite } from "../support/plans.ts";

describe("limitDirections", () => {
  const site = emptySite(3);
  site.addSeries("grid", "importMw", { unit: "MW", upper: Float64Array.of(80, 0, 40), limit: "importLimitMw" });
  site.addSeries("bess", "storedMwh", {
    unit: "MWh",
    lower: Float64Array.of(0, 0, 7),
    upper: Float64Array.of(20, 20, 7),
    limit: "maxStoredMwh",
  });
  // Two segments of one fleet: 6 and 4 MW.
  const segments = [6, 4].map((upper, k) =>
    site.addSeries("fleet", `segment ${k}`, { unit: "MW", upper, limit: "rigs" }),
  );
  site.addRows("fleet", "ramp up", { unit: "(MW/h)", upper: Float64Array.of(Infinity, 5, 5), limit: "rampUpMwPerH" });
  site.addColumn("gensets", "burntL", { unit: "L", upper: 5000, limit: "tankL" });
  site.addColumn("gensets", "fuelL", { unit: "L", lower: 700, upper: 700, limit: "atHandL" });
  site.addSeries("grid", "exportMw", { unit: "MW", upper: 0, limit: "exportLimitMw" });
  const lp = toLinearProgram(site);
  const of = (limit: string, fixed = lp) =>
    limitDirections(site, lp, fixed).find((direction) => direction.limit === limit)!;

  it("a limit per interval moves in proportion, and not at all where it is 0", () => {
    expect(of("importLimitMw")).toMatchObject({
      asset: "grid",
      unit: "MW",
      value: 80,
      perInterval: true,
      cols: [0, 2],
      colRates: [1, 0.5],
      rows: [],
      rowRates: [],
    });
  });

  it("a required end level does not move", () => {
    expect(of("maxStoredMwh")).toMatchObject({ value: 20, cols: [3, 4], colRates: [1, 1] });
  });

  it("blocks of one limit move together: a MW more of a fleet is 0.6 and 0.4 of its segments", () => {
    expect(of("rigs").value).toBe(10);
    expect(of("rigs").cols).toEqual(segments.flatMap(({ start }) => [start, start + 1, start + 2]));
    expect(of("rigs").colRates).toEqual([0.6, 0.6, 0.6, 0.4, 0.4, 0.4]);
  });

  it("rows move by one each, and free rows remain free", () => {
    const [, ramp] = site.rowBlocks;
    expect(of("rampUpMwPerH")).toMatchObject({
      value: 5,
      cols: [],
      colRates: [],
      rows: [ramp.start + 1, ramp.start + 2],
      rowRates: [1, 1],
    });
  });

  it("moves a single limit, and nothing without a limit", () => {
    expect(of("tankL")).toMatchObject({ value: 5000, perInterval: false, colRates: [1] });
    expect(of("exportLimitMw")).toMatchObject({ value: 0, cols: [] });
  });

  it("a given amount moves with both bounds", () => {
    expect(of("atHandL")).toMatchObject({ quantity: "fuelL", value: 700, isGiven: true, colRates: [1] });
    expect(of("tankL").isGiven).toBe(false);
  });

  it("a side fixed at zero does not move, and does not change the proportion", () => {
    const colUpper = lp.colUpper.slice();
    colUpper[0] = 0;
    expect(of("importLimitMw", { ...lp, colUpper })).toMatchObject({ value: 80, cols: [2], colRates: [0.5] });
  });
});
