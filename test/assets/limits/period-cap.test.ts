import { describe, expect, it } from "vitest";
import {
  capsLeft,
  countAgainst,
  declareCaps,
  usedAtEnd,
  usedByPeriod,
  type CapInput,
} from "../../../src/assets/limits/period-cap.ts";
import { quantity } from "../../../src/assets/fields/quantities.ts";
import { timeGrid } from "../../../src/input/time-axis.ts";
import { SiteModel } from "../../../src/model/site-model.ts";
import { SolvedSite } from "../../../src/model/solved-site.ts";
import { toLinearProgram } from "../../../src/model/to-linear-program.ts";

const cap: CapInput = { limit: "hoursPerYear", unit: "h", most: 10, field: "hoursByYear", used: { 2026: 4 } };
/** Hours from 22:00 on New Year's Eve in Chicago: two in 2026, two in 2027. */
const site = (start = "2026-12-31T22:00:00-06:00") =>
  new SiteModel(timeGrid(Date.parse(start), 60, 4, "America/Chicago"));

describe("declareCaps", () => {
  it("has a cap for each period the plan touches, less what was used of it", () => {
    const model = site();
    const caps = declareCaps(model, "sets", cap);
    expect(
      caps.map(({ label, from, to, before, used }) => [label, from, to, before, model.colUpper.at(used.start)]),
    ).toEqual([
      ["2026", 0, 2, 4, 6],
      ["2027", 2, 4, 0, 10],
    ]);
    expect(
      declareCaps(site(), "sets", { ...cap, period: "month", used: { "2027-01": 10 } }).map(({ label, before }) => [
        label,
        before,
      ]),
    ).toEqual([
      ["2026-12", 0],
      ["2027-01", 10],
    ]);
    expect(model.notices).toEqual([]);
  });

  it("says where it takes nothing to be used, but not at the start of a period", () => {
    const noticesOf = (start: string, period: "year" | "month") => {
      const model = site(start);
      declareCaps(model, "sets", { ...cap, period, used: {} });
      return model.notices;
    };
    expect(noticesOf("2026-12-31T22:00:00-06:00", "year")).toEqual([
      "sets: no hoursByYear of 2026 in initialState; 0 is taken.",
    ]);
    expect(noticesOf("2026-12-01T00:00:00-06:00", "year")).toHaveLength(1);
    expect(noticesOf("2026-12-01T00:00:00-06:00", "month")).toEqual([]);
    expect(noticesOf("2026-01-01T00:00:00-06:00", "year")).toEqual([]);
  });

  it("refuses a cap that is used up and more", () => {
    const model = site();
    declareCaps(model, "sets", { ...cap, most: 3 });
    expect(() => model.throwFaults(() => "assets[0]")).toThrow(
      /assets\[0\]\.hoursPerYear.*at least what initialState says was used in 2026, 4/su,
    );
  });
});

describe("countAgainst", () => {
  it("adds a series up within each period", () => {
    // Of x = 1, 2, 3, 4 at 0.5, 1, 2, 3 h: 0.5 + 2 in 2026, 6 + 12 in 2027. Rows: sum - used = 0.
    const model = site();
    const x = model.addSeries("sets", "powerMw", { unit: "MW" });
    const caps = declareCaps(model, "sets", cap);
    countAgainst(model, caps, x, Float64Array.of(0.5, 1, 2, 3));
    const { colStart, rowIndex, value } = toLinearProgram(model);
    const entries = (column: number) =>
      Array.from(rowIndex.subarray(colStart[column], colStart[column + 1]), (row, k) => [
        row,
        value[colStart[column] + k],
      ]);
    expect([0, 1, 2, 3].map((t) => entries(x.start + t))).toEqual([
      [[caps[0].row.start, 0.5]],
      [[caps[0].row.start, 1]],
      [[caps[1].row.start, 2]],
      [[caps[1].row.start, 3]],
    ]);
    expect(caps.map(({ used, row }) => entries(used.start).concat([[row.start, 0]]))).toEqual(
      caps.map(({ row }) => [
        [row.start, -1],
        [row.start, 0],
      ]),
    );
  });
});

describe("usedAtEnd", () => {
  it("adds what the plan used, and never passes the cap by rounding", () => {
    const model = site();
    const caps = declareCaps(model, "sets", cap);
    const x = new Float64Array(model.colLower.length);
    x[caps[0].used.start] = 6 + 1e-12;
    x[caps[1].used.start] = -1e-12;
    const solved = new SolvedSite(model.time, { x, y: x, reducedCost: x });
    expect(usedAtEnd(caps, { 2025: 1, 2026: 4 }, solved)).toEqual({ 2025: 1, 2026: 10, 2027: 0 });
  });
});

describe("capsLeft", () => {
  it("remembers by period", () => {
    const left = capsLeft(declareCaps(site(), "sets", cap));
    expect([left.at(0), left.at(3)]).toEqual([6, 10]);
    left.take(1, 2.5);
    expect([left.at(0), left.at(3)]).toEqual([3.5, 10]);
    const none = capsLeft([]);
    none.take(0, 5);
    expect(none.at(0)).toBe(Infinity);
  });
});

describe("usedByPeriod", () => {
  it("takes years and months, and nothing else", () => {
    const schema = usedByPeriod(quantity.hours, "Hours");
    expect(schema.safeParse({ "2026": 1, "2026-07": 2 }).success).toBe(true);
    for (const label of ["26", "2026-7", "2026-13", "2026-07-14", ""])
      expect(schema.safeParse({ [label]: 1 }).success, label).toBe(false);
    expect(schema.safeParse({ "2026": -1 }).success).toBe(false);
  });
});
