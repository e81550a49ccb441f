import { describe, expect, it } from "vitest";
import { findRig } from "../../src/catalogue/rigs.ts";
import { readFleet } from "../../src/io/read-fleet.ts";
import { readMarketPrices } from "../../src/io/read-market-prices.ts";
import { readSeries, type ReadSeriesOptions } from "../../src/io/read-series.ts";
import { faultsOf, priceLines } from "../support/price-lines.ts";
import { planPower } from "../support/untyped.ts";

/** One example of each kind of fault that files of users showed, with the right answer worked out by hand. */
const lines = (...rows: string[]) => rows.join("\n");
const series = (text: string, options: Partial<ReadSeriesOptions> = {}) =>
  readSeries(text, { value: "mw", unit: "MW", stamp: { column: "time" }, stampIs: "start", ...options }).values.map(
    ({ start, value }) => `${start.slice(0, 16)} ${value}`,
  );
const prices = (text: string, options = {}) => priceLines(readMarketPrices(text, options).prices);

describe("files as users have them", () => {
  it(
    "a row wider than the headings is a fault that names the decimal comma, also where stampIs is missing and " +
      "in a fleet",
    () => {
      const text = lines("time,power (W)", "2026-01-01T00:00Z,30,3", "2026-01-01T01:00Z,31,5");
      const faults = faultsOf(() => readSeries(text, { value: "power (W)", unit: "W", stamp: { column: "time" } }));
      expect(faults).toContainEqual(
        expect.objectContaining({
          line: 2,
          given: '3 fields under 2 headings, the last "3"',
          fix: expect.stringMatching(/options\.decimalComma.*options\.separator/),
        }),
      );
      expect(() => readFleet(lines("model,count,power (kW)", "Antminer S21,10,3,5"))).toThrow(
        /4 fields under 3 headings[^]*options\.decimalComma/,
      );
    },
  );

  it("day and month in doubt are asked for, or settled by a later row", () => {
    const rows = (...stamps: string[]) =>
      lines(
        "REGION,SETTLEMENTDATE,TOTALDEMAND,RRP,PERIODTYPE",
        ...stamps.map((stamp, i) => `NSW1,${stamp},7000,${10 + i},TRADE`),
      );
    expect(faultsOf(() => prices(rows("9/1/2022 0:05", "9/1/2022 0:10")))[0].fix).toContain("options.dateOrder");
    expect(prices(rows("9/12/2022 23:55", "9/13/2022 0:00", "9/13/2022 0:05"))).toEqual([
      "2022-09-12T13:50Z 5 10",
      "2022-09-12T13:55Z 5 11",
      "2022-09-12T14:00Z 5 12",
    ]);
  });

  it("SPP's own spelling of its headings", () => {
    const text = lines(
      "INTERVAL,GMTINTERVALEND,BAA,SETTLEMENT_LOCATION,PNODE,LMP,MLC,MCC,MEC",
      "6/4/2026 1:00,6/4/2026 6:00,SPP,SPPNORTH_HUB,SPPNORTH_HUB,12.5,0,0,12.5",
    );
    expect(readMarketPrices(text)).toMatchObject({
      market: "spp",
      prices: [{ start: "2026-06-04T05:00:00.000Z", perMwh: 12.5 }],
    });
  });

  const hours: Partial<ReadSeriesOptions> = {
    value: "LMP",
    unit: "per MWh",
    stamp: { dateColumn: "Date", hourEndingColumn: "Hr_End" },
    stampIs: undefined,
    timeZone: "America/New_York",
  };
  it("ISO-NE's hourly sheet in autumn", () => {
    const text = lines(
      "Date,Hr_End,LMP",
      "2025-11-02,01,30",
      "2025-11-02,02,33",
      "2025-11-02,02X,32",
      "2025-11-02,03,31",
    );
    const expected = ["2025-11-02T04:00 30", "2025-11-02T05:00 33", "2025-11-02T06:00 32", "2025-11-02T07:00 31"];
    expect(series(text, hours)).toEqual(expected);
    expect(prices(text)).toEqual(expected.map((line) => line.replace(" ", "Z 60 ")));
  });

  it("ISO-NE's hourly sheet in spring", () => {
    const text = lines("Date,Hr_End,LMP", "2025-03-09,01,30", "2025-03-09,03,31", "2025-03-09,04,32");
    const expected = ["2025-03-09T05:00 30", "2025-03-09T06:00 31", "2025-03-09T07:00 32"];
    expect(series(text, hours)).toEqual(expected);
    expect(prices(text)).toEqual(expected.map((line) => line.replace(" ", "Z 60 ")));
    expect(series(text.replace(",03,", ",02,"), hours)).toEqual(expected);
  });

  it("a blank heading at the end of a fleet", () => {
    expect(readFleet(lines("model,count,power_w,", "Antminer S21,10,3500,")).assets).toEqual([
      { kind: "mining-fleet", name: "Antminer S21", rig: "Antminer S21", rigs: 10 },
    ]);
  });

  it("a row of units under the headings", () => {
    const text = lines("time,mw", ",MW", "2026-01-01T00:00Z,30", "2026-01-01T01:00Z,31");
    expect(series(text)).toEqual(["2026-01-01T00:00 30", "2026-01-01T01:00 31"]);
    expect(() => series(text.replace(",MW", ",kW"))).toThrow("the unit of the row of units, kW");
  });

  it("lines above the headings", () => {
    const text = lines("# title", "# made 2026-01-02", "time,mw", "2026-01-01T00:00Z,30", "2026-01-01T01:00Z,31");
    expect(series(text)).toEqual(["2026-01-01T00:00 30", "2026-01-01T01:00 31"]);
    expect(
      readSeries(text, { value: "mw", unit: "MW", stamp: { column: "time" }, stampIs: "start" }).notices[0],
    ).toContain("Lines 1 to 2 are above the headings");
  });

  it("an answer of a public interface as JSON", () => {
    const fields = ["deliveryDate", "hourEnding", "settlementPoint", "settlementPointPrice", "DSTFlag"].map((name) => ({
      name,
    }));
    const text = JSON.stringify({
      fields,
      data: [
        ["2026-01-01", "01:00", "HB_HOUSTON", 20.5, false],
        ["2026-01-01", "02:00", "HB_HOUSTON", 21, false],
      ],
    });
    expect(prices(text)).toEqual(["2026-01-01T06:00Z 60 20.5", "2026-01-01T07:00Z 60 21"]);
  });

  const site = (importPriceUsdPerMwh: unknown) => ({
    horizon: { start: "2026-01-01T00:00:00Z", timeZone: "UTC", intervalMinutes: 60, count: 2 },
    bitcoin: { hashpriceUsdPerPhDay: 40 },
    assets: [
      { kind: "grid", name: "grid", importLimitMw: 50, importPriceUsdPerMwh },
      { kind: "mining-fleet", name: "rigs", rig: "S21 XP", rigs: 1000 },
    ],
  });
  it("a reader's answer given whole to the planner, in USD and in another currency", () => {
    const text = (heading: string) => lines(`time,${heading}`, "2026-01-01T00:00Z,30", "2026-01-01T01:00Z,31");
    const column = (heading: string) =>
      readSeries(text(heading), { value: heading, unit: "per MWh", stamp: { column: "time" }, stampIs: "start" });
    for (const whole of [readMarketPrices(text("price [USD/MWh]")), column("price [USD/MWh]")]) {
      expect(planPower(site(whole)).notices.join(" ")).not.toContain("importPriceUsdPerMwh");
    }
    expect(column("price [EUR/MWh]").currency).toBe("EUR");
    expect(() => planPower(site(column("price [EUR/MWh]")))).toThrow(
      /importPriceUsdPerMwh\.currency[^]*options\.convert/,
    );
    expect(() => planPower(site(column("price [EUR/MWh]").values))).toThrow(
      /importPriceUsdPerMwh\[0\]\.currency[^]*options\.convert/,
    );
  });

  it("makers' names", () => {
    const names = [
      "Antminer S21 200T",
      "S21 200T",
      "S19 XP 140T",
      "S19 XP 141Th",
      "S21 XP 270T",
      "Whatsminer M60S 186T",
      "S19k Pro (120Th)",
      "Antminer T21",
    ];
    const figures = names.map((name) => {
      const rig = findRig(name);
      return "unknown" in rig ? rig.unknown : `${rig.model}: ${rig.hashrateThPerS} TH/s, ${rig.powerW} W`;
    });
    expect(figures).toEqual([
      "Antminer S21: 200 TH/s, 3500 W",
      "Antminer S21: 200 TH/s, 3500 W",
      "Antminer S19 XP: 140 TH/s, 3010 W",
      "Antminer S19 XP 141T: 141 TH/s, 3032 W",
      "Antminer S21 XP: 270 TH/s, 3645 W",
      "Whatsminer M60S 186T: 186 TH/s, 3441 W",
      "Antminer S19k Pro: 120 TH/s, 2760 W",
      "Antminer T21: 190 TH/s, 3610 W",
    ]);
    expect(readFleet(lines("model,count", ...names.map((name) => `${name},1`))).rigs).toBe(8);
    expect(
      planPower({
        ...site(30),
        assets: [site(30).assets[0], { kind: "mining-fleet", name: "rigs", rig: "S19 XP 141Th", rigs: 1000 }],
      }).status,
    ).toBe("optimal");
  });

  it("a fleet with a row for each machine, and units in cells", () => {
    const { assets, rigs } = readFleet(
      lines(
        "Name,Model,Hashrate (TH/s),Power (kW)",
        "rack1-01,Antminer S21,198.2,3.49",
        "rack1-02,Antminer S21,201.0,3.52",
      ),
    );
    expect([rigs, assets.map(({ rig }) => rig)]).toEqual([2, [{ hashrateThPerS: 199.6, powerW: 3505 }]]);
    expect(
      readFleet(lines("model,count,hashrate,power", "Antminer S23 Hyd,2,580 Th/s,5510 W")).assets[0],
    ).toMatchObject({ rig: "Antminer S23 Hyd", rigs: 2 });
  });

  // 300 W for 5.2 s, then 310 W: (5.2 x 300 + 3594.8 x 310) / 3600 = 309.9856 W; the rows after it stand 5 s apart.
  it("a log finer than a minute", () => {
    const stamp = (ms: number) => new Date(Date.UTC(2026, 0, 1) + ms).toISOString();
    const rows = Array.from({ length: 719 }, (_, i) => `${stamp(5200 + i * 5000)},310`);
    const hour = readSeries(lines("ts,gpu_w", `${stamp(0)},300`, ...rows), {
      value: "gpu_w",
      unit: "W",
      stamp: { column: "ts" },
      stampIs: "start",
      resampleMinutes: 60,
    });
    expect(hour.values.map(({ start, minutes }) => [start, minutes])).toEqual([["2026-01-01T00:00:00.000Z", 60]]);
    expect(hour.values[0].value * 1e6).toBeCloseTo(309.9856, 3);
  });
});
