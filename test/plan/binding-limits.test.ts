import { describe, expect, it } from "vitest";
import { timeGrid } from "../../src/input/time-axis.ts";
import type { ColumnBlock, RowBlock } from "../../src/model/block.ts";
import { SiteModel } from "../../src/model/site-model.ts";
import { SolvedSite } from "../../src/model/solved-site.ts";
import { toLinearProgram } from "../../src/model/to-linear-program.ts";
import { statesAtMinimum, limitsBindingAt, needsByRow } from "../../src/plan/binding-limits.ts";

const time = timeGrid(Date.UTC(2026, 0, 5), 60, 3, "UTC");

/** A solution by blocks: values, reduced costs and duals of what is named, 0 elsewhere. */
function solved(
  site: SiteModel,
  given: {
    x?: [ColumnBlock, number[]][];
    d?: [ColumnBlock, number[]][];
    y?: [RowBlock, number[]][];
  },
) {
  const vector = (length: number, blocks: [ColumnBlock | RowBlock, number[]][] = []) => {
    const values = new Float64Array(length);
    for (const [block, of] of blocks) values.set(of, block.start);
    return values;
  };
  const { numRows, numCols } = toLinearProgram(site);
  return new SolvedSite(time, {
    x: vector(numCols, given.x),
    reducedCost: vector(numCols, given.d),
    y: vector(numRows, given.y),
  });
}

describe("holdingLimits", () => {
  const site = new SiteModel(time);
  const importMw = site.addSeries("grid", "importMw", {
    unit: "MW",
    upper: Float64Array.of(40, 30, 20),
    limit: "importLimitMw",
  });
  const setsMw = site.addSeries("gensets", "powerMw", {
    unit: "MW",
    upper: 20,
    from: 1,
    count: 2,
    limit: "sets",
  });
  const hours = site.addRow("gensets", "unit hours", {
    unit: "h",
    upper: 9,
    limit: "unitHoursCap",
  });
  const nameless = site.addRow("x", "energy", { unit: "MWh", lower: 1 });
  // Hour 1: import and the hours hold. Hour 2: import holds; the sets have a price (from an either-or row) but room
  // left.
  const answer = solved(site, {
    x: [
      [importMw, [10, 30, 20]],
      [setsMw, [5, 5]],
    ],
    d: [
      [importMw, [0, -1, -1]],
      [setsMw, [0, -1]],
    ],
    y: [[hours, [-0.5]]],
  });
  const binding = limitsBindingAt(site, answer, toLinearProgram(site));
  const limit = (asset: string, name: string, value: number, unit: string) => ({
    asset,
    limit: name,
    value,
    unit,
  });

  it("of an interval: limits fully used there with a price, by input name and value", () => {
    const cap = limit("gensets", "unitHoursCap", 9, "h");
    expect([0, 1, 2].map((t) => binding(site.balance, t))).toEqual([
      [cap],
      [limit("grid", "importLimitMw", 30, "MW"), cap],
      [limit("grid", "importLimitMw", 20, "MW"), cap],
    ]);
  });

  it("of a row over the plan: the first interval in which a limit binds", () => {
    expect(binding(nameless, 0)).toEqual([
      limit("grid", "importLimitMw", 30, "MW"),
      limit("gensets", "unitHoursCap", 9, "h"),
    ]);
  });

  it("a violated limit is not its own cause", () => {
    expect(binding(hours, 0).map(({ limit: name }) => name)).toEqual(["importLimitMw"]);
  });
});

it("statesAtMinimum: a state at its lower limit with a price, by the field that sets it there", () => {
  const site = new SiteModel(time);
  const stored = site.addSeries("bess", "storedMwh", {
    unit: "MWh",
    lower: Float64Array.of(1, 1, 9),
    lowerLimit: (t) => (t === 2 ? "end" : "minStoredMwh"),
  });
  // Hour 0 has no price, hour 1 is empty, hour 2 at its end.
  const at = statesAtMinimum(
    site,
    solved(site, { x: [[stored, [1, 1, 9]]], d: [[stored, [0, 5, 5]]] }),
    toLinearProgram(site),
  );
  expect([0, 1, 2].map(at)).toEqual([
    [],
    [{ asset: "bess", limit: "minStoredMwh", value: 1, unit: "MWh" }],
    [{ asset: "bess", limit: "end", value: 9, unit: "MWh" }],
  ]);
});

describe("needsByRow", () => {
  const build = (lowerLimit?: (t: number) => string) => {
    const site = new SiteModel(time);
    const stored = site.addSeries("bess", "storedMwh", {
      unit: "MWh",
      lower: Float64Array.of(0, 4, 20),
      ...(lowerLimit === undefined ? {} : { lowerLimit }),
    });
    const jobMw = site.addSeries("batch", "powerMw", { unit: "MW" });
    site.draw(jobMw);
    const carried = site.addRows("bess", "stored energy", {
      unit: "MWh",
      lower: 0,
      upper: 0,
    });
    site.addTerms(carried, stored, 1);
    const energy = site.addRow("batch", "energy of training", {
      unit: "MWh",
      lower: 50,
    });
    site.addSum(energy, jobMw, 1, 1, 3);
    const answer = solved(site, {
      d: [[stored, [0, 1, 2]]],
      y: [[energy, [2]]],
    });
    return {
      carried,
      energy,
      needs: needsByRow(site, answer, toLinearProgram(site)),
    };
  };

  it("names the field that sets a lower limit, interval by interval", () => {
    const { carried, needs } = build((t) => (t === 2 ? "end.storedMwh" : "minStoredMwh"));
    expect([0, 1, 2].map((t) => needs.get(carried.start + t))).toEqual([
      undefined,
      [{ asset: "bess", limit: "minStoredMwh", value: 4, unit: "MWh" }],
      [{ asset: "bess", limit: "end.storedMwh", value: 20, unit: "MWh" }],
    ]);
  });

  it("or the quantity where no field was named", () => {
    const { carried, needs } = build();
    expect(needs.get(carried.start + 2)?.[0].limit).toBe("storedMwh at least");
  });

  it("links a requirement of a period to the rows it uses, and not to itself", () => {
    const { energy, needs } = build();
    const job = {
      asset: "batch",
      limit: "energy of training",
      value: 50,
      unit: "MWh",
    };
    expect([0, 1, 2].map((t) => needs.get(t))).toEqual([undefined, [job], [job]]);
    expect(needs.get(energy.start)).toBeUndefined();
  });

  it("names a need once for a row, however many of its columns share both", () => {
    const site = new SiteModel(time);
    const energy = site.addRow("batch", "energy", { unit: "MWh", lower: 50 });
    const other = site.addRow("batch", "cooling", { unit: "MWh", lower: 7 });
    const cap = site.addRow("hall", "cap", { unit: "MWh", upper: 60 });
    for (const name of ["one", "two"]) {
      const column = site.addColumn("batch", name, { unit: "MWh" });
      for (const row of [energy, other, cap]) site.addTerms(row, column, 1);
    }
    const answer = solved(site, {
      y: [
        [energy, [2]],
        [other, [1]],
      ],
    });
    const need = (limit: string, value: number) => ({
      asset: "batch",
      limit,
      value,
      unit: "MWh",
    });
    expect(needsByRow(site, answer, toLinearProgram(site)).get(cap.start)).toEqual([
      need("energy", 50),
      need("cooling", 7),
    ]);
  });
});
