import { describe, expect, it } from "vitest";
import { quantity, type Quantity } from "../../src/assets/fields/quantities.ts";
import { resolveCurve } from "../../src/input/curve.ts";
import type { ParseContext } from "../../src/input/parse-context.ts";
import { timeGrid } from "../../src/input/time-axis.ts";

const timeZone = "America/Chicago";
const summer = timeGrid(Date.parse("2026-07-14T00:00:00-05:00"), 60, 4, timeZone);

function resolve(
  given: unknown,
  of: Quantity = quantity.powerMw,
  context: Partial<ParseContext> = { time: summer, timeZone },
) {
  const whole: ParseContext = { faults: [], notices: [], ...context };
  const values = resolveCurve(given, of, "x", whole);
  return { values: values === undefined ? undefined : [...values], faults: whole.faults, notices: whole.notices };
}

describe("resolveCurve", () => {
  it("holds one number over the plan", () => {
    expect(resolve(7)).toEqual({ values: [7, 7, 7, 7], faults: [], notices: [] });
  });

  it("takes one value per interval, also as a typed array, and copies it", () => {
    const given = Float64Array.of(1, 2, 3, 4);
    expect(resolve([1, 2, 3, 4]).values).toEqual([1, 2, 3, 4]);
    expect(resolve(given).values).toEqual([1, 2, 3, 4]);
    expect(resolveCurve(given, quantity.powerMw, "x", { faults: [], notices: [], time: summer })).not.toBe(given);
  });

  it("takes stamped values", () => {
    expect(
      resolve([
        { start: "2026-07-14T00:00:00-05:00", value: 1 },
        { start: "2026-07-14T02:00:00-05:00", value: 3 },
      ]).values,
    ).toEqual([1, 1, 3, 3]);
  });

  it("accepts the prices of a market's file in USD/MWh, and refuses another currency with a fix", () => {
    const prices = [
      { start: "2026-07-14T00:00:00-05:00", minutes: 180, perMwh: 41 },
      { start: "2026-07-14T03:00:00-05:00", minutes: 60, perMwh: -2 },
    ];
    const file = {
      market: "entsoe-csv",
      location: "BZN|FR",
      currency: "USD",
      prices,
      filled: [],
      gaps: [],
      notices: [],
    };
    expect(resolve(file, quantity.priceUsdPerMwh)).toEqual({ values: [41, 41, 41, -2], faults: [], notices: [] });
    expect(resolve({ ...file, currency: "EUR" }, quantity.priceUsdPerMwh).faults).toEqual([
      {
        path: "x.currency",
        given: 'the text "EUR"',
        wanted: '"USD"',
        fix: 'read the file with options.convert: { to: "USD", rate: USD for one unit }',
      },
    ]);
    expect(resolve({ ...file, currency: undefined }, quantity.priceUsdPerMwh).faults[0]).toMatchObject({
      path: "x.currency",
    });
    expect(resolve(file, quantity.powerMw).faults[0]).toMatchObject({ path: "x", given: "prices per MWh" });
    expect(resolve({ ...file, prices: prices.slice(1) }, quantity.priceUsdPerMwh).faults[0]).toMatchObject({
      path: "x.prices",
    });
  });

  it("names both lengths and the interval where an array does not fit, and judges its entries all the same", () => {
    const { values, faults } = resolve([1, null, 3]);
    expect(values).toBeUndefined();
    expect(faults[0]).toEqual({
      path: "x",
      given: "3 values",
      wanted: "4 values, one per interval of 60 minutes",
      fix: "give one value per interval, stamped values, or change horizon.count",
    });
    expect(faults[1]).toMatchObject({ path: "x[1]", given: "null (2026-07-14 01:00)" });
    expect(resolve([1], quantity.powerMw, { time: timeGrid(summer.startMs, 15, 8, timeZone) }).faults[0]).toMatchObject(
      { given: "1 value", wanted: "8 values, one per interval of 15 minutes" },
    );
    expect(resolve([]).faults[0]).toMatchObject({ given: "0 values" });
  });

  // The spring day has 23 hours: 24 values are the wall clock's, with an hour that did not exist. 25 in autumn.
  it("explains a length that a clock change explains", () => {
    const spring = timeGrid(Date.parse("2026-03-08T00:00:00-06:00"), 60, 23, timeZone);
    const autumn = timeGrid(Date.parse("2026-11-01T00:00:00-05:00"), 60, 25, timeZone);
    const day = Array.from({ length: 24 }, () => 1);
    expect(resolve(day, quantity.powerMw, { time: spring }).faults[0].fix).toContain(
      "the clock changes by 1 h in this plan",
    );
    expect(resolve(day, quantity.powerMw, { time: autumn }).faults[0].fix).toContain(
      "the clock changes by 1 h in this plan",
    );
    expect(resolve(day.slice(0, 20), quantity.powerMw, { time: autumn }).faults[0].fix).not.toContain("clock changes");
    expect(resolve(day.slice(0, 23), quantity.powerMw, { time: spring }).faults).toEqual([]);
  });

  it("names index, local time and value out of range, for people in the plan's zone", () => {
    expect(resolve([1, 2, -3, 4]).faults).toEqual([
      {
        path: "x[2]",
        given: "-3 (2026-07-14 02:00)",
        wanted: "a number of MW from 0 to 10000",
        fix: "correct the value or its sign",
      },
    ]);
    expect(resolve(50_000).faults).toEqual([
      { path: "x", given: "50000", wanted: "a number of MW from 0 to 10000", fix: "is this kW? divide by 1000" },
    ]);
    expect(resolve(Number.NaN).faults[0]).toMatchObject({ path: "x", given: "NaN" });
  });

  it.each([undefined, null, "40", {}, true])("refuses %o and names the three forms", (given) => {
    expect(resolve(given).faults).toHaveLength(1);
    expect(resolve(given).faults[0].wanted).toBe(
      "a number of MW from 0 to 10000, an array of one per interval, or stamped values { start, value }",
    );
  });

  it("judges what can be judged where the time axis is missing", () => {
    expect(resolve([1, -2, 3], quantity.powerMw, {})).toMatchObject({
      values: undefined,
      faults: [{ path: "x[1]", given: "-2" }],
    });
    expect(resolve(-1, quantity.powerMw, {}).faults).toHaveLength(1);
  });

  it("is its values as they stand where the time axis is missing, for checks that need no time", () => {
    const alike = (values: number[]) => ({ values, faults: [], notices: [] });
    expect(resolve(1, quantity.powerMw, {})).toEqual(alike([1]));
    expect(resolve([1, 2, 3], quantity.powerMw, {})).toEqual(alike([1, 2, 3]));
    expect(
      resolve(
        [
          { start: "2026-07-14T00:00:00-05:00", value: 4 },
          { start: "2026-07-14T05:00:00-05:00", value: 6 },
        ],
        quantity.powerMw,
        {},
      ),
    ).toEqual(alike([4, 6]));
  });
});
