import { describe, expect, it } from "vitest";
import { SolvedSite } from "../../src/model/solved-site.ts";
import { emptySite } from "../support/plans.ts";

describe("SolvedSite", () => {
  const site = emptySite(3);
  const all = site.addSeries("a", "all", { unit: "MW" });
  const part = site.addSeries("a", "part", { unit: "MW", from: 1, count: 2 });
  const single = site.addColumn("a", "single", { unit: "MW" });
  const rows = site.addRows("a", "rows", { unit: "MW", from: 2 });
  const row = site.addRow("a", "row", { unit: "MWh" });
  const x = Float64Array.of(1, 2, 3, 4, 5, 6);
  const y = Float64Array.of(10, 20, 30, 40, 50);
  const reducedCost = Float64Array.of(-1, -2, -3, -4, -5, -6);
  const solved = new SolvedSite(site.time, { x, y, reducedCost });

  it("gives blocks on the whole time axis, 0 where they are not", () => {
    expect([...solved.values(all)]).toEqual([1, 2, 3]);
    expect([...solved.values(part)]).toEqual([0, 4, 5]);
    expect([...solved.reducedCosts(part)]).toEqual([0, -4, -5]);
    expect([...solved.rowPrices(site.balance)]).toEqual([10, 20, 30]);
    expect([...solved.rowPrices(rows)]).toEqual([0, 0, 40]);
  });

  it("gives single columns and rows", () => {
    expect([solved.value(single), solved.rowPrice(row)]).toEqual([6, 50]);
    expect([[...solved.reducedCosts(single)], [...solved.rowPrices(row)]]).toEqual([[-6], [50]]);
  });

  it("gives zeros where a block was not declared", () => {
    expect([...solved.values(undefined)]).toEqual([0, 0, 0]);
  });

  it("adds blocks up where they are", () => {
    expect([...solved.total([all, part, undefined])]).toEqual([1, 6, 8]);
  });

  it("puts a single column elsewhere", () => {
    const own = new SolvedSite(site.time, { x: x.slice(), y, reducedCost });
    own.set(single, 9);
    expect([own.value(single), ...own.values(part)]).toEqual([9, 0, 4, 5]);
  });

  it("gives copies: a reader cannot change the answer", () => {
    solved.values(all).fill(99);
    expect(x[0]).toBe(1);
  });
});
