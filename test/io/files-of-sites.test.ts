import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findRig } from "../../src/catalogue/rigs.ts";
import { type Fleet, readFleet, type ReadFleetOptions } from "../../src/io/read-fleet.ts";
import { readSeries, type ReadSeriesOptions } from "../../src/io/read-series.ts";
import { readTariff } from "../../src/io/read-tariff.ts";
import {
  contiguous,
  differenceOf,
  type Plain,
  plainRows,
  slashMs,
  userFile,
  userFileNames,
  userFilesAbsence,
  userFilesPresent,
} from "../support/plain-files.ts";

const HOUR = 3_600_000;

describe.skipIf(!userFilesPresent)(`series as users have them${userFilesAbsence}`, () => {
  const wrong = (name: string, options: ReadSeriesOptions, expected: readonly Plain[]) =>
    differenceOf(readSeries(userFile(name), options).values, expected);

  it("Helsinki's prices over three springs and autumns, the layout as the message says it", () => {
    const name = "helsinki_prices_2023_2025.csv.gz";
    const options = {
      value: "price",
      unit: "per MWh",
      stamp: { column: "hour" },
      stampIs: "start",
      currency: "EUR",
    } as const;
    expect(() => readSeries(userFile(name), options)).toThrow(
      'state its layout with options.stamp.layout: "yyyy-MM-dd HH:mm:ss", with options.timeZone',
    );
    const followed: ReadSeriesOptions = {
      ...options,
      stamp: { column: "hour", layout: "yyyy-MM-dd HH:mm:ss" },
      timeZone: "Europe/Helsinki",
    };
    const rows = plainRows(name, ",").map(([stamp, price]) => [stamp.slice(0, 16), Number(price)] as const);
    expect(wrong(name, followed, contiguous(rows, Date.UTC(2022, 11, 31, 22), 60, "Europe/Helsinki"))).toBeUndefined();
    expect(readSeries(userFile(name), followed).currency).toBe("EUR");
  });

  it("PJM's metered load, stamps as Excel saves them", () => {
    const name = "pjm_hrl_load_metered_dom_2023-2024.csv.gz";
    const options: ReadSeriesOptions = {
      value: "mw",
      unit: "MW",
      stamp: { column: "datetime_beginning_utc", layout: "M/d/yyyy H:mm" },
      stampIs: "start",
      timeZone: "UTC",
    };
    const expected = plainRows(name, ",").map((row): Plain => [slashMs(row[0]), Number(row[6])]);
    expect(expected).toHaveLength(8760);
    expect(wrong(name, options, expected)).toBeUndefined();
  });

  it("a tidy table below two lines of comment", () => {
    const name = "ercot_tidy_dam_sample.csv";
    const options: ReadSeriesOptions = {
      value: "value",
      unit: "per MWh",
      stamp: { column: "ts_utc" },
      stampIs: "start",
      currency: "USD",
    };
    expect(
      wrong(
        name,
        options,
        plainRows(name, ",", 3).map((row): Plain => [Date.parse(row[2]), Number(row[3])]),
      ),
    ).toBeUndefined();
    expect(readSeries(userFile(name), options).notices[0]).toMatch(/^Lines 1 to 2 are above the headings and ignored/);
  });

  it("ISO New England's sheet of a zone, as a series of loads", () => {
    const name = "isone_smd_hourly_2025_ct_sample.csv";
    const starts: Readonly<Record<string, number>> = {
      "2025-03-08": Date.UTC(2025, 2, 8, 5),
      "2025-03-09": Date.UTC(2025, 2, 9, 5),
      "2025-11-02": Date.UTC(2025, 10, 2, 4),
    };
    const rows = plainRows(name, ",");
    const expected = rows.map((row, i): Plain => [
      starts[row[0]] + (i - rows.findIndex(([day]) => day === row[0])) * HOUR,
      Number(row[3]),
    ]);
    expect(
      wrong(
        name,
        {
          value: "RT_Demand",
          unit: "MW",
          stamp: { dateColumn: "Date", hourEndingColumn: "Hr_End" },
          timeZone: "America/New_York",
          gaps: "omit",
        },
        expected,
      ),
    ).toBeUndefined();
  });

  it(
    "a log of 5 s with decimal commas in a table of commas: refused, then read as the message says, and its " +
      "hours averaged",
    () => {
      const name = "gpu_power_log_5s_decimal_comma.csv.gz";
      const options: ReadSeriesOptions = {
        value: "Power (W)",
        unit: "W",
        stamp: { column: "Timestamp", layout: "yyyy-MM-dd HH:mm:ss" },
        stampIs: "start",
        timeZone: "UTC",
        gaps: "omit",
      };
      expect(() => readSeries(userFile(name), options)).toThrow(
        /line 2: got 3 fields under 2 headings[^]*options.decimalComma/,
      );
      const rows = plainRows(name, ",").map((row): Plain => [
        Date.parse(`${row[0].replace(" ", "T")}Z`),
        Number(row.slice(1).join(".")) / 1e6,
      ]);
      expect(wrong(name, { ...options, decimalComma: true }, rows)).toBeUndefined();
      // Each value holds until the next row, but for distances beyond 25 s (5 x 5 s), where it holds for 5 s.
      const hours = new Map<number, { covered: number; energy: number }>();
      rows.forEach(([ms, mw], i) => {
        const distance = (rows[i + 1]?.[0] ?? ms + 5000) - ms;
        for (let at = ms, end = ms + (distance > 25_000 ? 5000 : distance); at < end;) {
          const hour = Math.floor(at / HOUR) * HOUR;
          const until = Math.min(end, hour + HOUR);
          const sum = hours.get(hour) ?? { covered: 0, energy: 0 };
          hours.set(hour, { covered: sum.covered + until - at, energy: sum.energy + mw * (until - at) });
          at = until;
        }
      });
      const whole = [...hours]
        .filter(([, { covered }]) => HOUR - covered <= 25_000)
        .map(([ms, { covered, energy }]): Plain => [ms, energy / covered]);
      expect(whole.length).toBeGreaterThan(60);
      expect(() => readSeries(userFile(name), { ...options, decimalComma: true, resampleMinutes: 60 })).toThrow(
        'options.partialIntervals, "drop" or "mean"',
      );
      expect(
        wrong(name, { ...options, decimalComma: true, resampleMinutes: 60, partialIntervals: "drop" }, whole),
      ).toBeUndefined();
    },
  );

  it("a log at 2 to 4 s with fractions of a second", () => {
    const name = "gpu_power_log_processc.csv";
    const options = { value: "power.draw", unit: "W", stamp: { column: "timestamp" }, stampIs: "start" } as const;
    expect(() => readSeries(userFile(name), options)).toThrow('"yyyy-MM-dd HH:mm:ss.SSS", with options.timeZone');
    const followed: ReadSeriesOptions = {
      ...options,
      stamp: { column: "timestamp", layout: "yyyy-MM-dd HH:mm:ss.SSS" },
      timeZone: "UTC",
    };
    expect(
      wrong(
        name,
        followed,
        plainRows(name, ",").map((row): Plain => [
          Date.parse(`${row[0].slice(0, 23).replace(" ", "T")}Z`),
          Number(row[2]) / 1e6,
        ]),
      ),
    ).toBeUndefined();
  });
});

describe.skipIf(!userFilesPresent)(`fleets as users have them${userFilesAbsence}`, () => {
  const sumsOf = ({ assets, rigs, powerMw }: Fleet) => {
    const hashrates = assets.map(({ rig, rigs: num = 0 }) => {
      const found = typeof rig === "string" ? findRig(rig) : rig;
      return "unknown" in found ? Number.NaN : num * found.hashrateThPerS;
    });
    return [rigs, Number((powerMw * 1e6).toFixed(6)), Number(hashrates.reduce((a, b) => a + b, 0).toFixed(6))];
  };

  /** A row for each machine: the sums of W and TH/s are those of the cells. */
  it.each<[string, string, ReadFleetOptions, (rows: string[][]) => number[]]>([
    [
      "fleet_btcbess_miners.csv",
      "without a unit, wanted W, kW",
      { rowsAre: "machines", powerUnit: "W", hashrateUnit: "TH/s" },
      (rows) => [8, ...[2, 1].map((at) => rows.reduce((sum, row) => sum + Number(row[at]), 0))],
    ],
    [
      "fleet_mining_profitability_miners.csv",
      'set options.rowsAre: "machines"',
      { rowsAre: "machines" },
      (rows) => [3, ...[2, 1].map((at) => rows.reduce((sum, row) => sum + Number(row[at]), 0))],
    ],
    [
      "fleet_home_miners_eur.csv",
      'set options.rowsAre: "machines"',
      { rowsAre: "machines", ownModels: "any" },
      () => [3, 17 + 60 + 1670, 1 + 4.8 + 90],
    ],
    [
      "fleet_asicminervalue_bitcoin.csv",
      'set options.rowsAre: "machines"',
      { rowsAre: "machines", ownModels: "any" },
      (rows) => {
        const texts = rows.map((row) => row.join(","));
        const hashrates = texts
          .map((text) => /,([\d.]+) (Th|Ph)\/s,/.exec(text))
          .map((found) => Number(found?.[1]) * (found?.[2] === "Ph" ? 1000 : 1));
        return [
          rows.length,
          texts.reduce((sum, text) => sum + Number(/,(\d+) W,/.exec(text)?.[1]), 0),
          hashrates.reduce((a, b) => a + b, 0),
        ];
      },
    ],
  ])("%s: read after one message", (name, message, options, plain) => {
    expect(() => readFleet(userFile(name))).toThrow(message);
    expect(sumsOf(readFleet(userFile(name), options))).toEqual(plain(plainRows(name, ",")));
  });
});

type Tiers = readonly (readonly [{ readonly rate?: number; readonly adj?: number }])[];

describe.skipIf(!userFilesPresent)(`rates as users have them${userFilesAbsence}`, () => {
  it.each([
    "urdb_sce_gs2_tou_b_55fc81d7.json",
    "urdb_entergy_arkansas_pst_5a592c99.json",
    "urdb_leap_year_no_label.json",
  ])("%s bills every hour as its arrays say", (name) => {
    const { fields } = readTariff(userFile(name));
    const rate = JSON.parse(userFile(name)) as Readonly<Record<string, unknown>>;
    const perMega = (structure: string, period: number) => {
      const [[{ rate: base = 0, adj = 0 }]] = (rate[structure] as Tiers).slice(period);
      return (base + adj) * 1000;
    };
    const scheduled = (schedule: string, month: number, hour: number) => (rate[schedule] as number[][])[month][hour];
    const { touEnergyCharge: energy, touDemandCharge: demand, demandCharge: flat, fixedCharge } = fields;
    for (let month = 0; month < 12; month++) {
      for (let hour = 0; hour < 24; hour++) {
        for (const day of ["weekday", "weekend"] as const) {
          expect(energy?.usdPerMwh[energy[day][month][hour]]).toBeCloseTo(
            perMega("energyratestructure", scheduled(`energy${day}schedule`, month, hour)),
            9,
          );
          if (rate.demandratestructure)
            expect(demand?.usdPerMwMonth[demand[day][month][hour]]).toBeCloseTo(
              perMega("demandratestructure", scheduled(`demand${day}schedule`, month, hour)),
              6,
            );
        }
      }
      if (rate.flatdemandstructure && flat)
        expect(flat.usdPerMwMonth).toBeCloseTo(
          perMega("flatdemandstructure", (rate.flatdemandmonths as number[])[month]),
          6,
        );
    }
    const first = Number(rate.fixedchargefirstmeter ?? rate.fixedmonthlycharge ?? 0);
    if (first > 0) expect([fixedCharge?.usdPerMonth, fixedCharge?.usdPerDay]).toContain(first);
  });

  it("urdb_multi_tier_reopt.json, with falling tiers of energy and tiers of demand, is refused with both paths", () => {
    expect(() => readTariff(userFile("urdb_multi_tier_reopt.json"))).toThrow(
      /2 faults[^]*energyratestructure\[1\]\[1\]\.rate[^]*demandratestructure\[1\]: got 2 tiers/,
    );
  });
});

describe.skipIf(!userFilesPresent)(`every file${userFilesAbsence}`, () => {
  it("is read in one of the two tests of these files", () => {
    const tests = ["files-of-markets.test.ts", "files-of-sites.test.ts"]
      .map((name) => readFileSync(new URL(name, import.meta.url), "utf8"))
      .join("");
    expect(userFileNames().filter((name) => !tests.includes(name))).toEqual([]);
    expect(userFileNames().length).toBeGreaterThanOrEqual(35);
  });
});
