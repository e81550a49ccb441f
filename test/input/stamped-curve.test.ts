import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantity, type Quantity } from "../../src/assets/fields/quantities.ts";
import type { ParseContext } from "../../src/input/parse-context.ts";
import { resolveStamped } from "../../src/input/stamped-curve.ts";
import { timeGrid } from "../../src/input/time-axis.ts";
import { intervalStartMs, isoStamp } from "../../src/time/time-grid.ts";

const timeZone = "America/Chicago";
const day = timeGrid(Date.parse("2026-07-14T00:00:00-05:00"), 60, 4, timeZone);
const at = (clock: string) => `2026-07-14T${clock}:00-05:00`;

function resolve(given: readonly unknown[], context: Partial<ParseContext> = { time: day, timeZone }) {
  const whole: ParseContext = { faults: [], notices: [], ...context };
  const values = resolveStamped(given, quantity.powerMw, "x", whole);
  return { values: values === undefined ? undefined : [...values], faults: whole.faults, notices: whole.notices };
}

describe("a stamped curve", () => {
  it("holds each value until the next start, from before the plan to after its end", () => {
    expect(
      resolve([
        { start: "2026-07-01T00:00:00Z", value: 9 },
        { start: at("01:00"), value: 1 },
        { start: at("03:00"), value: 3 },
        { start: "2027-01-01T00:00:00Z", value: 8 },
      ]).values,
    ).toEqual([9, 1, 1, 3]);
  });

  // 01:00-02:00 holds 2 for 15 minutes, 6 for 30, 10 for 15: (2 * 15 + 6 * 30 + 10 * 15) / 60 = 6. 02:00-03:00: 10 for
  // 20, 4 for 40 = 6.
  it("gives an interval the duration-weighted mean of what holds in it", () => {
    const { values } = resolve([
      { start: at("00:00"), value: 2 },
      { start: at("01:15"), value: 6 },
      { start: at("01:45"), value: 10 },
      { start: at("02:20"), value: 4 },
    ]);
    expect(values).toEqual([2, 6, 6, 4]);
  });

  it("reads any offset of the same instant", () => {
    expect(
      resolve([
        { start: "2026-07-14T05:00:00Z", value: 1 },
        { start: "2026-07-14T12:30:00+05:30", value: 2 },
      ]).values,
    ).toEqual([1, 1, 2, 2]);
  });

  it("equals its array form, whatever the zone, interval and stamps' offsets", () => {
    const zones = ["America/Chicago", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe"];
    const starts = [
      "2026-03-07T00:00:00-06:00",
      "2026-10-24T00:00:00+02:00",
      "2026-10-31T12:00:00-05:00",
      "2026-04-04T00:00:00+11:00",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...starts),
        fc.constantFrom(5, 15, 30, 60),
        fc.array(fc.double({ min: 0, max: 10_000, noNaN: true }), { minLength: 1, maxLength: 200 }),
        fc.boolean(),
        (zone, start, intervalMinutes, values, withMinutes) => {
          const time = timeGrid(Date.parse(start), intervalMinutes, values.length, zone);
          const given = values.map((value, t) => ({
            start: isoStamp(time, t),
            value,
            ...(withMinutes ? { minutes: intervalMinutes } : {}),
          }));
          expect(resolve(given, { time, timeZone: zone }).values).toEqual(values);
        },
      ),
      {
        seed: 20261122,
        numRuns: 200,
        examples: [["Australia/Lord_Howe", starts[3], 15, Array.from({ length: 120 }, (_, i) => i), true]],
      },
    );
  });

  // Energy: the sum of value * time is the same in entries and intervals, wherever the changes fall.
  it("keeps the integral over the plan", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ minute: fc.integer({ min: 1, max: 239 }), value: fc.integer({ min: 0, max: 100 }) }), {
          maxLength: 30,
        }),
        fc.integer({ min: 0, max: 100 }),
        (changes, first) => {
          const byMinute = new Map([[0, first], ...changes.map(({ minute, value }) => [minute, value] as const)]);
          const entries = [...byMinute].sort(([a], [b]) => a - b);
          const given = entries.map(([minute, value]) => ({
            start: new Date(intervalStartMs(day, 0) + minute * 60_000).toISOString(),
            value,
          }));
          const expected = entries.reduce(
            (sum, [minute, value], i) => sum + value * ((entries[i + 1]?.[0] ?? 240) - minute),
            0,
          );
          const values = resolve(given).values ?? [];
          expect(values.reduce((sum, value) => sum + value * 60, 0)).toBeCloseTo(expected, 6);
        },
      ),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

describe("faults of a stamped curve", () => {
  const ok = { start: at("00:00"), value: 1 };

  it("names what the plan has no value for at its start", () => {
    expect(resolve([{ start: at("01:30"), value: 1 }])).toMatchObject({
      values: undefined,
      faults: [
        {
          path: "x",
          given: "nothing from 2026-07-14 00:00-05:00 to 2026-07-14 01:30-05:00",
          fix: "add an entry that starts with the plan",
        },
      ],
    });
  });

  it("names instants given twice and entries out of order", () => {
    const { faults } = resolve([
      ok,
      { start: at("02:00"), value: 1 },
      { start: "2026-07-14T07:00:00Z", value: 2 },
      { start: at("01:00"), value: 2 },
    ]);
    expect(faults).toMatchObject([
      {
        path: "x[2].start",
        given: "2026-07-14 02:00-05:00, the same instant as [1]",
        wanted: "every instant once",
      },
      {
        path: "x[3].start",
        given: "2026-07-14 01:00-05:00 after 2026-07-14 02:00-05:00",
        fix: "sort the entries by start",
      },
    ]);
  });

  it("refuses a stamp without offset, naming the offset, the doubled and the missing hour", () => {
    const { faults } = resolve([
      { start: "2026-07-14T00:00:00", value: 1 },
      { start: "2026-11-01T01:30:00", value: 1 },
      { start: "2027-03-14T02:30:00", value: 1 },
    ]);
    expect(faults.map(({ path }) => path)).toEqual(["x[0].start", "x[1].start", "x[2].start"]);
    expect(faults[0].fix).toContain("has -05:00");
    expect(faults[1].fix).toContain(
      "occurs twice in America/Chicago; add -05:00 for the first or -06:00 for the second",
    );
    expect(faults[2].fix).toContain("does not exist in America/Chicago");
  });

  it("names a missing start, value or key, and an unknown key with the known one", () => {
    const { faults } = resolve([{ value: 1 }, { start: at("01:00") }, { start: at("02:00"), value: 1, minuts: 60 }]);
    expect(faults).toMatchObject([
      { path: "x[2].minuts", fix: 'did you mean "minutes"?' },
      { path: "x[0].start", given: "nothing", fix: "add it" },
      { path: "x[1].value", given: "nothing (2026-07-14 01:00-05:00)" },
    ]);
  });

  it("names entries that are not stamped among others that are", () => {
    expect(resolve([ok, 5, null]).faults.map(({ path, given }) => [path, given])).toEqual([
      ["x[1]", "5"],
      ["x[2]", "null"],
    ]);
  });

  it("names index, time and value out of range", () => {
    expect(resolve([ok, { start: at("02:00"), value: -4 }]).faults).toMatchObject([
      { path: "x[1].value", given: "-4 (2026-07-14 02:00-05:00)", wanted: "a number of MW from 0 to 10000" },
    ]);
  });

  it("names holes and overlaps of values that hold for minutes", () => {
    const hours = (clock: string, minutes: number) => ({ start: at(clock), value: 1, minutes });
    expect(resolve([hours("00:00", 60), hours("01:00", 180)]).faults).toEqual([]);
    expect(resolve([hours("00:00", 60), hours("02:00", 120)]).faults).toMatchObject([
      { path: "x[0]", given: "nothing from 2026-07-14 01:00-05:00 to 2026-07-14 02:00-05:00" },
    ]);
    expect(resolve([hours("00:00", 60), hours("01:00", 60)]).faults).toMatchObject([
      { path: "x[1]", given: "nothing from 2026-07-14 02:00-05:00 to 2026-07-14 04:00-05:00" },
    ]);
    expect(resolve([hours("00:00", 90), hours("01:00", 180)]).faults).toMatchObject([
      { path: "x[1].start", given: "2026-07-14 01:00-05:00 while [0] is valid until 2026-07-14 01:30-05:00" },
    ]);
    expect(
      resolve([
        { ...ok, minutes: 0 },
        { start: at("01:00"), value: 1, minutes: "60" },
      ]).faults.map(({ path }) => path),
    ).toEqual(["x[0].minutes", "x[1].minutes"]);
  });

  it("does not mind holes outside the plan", () => {
    const early = { start: "2026-07-13T00:00:00-05:00", value: 1, minutes: 60 };
    const late = { start: "2026-07-15T00:00:00-05:00", value: 1, minutes: 60 };
    expect(resolve([early, { ...ok, minutes: 240 }, late]).faults).toEqual([]);
  });

  it("tells three faults of a kind and counts the others", () => {
    const { faults } = resolve(
      Array.from({ length: 40 }, (_, i) => ({ start: `2026-07-14T00:${String(i).padStart(2, "0")}:00`, value: 1 })),
    );
    expect(faults).toHaveLength(4);
    expect(faults[3].given).toBe("that fault in 37 more, the last at [39]");
  });

  it("judges order and offsets where the time axis is missing", () => {
    expect(resolve([ok, { start: "2026-07-14T02:00:00", value: 1 }], {}).faults).toMatchObject([
      { path: "x[1].start", fix: expect.stringContaining("or Z for UTC") },
    ]);
    expect(resolve([ok], {})).toEqual({ values: [ok.value], faults: [], notices: [] });
  });
});

describe("a value held for long", () => {
  const hourly = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => ({
      start: new Date(intervalStartMs(day, 0) + (from + i) * 3_600_000).toISOString(),
      value: i,
    }));

  it("is said of samples that end before the plan", () => {
    const { values, notices } = resolve(hourly(-6, 8));
    expect(values).toEqual([6, 7, 7, 7]);
    expect(notices).toEqual(["x[7]: 7 of 2026-07-14 01:00-05:00 is used for 3 h, although the entries are 1 h apart."]);
  });

  it("is said of samples with rows missing within", () => {
    const entries = hourly(-30, 40).filter((_, i) => i !== 31 && i !== 32);
    expect(resolve(entries).notices).toEqual([
      "x[30]: 30 of 2026-07-14 00:00-05:00 is used for 3 h, although the entries are 1 h apart.",
    ]);
  });

  it("is not said of samples that cover the plan, of events, or of what lies outside", () => {
    expect(resolve(hourly(-6, 10)).notices).toEqual([]);
    expect(
      resolve([
        { start: at("00:00"), value: 1 },
        { start: at("00:30"), value: 2 },
        { start: at("01:00"), value: 3 },
      ]).notices,
    ).toEqual([]);
    expect(resolve([...hourly(-40, 20), ...hourly(-10, 14)]).notices).toEqual([]);
  });
});

describe("prices as readMarketPrices gives them", () => {
  const prices = [
    { start: at("00:00"), minutes: 120, perMwh: 30 },
    { start: at("02:00"), minutes: 120, perMwh: -5 },
  ];
  const resolvePrices = (given: readonly unknown[], isUsd: boolean, of: Quantity = quantity.priceUsdPerMwh) => {
    const context: ParseContext = { faults: [], notices: [], time: day, timeZone };
    const values = resolveStamped(given, of, "x", context, isUsd);
    return { values: values && [...values], faults: context.faults, notices: context.notices };
  };

  it("are taken, with a notice where their currency is not known", () => {
    expect(resolvePrices(prices, true)).toEqual({ values: [30, 30, -5, -5], faults: [], notices: [] });
    const bare = resolvePrices(prices, false);
    expect(bare.values).toEqual([30, 30, -5, -5]);
    expect(bare.notices).toEqual([expect.stringContaining("x: prices without a currency are read as USD")]);
  });

  it("are refused where no price per MWh is wanted, or mixed with values", () => {
    expect(resolvePrices(prices, false, quantity.powerMw).faults[0]).toMatchObject({
      path: "x[0].perMwh",
      given: 'the unknown field "perMwh"',
    });
    const [first] = resolvePrices([prices[0], { start: at("02:00"), value: 3 }], false).faults;
    expect(first).toMatchObject({ path: "x[1].value", given: 'the unknown field "value"' });
  });
});
