import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DateOrder, swapDayAndMonth, orderOfLayout } from "../../src/io/date-order.ts";
import { readMarketPrices } from "../../src/io/read-market-prices.ts";
import { FaultLog } from "../../src/io/fault-log.ts";
import { faultsOf } from "../support/price-lines.ts";
import { runs } from "../support/runs.ts";

const aemo = (...stamps: string[]) =>
  "REGION,SETTLEMENTDATE,TOTALDEMAND,RRP," +
  `PERIODTYPE\n${stamps.map((stamp, i) => `NSW1,${stamp},7000,${10 + i},TRADE`).join("\n")}`;
const starts = (text: string, options = {}) =>
  readMarketPrices(text, options).prices.map(({ start }) => start.slice(0, 16));

describe("dates with slashes where the market writes the year first", () => {
  it("are refused while both orders fit, and read as the caller says", () => {
    const text = aemo("9/1/2022 0:05", "9/1/2022 0:10");
    const [fault] = faultsOf(() => readMarketPrices(text));
    expect(fault).toMatchObject({
      line: 2,
      column: 2,
      given: '"9/1/2022 0:05"',
      fix: expect.stringContaining('options.dateOrder, "day-first" or "month-first"'),
    });
    // The end of five minutes on UTC+10.
    expect(starts(text, { dateOrder: "month-first" })).toEqual(["2022-08-31T14:00", "2022-08-31T14:05"]);
    expect(starts(text, { dateOrder: "day-first" })).toEqual(["2022-01-08T14:00", "2022-01-08T14:05"]);
  });

  it("are read in the order that a later row shows, which a notice says", () => {
    const days = (order: (day: number) => string) => aemo(...Array.from({ length: 16 }, (_, i) => order(i + 1)));
    const options = { gaps: "omit", minutes: 5 } as const;
    const monthFirst = readMarketPrices(
      days((day) => `9/${day}/2022 0:05`),
      options,
    );
    expect(monthFirst.prices[12].start).toBe("2022-09-12T14:00:00.000Z");
    expect(monthFirst.notices).toContain(
      "Dates are read month first, as line 14 shows; options.dateOrder can change that.",
    );
    const dayFirst = readMarketPrices(
      days((day) => `${day}/9/2022 0:05`),
      options,
    );
    expect(dayFirst.prices).toEqual(monthFirst.prices);
    expect(dayFirst.notices).toContain(
      "Dates are read day first, as line 14 shows; options.dateOrder can change that.",
    );
  });

  it("that speak for both orders are faults", () => {
    expect(faultsOf(() => readMarketPrices(aemo("13/9/2022 0:05", "9/14/2022 0:05")))[0]).toMatchObject({
      line: 3,
      given: '"9/14/2022 0:05"',
    });
  });

  it("of a day with one number for both are in no doubt", () => {
    expect(starts(aemo("9/9/2022 0:05", "9/9/2022 0:10"))).toEqual(["2022-09-08T14:00", "2022-09-08T14:05"]);
  });

  // Whatever year and order a spreadsheet saves a whole month in, the instants are those of the file as published.
  it("are read as the file was before it was saved again", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2022, max: 2030 }),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        fc.boolean(),
        (year, month, isDayFirst, isPadded) => {
          const pad = (n: number) => (isPadded ? String(n).padStart(2, "0") : String(n));
          const days = Array.from({ length: 28 }, (_, i) => i + 1);
          const again = aemo(
            ...days.map(
              (day) => `${isDayFirst ? `${pad(day)}/${pad(month)}` : `${pad(month)}/${pad(day)}`}/${year} 0:05`,
            ),
          );
          const published = aemo(
            ...days.map((day) => `${year}/${String(month).padStart(2, "0")}/${String(day).padStart(2, "0")} 00:05:00`),
          );
          expect(starts(again, { gaps: "omit" })).toEqual(starts(published, { gaps: "omit" }));
        },
      ),
      { seed: 20261130, numRuns: runs(40, 4) },
    );
  });
});

describe("dates with slashes as the market writes them", () => {
  const spp = (...stamps: string[]) =>
    "Interval,GMTIntervalEnd,Settlement " +
    `Location,Pnode,LMP,MLC,MCC,MEC\n${stamps.map((stamp, i) => `x,${stamp},HUB,HUB,${10 + i},0,0,0`).join("\n")}`;

  it("need nothing said, and are read the other way round where most rows show it", () => {
    expect(starts(spp("6/4/2026 6:00", "6/4/2026 7:00"))).toEqual(["2026-06-04T05:00", "2026-06-04T06:00"]);
    const again = readMarketPrices(spp("12/6/2026 23:00", "13/6/2026 0:00", "13/6/2026 1:00"));
    expect(again.prices[0].start).toBe("2026-06-12T22:00:00.000Z");
    expect(again.notices[0]).toBe("Dates are read day first, as line 3 shows; options.dateOrder can change that.");
  });

  it("are not turned round by one mistyped month, and the message says how to", () => {
    const [fault] = faultsOf(() => readMarketPrices(spp("6/4/2026 6:00", "6/4/2026 7:00", "16/4/2026 8:00")));
    expect(fault).toMatchObject({
      line: 4,
      given: '"16/4/2026 8:00"',
      fix: 'correct the stamp, or set options.dateOrder: "day-first"',
    });
  });
});

describe("layouts", () => {
  it("have an order where slashes or dashes part them, and another one", () => {
    expect(["MM/dd/yyyy HH:mm", "dd/MM/yy", "dd-MM-yyyy", "yyyy/MM/dd", "dd.MM.yyyy"].map(orderOfLayout)).toEqual([
      "month-first",
      "day-first",
      "day-first",
      undefined,
      undefined,
    ]);
    expect(["MM/dd/yyyy h:mm a", "dd/MM/yy HH:mm", "yyyy-MM-dd", "d/M/yyyy"].map(swapDayAndMonth)).toEqual([
      "dd/MM/yyyy h:mm a",
      "MM/dd/yy HH:mm",
      "yyyy-MM-dd",
      "M/d/yyyy",
    ]);
  });
});

describe("DateOrder", () => {
  it("without a stamp says nothing", () => {
    const faults = new FaultLog();
    const notices: string[] = [];
    new DateOrder().report(faults, notices);
    expect([faults.isEmpty, notices, new DateOrder().rereadOrder]).toEqual([true, [], undefined]);
  });
});
