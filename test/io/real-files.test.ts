import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../src/io/read-market-prices.ts";
import { readSeries } from "../../src/io/read-series.ts";
import { planPower } from "../../src/plan-power.ts";
import { sharedDataAbsence, sharedDataPresent } from "../support/reading-csv.ts";

/**
 * Whole years as they were published. What is expected was worked out from the raw lines by another program (awk:
 * fields by position, no reader of ours), the instants of the clock changes by hand.
 */
const file = (name: string) => readFileSync(new URL(`../../../shared/data/prices/${name}`, import.meta.url), "utf8");
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const hoursFrom = (starts: readonly string[]) =>
  starts.every((start, i) => i === 0 || Date.parse(start) - Date.parse(starts[i - 1]) === 3_600_000);

describe.skipIf(!sharedDataPresent)(`files as they were published${sharedDataAbsence}`, () => {
  it("France 2021, ENTSO-E's download", () => {
    const { prices, ...rest } = readMarketPrices(file("entsoe_day_ahead_FR_2021_original.csv"));
    const perMwh = prices.map((price) => price.perMwh);
    expect(rest).toEqual({
      market: "entsoe-csv",
      location: "BZN|FR",
      currency: "EUR",
      filled: [],
      gaps: [],
      notices: [],
    });
    expect(prices).toHaveLength(8760);
    expect(sum(perMwh)).toBeCloseTo(956_341.08, 4);
    expect([Math.min(...perMwh), Math.max(...perMwh), perMwh.filter((price) => price < 0).length]).toEqual([
      -66.18, 620, 64,
    ]);
    expect(hoursFrom(prices.map(({ start }) => start))).toBe(true);
    const at = new Map(prices.map((price) => [price.start.slice(0, 13), price.perMwh]));
    // Lines 2067 and 2069 around the blank of 28 March; 7275 to 7278 with the two hours 02:00 of 31 October.
    expect(["2021-03-28T00", "2021-03-28T01"].map((hour) => at.get(hour))).toEqual([38.62, 35.43]);
    expect(["2021-10-30T23", "2021-10-31T00", "2021-10-31T01", "2021-10-31T02"].map((hour) => at.get(hour))).toEqual([
      88.18, 74.78, 69.37, 57.11,
    ]);
    expect([prices[0].start, prices[8759].start]).toEqual(["2020-12-31T23:00:00.000Z", "2021-12-31T22:00:00.000Z"]);
  });

  const ercot = () =>
    ({
      value: "dam_hb_houston",
      unit: "per MWh",
      stamp: { dateColumn: "delivery_date", hourEndingColumn: "hour_ending" },
      timeZone: "America/Chicago",
    }) as const;

  it("ERCOT 2024: its two holes by a named policy, the rest as it stands, planned over the year", () => {
    const text = file("ercot_2024_hourly.csv");
    // Of 3 November one hour ending 2 is there (line 7369), of 10 March none (the line before 1659).
    expect(() => readSeries(text, ercot())).toThrow("line 7369: got 2024-11-03 01:00 once");
    expect(() => readSeries(text, { ...ercot(), loneRepeatedHour: "first" })).toThrow(
      /2 faults[^]*line 1658: got no row for 2024-03-10T07:00[^]*line 7369: got no row for 2024-11-03T07:00/,
    );
    const { values, filled } = readSeries(text, { ...ercot(), loneRepeatedHour: "first", gaps: "interpolate" });
    expect(values).toHaveLength(8784);
    // Half way from 25.48 to 22.53, and from 11.6 to 9.54.
    expect(filled.map(({ start }) => start)).toEqual(["2024-03-10T07:00:00.000Z", "2024-11-03T07:00:00.000Z"]);
    expect(filled[0].value).toBeCloseTo(24.005, 9);
    expect(filled[1].value).toBeCloseTo(10.57, 9);
    const usdPerMwh = values.map(({ value }) => value);
    expect(sum(usdPerMwh)).toBeCloseTo(248_283.31 + 24.005 + 10.57, 4);
    expect([Math.min(...usdPerMwh), Math.max(...usdPerMwh), usdPerMwh.filter((price) => price < 0).length]).toEqual([
      -0.02, 2215.08, 1,
    ]);
    expect(hoursFrom(values.map(({ start }) => start))).toBe(true);
    expect([values[0].start, values[8783].start]).toEqual(["2024-01-01T06:00:00.000Z", "2025-01-01T05:00:00.000Z"]);

    const plan = planPower({
      name: "Houston 2024",
      horizon: { start: "2024-01-01T00:00:00-06:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 8784 },
      bitcoin: { hashpriceUsdPerPhDay: 50 },
      assets: [
        { kind: "grid", name: "grid", importLimitMw: 40, importPriceUsdPerMwh: values },
        { kind: "mining-fleet", name: "rigs", rig: { hashrateThPerS: 200, powerW: 3500 }, rigs: 10_000 },
      ],
    });
    if (plan.status !== "optimal") throw new Error(plan.status);
    expect(plan.certificate.ok).toBe(true);
    // 200 TH/s at 50 USD per PH/s and day earn 10 USD a day for 0.084 MWh, 119 USD/MWh before the pool's fee; every
    // hour far below it is mined and none above.
    const net = plan.assets.rigs.netBusMw;
    usdPerMwh.forEach((price, t) => {
      if (price < 90) expect(net[t], values[t].start).toBeLessThan(-34);
      if (price > 120) expect(net[t], values[t].start).toBeGreaterThan(-1);
    });
  });

  it("CAISO 2020: $/kWh, hour-ending at a fixed offset", () => {
    const options = {
      value: "DA Price ($/kWh)",
      unit: "per kWh",
      stamp: { column: "Datetime (he)", layout: "M/d/yyyy H:mm" },
      stampIs: "end",
      timeZone: "-08:00",
    } as const;
    const { values, filled, unit } = readSeries(file("caiso_2020_da_dervet.csv"), options);
    const perMwh = values.map(({ value }) => value);
    expect([values.length, filled.length, unit]).toEqual([8784, 0, "per MWh"]);
    expect(sum(perMwh)).toBeCloseTo(312_316.85595, 4);
    expect([Math.min(...perMwh), Math.max(...perMwh), perMwh.filter((price) => price < 0).length]).toEqual([
      -10.16979, 1557.426, 127,
    ]);
    // The highest is that of the hour ending 17:00 on 18 August, 00:00 UTC to 01:00.
    expect(values.find(({ value }) => value === 1557.426)?.start).toBe("2020-08-19T00:00:00.000Z");
    expect(hoursFrom(values.map(({ start }) => start))).toBe(true);
    expect([values[0], values[8783]].map(({ start, value }) => [start, value])).toEqual([
      ["2020-01-01T08:00:00.000Z", 33.31091],
      ["2021-01-01T07:00:00.000Z", 38.61305],
    ]);
    expect(() => readSeries(file("caiso_2020_da_dervet.csv"), { ...options, unit: "per MWh" })).toThrow(
      "the unit of the heading, per kWh",
    );
  });
});
