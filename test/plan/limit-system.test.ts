import { describe, expect, it } from "vitest";
import { toLinearProgram } from "../../src/model/to-linear-program.ts";
import { LimitSystem } from "../../src/plan/limit-system.ts";
import { emptySite } from "../support/plans.ts";

describe("LimitSystem", () => {
  const site = emptySite(2);
  site.demand(30);
  const importMw = site.addSeries("grid", "importMw", { unit: "MW", upper: 40, limit: "importLimitMw" });
  const exportMw = site.addSeries("grid", "exportMw", { unit: "MW", upper: 9, limit: "exportLimitMw" });
  const stored = site.addSeries("bess", "storedMwh", {
    unit: "MWh",
    lower: Float64Array.of(0, 7),
    upper: Float64Array.of(20, 7),
    limit: "maxStoredMwh",
    lowerLimit: (t) => (t === 1 ? "end" : "minStoredMwh"),
  });
  const shed = site.addSeries("ai", "unservedMw", { unit: "MW", upper: 5 });
  const law = site.addRows("bess", "stored energy", { unit: "MWh", lower: 0, upper: 0 });
  const job = site.addRow("batch", "energy of job", { unit: "MWh", lower: 8, upper: 8 });
  const tank = site.addRow("gensets", "fuel", { unit: "kL", lower: 0, upper: 0 });
  const cap = site.addRow("gensets", "hours", { unit: "h", upper: 50, limit: "unitHoursCap" });
  site.addEitherOr("grid imports and exports", [importMw], [exportMw]);
  const rule = site.eitherOrs[0].rows!;
  const lp = toLinearProgram(site);
  const fresh = () => new LimitSystem(site, lp);

  it("starts with all settings and requirements off, and nothing else", () => {
    const { colLower, colUpper, rowLower, rowUpper } = fresh();
    expect([...colUpper]).toEqual([Infinity, Infinity, Infinity, Infinity, Infinity, Infinity, 5, 5]);
    expect([...colLower]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    const at = (row: number) => [rowLower[row], rowUpper[row]];
    expect([at(0), at(law.start), at(job.start), at(tank.start), at(cap.start), at(rule.start)]).toEqual([
      [-Infinity, Infinity],
      [0, 0],
      [-Infinity, Infinity],
      [0, 0],
      [-Infinity, Infinity],
      [-Infinity, Infinity],
    ]);
  });

  it("finds the limit behind a price, and no limit behind the price of a definition", () => {
    const system = fresh();
    expect(system.ofRow(1, 3)).toEqual([
      { asset: "site", limit: "need", unit: "MW", value: 30, interval: 1, of: "row", side: "lower", index: 1 },
    ]);
    expect(system.ofRow(job.start, -2)).toEqual([
      { asset: "batch", limit: "energy of job", unit: "MWh", value: 8, of: "row", side: "upper", index: job.start },
    ]);
    expect(system.ofRow(cap.start, -2)).toMatchObject([{ limit: "unitHoursCap", side: "upper", value: 50 }]);
    expect([system.ofRow(law.start, 5), system.ofRow(tank.start, 5), system.ofRow(cap.start, 5)]).toEqual([[], [], []]);
    expect(system.ofColumn(importMw.start + 1, -4)).toEqual([
      {
        asset: "grid",
        limit: "importLimitMw",
        unit: "MW",
        value: 40,
        interval: 1,
        of: "column",
        side: "upper",
        index: importMw.start + 1,
      },
    ]);
    // Nobody chose a floor of 0, nor an unnamed limit.
    expect([
      system.ofColumn(importMw.start, 4),
      system.ofColumn(stored.start, 4),
      system.ofColumn(shed.start, -4),
    ]).toEqual([[], [], []]);
    expect(system.ofColumn(stored.start + 1, 4)).toMatchObject([{ limit: "end", side: "lower", value: 7 }]);
    // An end that is set from both sides goes by one name.
    expect(system.ofColumn(stored.start + 1, -4)).toMatchObject([{ limit: "end", side: "upper", value: 7 }]);
    // Of a rule's row: the limits it is made of.
    expect(system.ofRow(rule.start, -1).map(({ limit, interval }) => [limit, interval])).toEqual([
      ["importLimitMw", 0],
      ["exportLimitMw", 0],
    ]);
  });

  it("switches limits on and off; the row of a rule is on only while all its limits are", () => {
    const system = fresh();
    const [imports] = system.ofColumn(importMw.start, -1);
    const [exports] = system.ofColumn(exportMw.start, -1);
    const [end] = system.ofColumn(stored.start + 1, 1);
    const [need] = system.ofRow(0, 1);
    for (const member of [imports, end, need]) system.switch(member, true);
    expect([
      system.colUpper[importMw.start],
      system.colLower[stored.start + 1],
      system.rowLower[0],
      system.rowUpper[rule.start],
    ]).toEqual([40, 7, 30, Infinity]);
    system.switch(exports, true);
    expect([system.rowUpper[rule.start], system.rowUpper[rule.start + 1]]).toEqual([1, Infinity]);
    // Twice is once.
    system.switch(exports, true);
    system.switch(imports, false);
    expect(system.rowUpper[rule.start]).toBe(Infinity);
    for (const member of [exports, end, need]) system.switch(member, false);
    const { colLower, colUpper, rowLower, rowUpper } = fresh();
    expect([system.colLower, system.colUpper, system.rowLower, system.rowUpper]).toEqual([
      colLower,
      colUpper,
      rowLower,
      rowUpper,
    ]);
  });
});
