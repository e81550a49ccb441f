import { describe, expect, it } from "vitest";
import { readMarketPrices, type ReadPricesOptions } from "../../src/io/read-market-prices.ts";
import {
  byStart,
  contiguous,
  differenceOf,
  type Plain,
  plainRows,
  slashMs,
  userFile,
  userFilesAbsence,
  userFilesPresent,
} from "../support/plain-files.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;
const decimal = (text: string) => Number(text.replace(",", "."));
const read = (name: string, options: ReadPricesOptions = {}) => readMarketPrices(userFile(name), options);
/** What is read, in full, against the plain reading of the lines; the first difference. */
const wrong = (name: string, expected: readonly Plain[], options: ReadPricesOptions = {}) =>
  differenceOf(read(name, options).prices, expected);

describe.skipIf(!userFilesPresent)(`market files as users have them${userFilesAbsence}`, () => {
  it("AEMO, saved again month first: 25 days of five minutes", () => {
    const name = "aemo_price_and_demand_202209_nsw1.csv";
    const expected = plainRows(name, ",").map(([, stamp, , price]): Plain => [
      slashMs(stamp) - 10 * HOUR - 5 * MINUTE,
      Number(price),
    ]);
    expect(expected).toHaveLength(7200);
    expect(wrong(name, expected)).toBeUndefined();
    expect(read(name).notices).toEqual([
      "Dates are read month first, as line 3457 shows; options.dateOrder can change that.",
    ]);
  });

  it.each(["caiso_prc_lmp_dam_2018-10-13_2018-11-07.csv", "caiso_prc_lmp_dam_2020-05-10.csv"])(
    "%s: one of four kinds, rows in no order",
    (name) => {
      const rows = plainRows(name, ",").filter((row) => row[9] === "LMP");
      expect(wrong(name, byStart(rows.map((row): Plain => [Date.parse(row[0]), Number(row[14])])))).toBeUndefined();
    },
  );

  it("PJM day-ahead 2024 and real-time 2023, whose replaced rows and 47 absent hours are reported", () => {
    const plain = (name: string) =>
      plainRows(name, ",")
        .filter((row) => row[12] === "True")
        .map((row): Plain => [slashMs(row[0]), Number(row[9])]);
    expect(wrong("pjm_da_hrl_lmps_2024.csv.gz", byStart(plain("pjm_da_hrl_lmps_2024.csv.gz")))).toBeUndefined();
    const realTime = "pjm_rt_hrl_lmps_2023.csv.gz";
    expect(() => read(realTime)).toThrow(
      /^The file has 47 faults:\n {2}line 4345: got no row for 2023-06-30T05:00[^]*options.gaps: "omit"[^]*\(47 times: also /,
    );
    expect(wrong(realTime, byStart(plain(realTime)), { gaps: "omit" })).toBeUndefined();
    expect(read(realTime, { gaps: "omit" }).gaps).toHaveLength(47);
    expect(read(realTime, { gaps: "omit" }).notices).toContain(
      "Ignored: 24 rows of a version that was replaced (row_is_current FALSE).",
    );
  });

  it.each([
    ["miso_da_expost_lmp_2025-12-01.csv", Date.UTC(2025, 11, 1, 5)],
    ["miso_da_expost_lmp_2026-09-23.csv", Date.UTC(2026, 8, 23, 5)],
  ])("%s: hubs are listed first, each node's day is read", (name, startMs) => {
    expect(() => read(name)).toThrow(/11 locations: AECI.APM_1.AZ, ILLINOIS.HUB, .*AECI, AECI.ALTW/);
    for (const row of plainRows(name, ",", 4).filter(([, , kind]) => kind === "LMP")) {
      expect(
        wrong(
          name,
          row.slice(3, 27).map((price, i): Plain => [startMs + i * HOUR, Number(price)]),
          { location: row[0] },
        ),
        row[0],
      ).toBeUndefined();
    }
  });

  it("NYISO, the two hours 01:00 of autumn unmarked", () => {
    const name = "nyiso_rtlbmp_zone_2025-11-02_sample.csv";
    expect(() => read(name)).toThrow("3 locations: N.Y.C., PJM, WEST");
    for (const zone of ["N.Y.C.", "PJM", "WEST"]) {
      const rows = plainRows(name, ",")
        .filter((row) => row[1] === zone)
        .map((row) => [`2025-11-02 ${row[0].slice(11)}`, Number(row[3])] as const);
      expect(
        wrong(name, contiguous(rows, Date.UTC(2025, 10, 2, 4), 60, "America/New_York"), { location: zone }),
      ).toBeUndefined();
    }
  });

  it.each([
    ["spp_da_lmp_sl_2025-11-02.csv", 2, 4],
    ["spp_da_lmp_sl_2026-06-04.csv", 3, 5],
  ])("%s, in either spelling of SPP's headings", (name, at, price) => {
    expect(() => read(name)).toThrow(/locations: CSWS_HUB, SPPNORTH_HUB, SPPSOUTH_HUB, AEC/);
    for (const location of ["SPPNORTH_HUB", "SPPSOUTH_HUB", "CSWS_HUB", "AEC"]) {
      const rows = plainRows(name, ",").filter((row) => row[at] === location);
      expect(
        wrong(name, byStart(rows.map((row): Plain => [slashMs(row[1]) - HOUR, Number(row[price])])), { location }),
      ).toBeUndefined();
    }
  });

  it(
    "ERCOT's quarter hour of 896 points: hubs first, then zones, the zone's own price and not the " +
      "energy-weighted one",
    () => {
      const name = "ercot_np6905_20240329_0100.csv";
      expect(() => read(name)).toThrow(
        /896 locations: HB_BUSAVG, HB_HOUSTON, HB_HUBAVG, HB_NORTH, HB_PAN, HB_SOUTH, HB_WEST, /,
      );
      const rows = plainRows(name, ",").filter((row) => row[4] !== "LZEW");
      for (const row of rows.filter((given, i) => i % 60 === 0 || /^(HB|LZ)_/.test(given[3]))) {
        expect(
          wrong(name, [[Date.UTC(2024, 2, 29, 5, 45), Number(row[5])]], { location: row[3] }),
          row[3],
        ).toBeUndefined();
      }
    },
  );

  it("an answer of ERCOT's public interface, JSON with its two hours 02:00", () => {
    const { data } = JSON.parse(userFile("ercot_api_dam_spp_2025-11-02.json")) as {
      data: [string, string, string, number, boolean][];
    };
    const expected = data.map(([, hourEnding, , price, isSecond]): Plain => {
      const hour = Number(hourEnding.slice(0, 2));
      return [Date.UTC(2025, 10, 2, 4) + (hour + Number(isSecond || hour > 2)) * HOUR, price];
    });
    expect(expected).toHaveLength(25);
    expect(wrong("ercot_api_dam_spp_2025-11-02.json", byStart(expected))).toBeUndefined();
  });

  it("ISO New England's sheet of a zone: three days, both labels of autumn, the spring that skips 02", () => {
    const name = "isone_smd_hourly_2025_ct_sample.csv";
    expect(() => read(name)).toThrow('2 prices: "DA_LMP", "RT_LMP", wanted one price; choose it with options.price');
    const midnight: Readonly<Record<string, number>> = {
      "2025-03-08": Date.UTC(2025, 2, 8, 5),
      "2025-03-09": Date.UTC(2025, 2, 9, 5),
      "2025-11-02": Date.UTC(2025, 10, 2, 4),
    };
    const numByDay = new Map<string, number>();
    const plain = (column: number) =>
      plainRows(name, ",").map((row): Plain => {
        const at = numByDay.get(row[0] + column) ?? 0;
        numByDay.set(row[0] + column, at + 1);
        return [midnight[row[0]] + at * HOUR, Number(row[column])];
      });
    expect(wrong(name, plain(4), { price: "DA_LMP", gaps: "omit" })).toBeUndefined();
    expect(wrong(name, plain(8), { price: "RT_LMP", gaps: "omit" })).toBeUndefined();
    expect([...numByDay.values()]).toEqual([24, 23, 25, 24, 23, 25]);
  });

  it("ENTSO-E's site: ten months of quarter hours over both changes, and a day of hours", () => {
    const walls = (name: string) =>
      plainRows(name, '","').map(
        ([span, , , price]) =>
          [
            `${span.slice(6, 10)}-${span.slice(3, 5)}-${span.slice(0, 2)} ${span.slice(11, 16)}`,
            Number(price),
          ] as const,
      );
    const norway = "entsoe_gui_energy_prices_no1_2025.csv.gz";
    expect(wrong(norway, contiguous(walls(norway), Date.UTC(2024, 11, 31, 23), 15, "Europe/Oslo"))).toBeUndefined();
    const swiss = "entsoe_gui_energy_prices_ch_2025-12-12.csv";
    expect(wrong(swiss, contiguous(walls(swiss), Date.UTC(2025, 11, 11, 23), 60, "Europe/Zurich"))).toBeUndefined();
  });

  /** Every period's points by position, those left out as the one before. */
  const plainXml = (name: string, sequence?: string): Plain[] => {
    const series = userFile(name)
      .split("<TimeSeries>")
      .slice(1)
      .filter((text) => sequence === undefined || text.includes(`Component.position>${sequence}<`));
    return byStart(
      series
        .flatMap((text) => text.split("<Period>").slice(1))
        .flatMap((period) => {
          const [, start, end] = /<start>(.*?)<\/start>\s*<end>(.*?)<\/end>/.exec(period) ?? [];
          const stepMs = period.includes("PT15M") ? 15 * MINUTE : HOUR;
          const prices = new Map(
            [...period.matchAll(/<position>(\d+)<\/position>\s*<price.amount>(.*?)<\/price.amount>/g)].map(
              ([, position, price]) => [Number(position), Number(price)],
            ),
          );
          let price = Number.NaN;
          return Array.from({ length: (Date.parse(end) - Date.parse(start)) / stepMs }, (_, i): Plain => {
            price = prices.get(i + 1) ?? price;
            return [Date.parse(start) + i * stepMs, price];
          });
        }),
    );
  };

  it("ENTSO-E's XML: hours, quarters with positions left out, and one of two sequences", () => {
    expect(wrong("entsoe_a44_BE_60M.xml", plainXml("entsoe_a44_BE_60M.xml"))).toBeUndefined();
    expect(wrong("entsoe_a44_BE_60M_15M_mix.xml", plainXml("entsoe_a44_BE_60M_15M_mix.xml"))).toBeUndefined();
    expect(read("entsoe_a44_BE_60M_15M_mix.xml").filled).toHaveLength(145);
    const two = "entsoe_a44_DE_60M_15M_overlap.xml";
    expect(() => read(two)).toThrow('choose one with options.sequence: "1" or "2"');
    for (const sequence of ["1", "2"])
      expect(wrong(two, plainXml(two, sequence), { sequence }), sequence).toBeUndefined();
  });

  it("Energi Data Service, falling, in the currency that is chosen", () => {
    const name = "energidataservice_elspotprices_dk2.csv.gz";
    expect(() => read(name)).toThrow("choose it with options.price, or its currency by options.currency");
    const plain = (column: number) =>
      byStart(
        plainRows(name, ";").map((row): Plain => [Date.parse(`${row[0].replace(" ", "T")}Z`), decimal(row[column])]),
      );
    expect(wrong(name, plain(4), { price: "SpotPriceEUR" })).toBeUndefined();
    expect(wrong(name, plain(3), { currency: "DKK" })).toBeUndefined();
  });

  it("SMARD: two years of any area on the German clock, the spring row with its wrong end", () => {
    const name = "smard_grosshandelspreise_2023_2024.csv.gz";
    expect(() => read(name)).toThrow("17 locations: Deutschland/Luxemburg, ");
    const areas = [
      ["Deutschland/Luxemburg", 2],
      ["Belgien", 4],
      ["Polen", 11],
      ["Ungarn", 18],
    ] as const;
    for (const [location, column] of areas) {
      const rows = plainRows(name, ";").map(
        (row) => [row[0].replace(/^(..)\.(..)\.(....)/, "$3-$2-$1"), decimal(row[column])] as const,
      );
      expect(rows).toHaveLength(17_544);
      expect(
        wrong(name, contiguous(rows, Date.UTC(2022, 11, 31, 23), 60, "Europe/Berlin"), { location }),
        location,
      ).toBeUndefined();
    }
  });

  it("energy-charts: a row of units, and a day that is not there yet", () => {
    const name = "energy_charts_de_2025.csv";
    expect(() => read(name)).toThrow(/24 faults[^]*a blank for 2025-02-25T23:00[^]*options.gaps: "omit"/);
    const expected = plainRows(name, ",", 2)
      .filter((row) => row[3] !== "")
      .map((row): Plain => [Date.parse(row[0]), Number(row[3])]);
    expect(wrong(name, expected, { gaps: "omit" })).toBeUndefined();
  });

  it("Ember, saved again with two digits of the year, day first", () => {
    const name = "ember_spain_2024.csv";
    expect(
      wrong(
        name,
        plainRows(name, ",").map((row): Plain => [slashMs(row[2], true), Number(row[4])]),
      ),
    ).toBeUndefined();
  });
});
