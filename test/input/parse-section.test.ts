import { describe, expect, it } from "vitest";
import * as z from "zod";
import { curve, monthlyNumber, number } from "../../src/assets/fields/fields.ts";
import { quantity } from "../../src/assets/fields/quantities.ts";
import type { ParseContext } from "../../src/input/parse-context.ts";
import { parseSection } from "../../src/input/parse-section.ts";
import { timeGrid } from "../../src/input/time-axis.ts";

const time = timeGrid(Date.parse("2026-07-14T00:00:00-05:00"), 60, 3, "America/Chicago");
const schema = z.strictObject({
  limitMw: curve(quantity.powerMw),
  adder: curve(quantity.costUsdPerMwh).optional(),
  tiers: z.array(z.strictObject({ mw: curve(quantity.powerMw) })).optional(),
  share: number(quantity.fraction).default(0.5),
});

function read(input: unknown, context: Partial<ParseContext> = { time }) {
  const whole: ParseContext = { faults: [], notices: [], ...context };
  return { value: parseSection(schema, input, "assets[0]", whole), faults: whole.faults };
}

describe("parseSection", () => {
  it("resolves every curve, however deep, and keeps the rest", () => {
    const { value, faults } = read({ limitMw: [1, 2, 3], tiers: [{ mw: 4 }, { mw: [5, 6, 7] }] });
    expect(faults).toEqual([]);
    expect(value).toEqual({
      limitMw: Float64Array.of(1, 2, 3),
      tiers: [{ mw: Float64Array.of(4, 4, 4) }, { mw: Float64Array.of(5, 6, 7) }],
      share: 0.5,
    });
  });

  it("judges the curves of a piece that is faulty elsewhere", () => {
    const { value, faults } = read({ limitMw: [1, 2], adder: [1, -2, 3], share: 96, tiers: [{ mw: [1] }] });
    expect(value).toBeUndefined();
    expect(faults.map(({ path }) => path)).toEqual([
      "assets[0].share",
      "assets[0].limitMw",
      "assets[0].adder[1]",
      "assets[0].tiers[0].mw",
    ]);
  });

  it("tells a fault of a curve once", () => {
    expect(read({ limitMw: [1, 2], extra: 1 }).faults).toHaveLength(2);
  });

  it("judges the size of single numbers too, and gives them as numbers", () => {
    const charge = z.strictObject({
      usd: number(quantity.chargeUsdPerMwMonth),
      perMwh: number(quantity.litrePerMwh).prefault(248.7),
    });
    const context = (unitsAsStated: string[]): ParseContext => ({ faults: [], notices: [], time, unitsAsStated });
    const doubted = context([]);
    expect(parseSection(charge, { usd: 100 }, "c", doubted)).toBeUndefined();
    expect(doubted.faults).toEqual([
      {
        path: "c.usd",
        given: "100",
        wanted: "a plausible size in USD/MW-month",
        fix: 'is this USD/kW-month? multiply by 1000; if it is intended, list "c.usd" in unitsAsStated',
      },
    ]);
    const meant = context(["c.usd"]);
    expect(parseSection(charge, { usd: 100 }, "c", meant)).toEqual({ usd: 100, perMwh: 248.7 });
    expect(meant.faults).toEqual([]);
  });

  it("one thing in a wrong unit is one fault, which names how many values; small ones beside large are right", () => {
    const rate = () => number(quantity.priceUsdPerMwh);
    const tariff = z.strictObject({
      byPeriod: z.record(z.string(), rate()).optional(),
      tiers: z.array(z.strictObject({ upToMwh: z.number().optional(), usdPerMwh: rate() })).optional(),
      tiersByPeriod: z.record(z.string(), z.array(z.strictObject({ usdPerMwh: rate() }))).optional(),
      months: monthlyNumber(quantity.priceUsdPerMwh, "by month").optional(),
    });
    const faultsOf = (input: unknown, unitsAsStated: string[] = []) => {
      const context: ParseContext = { faults: [], notices: [], time, unitsAsStated };
      parseSection(tariff, input, "t", context);
      return context.faults.map(({ path, given }) => `${path}: ${given}`);
    };
    const twelve = (usd: number) => Array.from({ length: 12 }, (_, m) => usd * (m + 1));
    expect(faultsOf({ byPeriod: { off: 0.04, on: 0.09, mid: 0 } })).toEqual([
      "t.byPeriod: 2 values of 0.09 at most in size",
    ]);
    expect(faultsOf({ byPeriod: { off: 1, on: 60 } })).toEqual([]);
    expect(faultsOf({ tiers: [{ upToMwh: 5, usdPerMwh: 0.03 }, { usdPerMwh: 0.05 }] })).toEqual([
      "t.tiers: 2 values of 0.05 at most in size",
    ]);
    expect(faultsOf({ tiers: [{ upToMwh: 5, usdPerMwh: 0.5 }, { usdPerMwh: 12 }] })).toEqual([]);
    expect(
      faultsOf({ tiersByPeriod: { a: [{ usdPerMwh: 0.03 }], b: [{ usdPerMwh: 0.02 }, { usdPerMwh: 0.01 }] } }),
    ).toEqual(["t.tiersByPeriod: 3 values of 0.03 at most in size"]);
    expect(faultsOf({ months: twelve(0.01), byPeriod: { all: 0.5 } })).toEqual([
      "t.byPeriod.all: 0.5",
      "t.months: 12 values of 0.12 at most in size",
    ]);
    // What is meant so may be named one by one, or together.
    const both = { byPeriod: { off: 0.04, on: 0.09 } };
    expect(faultsOf(both, ["t.byPeriod"])).toEqual([]);
    expect(faultsOf(both, ["t.byPeriod.off"])).toEqual(["t.byPeriod: 0.09"]);
    expect(faultsOf(both, ["t.byPeriod.off", "t.byPeriod.on"])).toEqual([]);
  });

  it("names a missing curve", () => {
    expect(read({}).faults).toMatchObject([
      { path: "assets[0].limitMw", given: "nothing", wanted: "a value", fix: "add it" },
    ]);
    expect(read({ limitMw: undefined }).faults).toMatchObject([{ path: "assets[0].limitMw", given: "nothing" }]);
  });
});
