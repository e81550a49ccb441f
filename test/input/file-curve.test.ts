import { describe, expect, it } from "vitest";
import { quantity, type Quantity } from "../../src/assets/fields/quantities.ts";
import { resolveCurve } from "../../src/input/curve.ts";
import type { ParseContext } from "../../src/input/parse-context.ts";
import { isFileCurve } from "../../src/input/file-curve.ts";
import { timeGrid } from "../../src/input/time-axis.ts";
import { readMarketPrices } from "../../src/io/read-market-prices.ts";
import { readSeries } from "../../src/io/read-series.ts";
import { planPower } from "../support/untyped.ts";

const time = timeGrid(Date.parse("2026-01-01T00:00:00Z"), 60, 2, "UTC");
function resolve(given: unknown, of: Quantity) {
  const context: ParseContext = { faults: [], notices: [], time, timeZone: "UTC" };
  const values = resolveCurve(given, of, "x", context);
  return { values: values && [...values], faults: context.faults, notices: context.notices };
}

const column = (heading: string, currency?: string) =>
  readSeries(`time,${heading}\n2026-01-01T00:00Z,30\n2026-01-01T01:00Z,31`, {
    value: heading,
    unit: "per MWh",
    stamp: { column: "time" },
    stampIs: "start",
    currency,
  });

describe("what readSeries returns, given whole", () => {
  it("is taken where its unit is wanted, without a notice", () => {
    const series = (unit: string) => ({
      unit,
      values: [{ start: "2026-01-01T00:00Z", minutes: 120, value: 0.5 }],
      filled: [],
      gaps: [],
      notices: [],
    });
    expect(resolve(series("MW"), quantity.powerMw)).toEqual({ values: [0.5, 0.5], faults: [], notices: [] });
    expect(resolve(series("t/MWh"), quantity.emissionTPerMwh).values).toEqual([0.5, 0.5]);
    expect(resolve(series("per unit"), quantity.fraction).values).toEqual([0.5, 0.5]);
    expect(resolve(column("price [USD/MWh]"), quantity.priceUsdPerMwh)).toEqual({
      values: [30, 31],
      faults: [],
      notices: [],
    });
  });

  it("is refused where another unit is wanted", () => {
    expect(resolve(column("price [USD/MWh]"), quantity.powerMw).faults).toEqual([
      {
        path: "x",
        given: 'a series in "per MWh"',
        wanted: "a number of MW from 0 to 10000",
        fix: "give a series in the wanted unit",
      },
    ]);
    expect(
      resolve({ unit: "requests", values: [{ start: "2026-01-01T00:00Z", value: 3 }] }, quantity.powerMw).faults[0]
        .given,
    ).toBe('a series in "requests"');
  });

  it("is refused in another currency, its values alone too", () => {
    const euro = column("price [EUR/MWh]");
    expect(euro.currency).toBe("EUR");
    expect(resolve(euro, quantity.priceUsdPerMwh).faults).toEqual([
      {
        path: "x.currency",
        given: 'the text "EUR"',
        wanted: '"USD"',
        fix: expect.stringContaining("options.convert") as string,
      },
    ]);
    expect(resolve(euro.values, quantity.priceUsdPerMwh).faults[0]).toMatchObject({
      path: "x[0].currency",
      given: 'the text "EUR"',
    });
    expect(resolve(column("price", "SEK"), quantity.priceUsdPerMwh).faults[0]).toMatchObject({ path: "x.currency" });
  });

  it("converts by the stated rate", () => {
    const text = "time,price [EUR/MWh]\n2026-01-01T00:00Z,30\n2026-01-01T01:00Z,31";
    const dollars = readSeries(text, {
      value: "price [EUR/MWh]",
      unit: "per MWh",
      stamp: { column: "time" },
      stampIs: "start",
      convert: { to: "USD", rate: 1.5 },
    });
    expect(dollars).toMatchObject({ currency: "USD", values: [{ value: 45 }, { value: 46.5 }] });
    expect(resolve(dollars, quantity.priceUsdPerMwh).values).toEqual([45, 46.5]);
  });

  it("without a currency is taken as USD, which a notice says", () => {
    const { values, notices } = resolve(column("price"), quantity.priceUsdPerMwh);
    expect(values).toEqual([30, 31]);
    expect(notices).toEqual([expect.stringContaining("no currency and are read as USD")]);
  });
});

describe("isFileCurve", () => {
  it("knows a reader's answer by its shape", () => {
    expect([{ prices: [] }, { values: [], unit: "MW" }, { values: [] }, [1], 7, undefined].map(isFileCurve)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("planPower", () => {
  it("says nothing of the prices of a reader's answer but what is not said there", () => {
    const prices = readMarketPrices("timestamp,price_usd_per_mwh\n2026-01-01T00:00Z,30\n2026-01-01T01:00Z,31\n");
    const site = (importPriceUsdPerMwh: unknown) => ({
      horizon: { start: "2026-01-01T00:00:00Z", timeZone: "UTC", intervalMinutes: 60, count: 2 },
      bitcoin: { hashpriceUsdPerPhDay: 40 },
      assets: [
        { kind: "grid", name: "grid", importLimitMw: 50, importPriceUsdPerMwh },
        { kind: "mining-fleet", name: "rigs", rig: "S21 XP", rigs: 1000 },
      ],
    });
    const plain = planPower(site([30, 31]));
    for (const whole of [prices, column("price_usd_per_mwh")]) {
      const plan = planPower(site(whole));
      expect(plan.notices).toEqual(plain.notices);
      expect(plan.notices.join(" ")).not.toContain("importPriceUsdPerMwh");
    }
  });
});
