import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../src/io/read-market-prices.ts";
import { entsoeCsvAutumn, ercotDayAheadAutumn, plainAutumn } from "../support/market-texts.ts";
import { faultsOf, priceLines } from "../support/price-lines.ts";
import { planPower } from "../support/untyped.ts";
import { runs } from "../support/runs.ts";

const HOUR = 3_600_000;

/** Writes ERCOT's day-ahead layout from instants, by the platform's own knowledge of the zone. */
function writeErcot(startMs: number, prices: readonly number[]): string {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: "America/Chicago",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
  });
  const wallOf = (ms: number) => {
    const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
    return { date: `${part.month}/${part.day}/${part.year}`, hour: Number(part.hour) };
  };
  const rows = prices.map((price, i) => {
    const { date, hour } = wallOf(startMs + i * HOUR);
    const before = wallOf(startMs + (i - 1) * HOUR);
    return (
      `${date},${String(hour + 1).padStart(2, "0")}:00,HB,${price},` +
      `${before.date === date && before.hour === hour ? "Y" : "N"}`
    );
  });
  return ["DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag", ...rows].join("\n");
}

describe("readMarketPrices", () => {
  it("reads what was written, over both changes of the clock", () => {
    const price = fc.integer({ min: -25_000, max: 500_000 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(
        fc.constantFrom(Date.UTC(2024, 2, 9, 12), Date.UTC(2024, 10, 2, 12), Date.UTC(2024, 1, 28, 6)),
        fc.array(price, { minLength: 3, maxLength: 60 }),
        (startMs, prices) => {
          const read = readMarketPrices(writeErcot(startMs, prices), { unitAsStated: true });
          expect(read.prices).toEqual(
            prices.map((perMwh, i) => ({ start: new Date(startMs + i * HOUR).toISOString(), minutes: 60, perMwh })),
          );
        },
      ),
      { seed: 20261122, numRuns: runs(100, 10) },
    );
  });

  it.each([
    [2023, 8760],
    [2024, 8784],
  ])("gives %i its %i hours", (year, hours) => {
    // Local midnight of 1 January is 06:00 UTC.
    const { prices } = readMarketPrices(
      writeErcot(
        Date.UTC(year, 0, 1, 6),
        Array.from({ length: hours }, (_, i) => 20 + (i % 50)),
      ),
    );
    expect(prices).toHaveLength(hours);
    expect([prices[0].start, prices[hours - 1].start]).toEqual([
      `${year}-01-01T06:00:00.000Z`,
      `${year + 1}-01-01T05:00:00.000Z`,
    ]);
  });

  /**
   * ENTSO-E's layout of quarter hours: Brussels' wall clock, nothing behind the stamps, the two hours of autumn one
   * behind the other.
   */
  it.each([
    [2024, 8784],
    [2026, 8760],
  ])("gives %i its %i hours of unmarked quarters", (year, hours) => {
    const format = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/Brussels",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    const startMs = Date.UTC(year - 1, 11, 31, 23);
    const walls = Array.from({ length: 4 * hours + 1 }, (_, i) =>
      format.format(startMs + (i * HOUR) / 4).replace(",", ""),
    );
    const rows = walls.slice(0, -1).map((wall, i) => `"${wall}:00 - ${walls[i + 1]}:00","A","1","${20 + (i % 50)}"`);
    const { prices, gaps } = readMarketPrices(
      ['"MTU (CET/CEST)","Area","Sequence","Day-ahead Price (EUR/MWh)"', ...rows].join("\n"),
    );
    expect([prices.length, gaps.length]).toEqual([4 * hours, 0]);
    expect(
      prices.every(
        ({ start, minutes, perMwh }, i) =>
          Date.parse(start) === startMs + (i * HOUR) / 4 && minutes === 15 && perMwh === 20 + (i % 50),
      ),
    ).toBe(true);
  });

  it("fills by the named policy and lists what it filled", () => {
    const holed = ercotDayAheadAutumn.replace("11/03/2024,02:00,HB_NORTH,-3.75,Y\n", "");
    expect(faultsOf(() => readMarketPrices(holed))[0]).toMatchObject({
      line: 3,
      given: "no row for 2024-11-03T07:00:00.000Z, 60 minutes",
    });
    const read = readMarketPrices(holed, { gaps: "interpolate" });
    // Half way from 20.25 to 0.
    expect(priceLines(read.filled)).toEqual(["2024-11-03T07:00Z 60 10.125"]);
    expect(priceLines(read.prices)[2]).toBe("2024-11-03T07:00Z 60 10.125");
  });

  it("converts at the stated rate alone", () => {
    const read = readMarketPrices(entsoeCsvAutumn, { convert: { to: "USD", rate: 1.5 } });
    expect(read).toMatchObject({ currency: "USD" });
    expect(read.prices.map(({ perMwh }) => perMwh)).toEqual([92.25, 93.75, -0.015, 96.75]);
  });

  it("suspects prices all within 1 per MWh", () => {
    const text = plainAutumn.replace("25.5", "0.0255").replace("-26.5", "-0.0265").replace("27.5", "0.0275");
    expect(faultsOf(() => readMarketPrices(text))[0]).toMatchObject({ given: "3 prices, all within 1 per MWh" });
    expect(readMarketPrices(text, { unitAsStated: true }).prices[0].perMwh).toBe(0.0255);
  });

  it("gives what the planner takes as it is, and what it refuses in another currency", () => {
    const input = {
      name: "Autumn",
      horizon: { start: "2024-11-03T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 4 },
      bitcoin: { hashpriceUsdPerPhDay: 40 },
      assets: [
        { kind: "grid", name: "grid", importLimitMw: 50, importPriceUsdPerMwh: readMarketPrices(ercotDayAheadAutumn) },
        { kind: "mining-fleet", name: "rigs", rig: "S21 XP", rigs: 1000 },
      ],
    };
    const plan = planPower(input);
    expect(plan.status).toBe("optimal");
    expect(() =>
      planPower({
        ...input,
        assets: [{ ...input.assets[0], importPriceUsdPerMwh: readMarketPrices(entsoeCsvAutumn) }, input.assets[1]],
      }),
    ).toThrow(/importPriceUsdPerMwh\.currency[^]*convert/);
  });

  // 105,120 rows; CPU time, since other tests run beside.
  it("reads a year of five minutes in a second", () => {
    const startMs = Date.UTC(2025, 0);
    const rows = Array.from(
      { length: 105_120 },
      (_, i) => `${new Date(startMs + i * 300_000).toISOString()},${20 + (i % 997) / 10}`,
    );
    const text = `timestamp,price_usd_per_mwh\n${rows.join("\n")}\n`;
    readMarketPrices(text);
    const before = process.cpuUsage();
    const { prices } = readMarketPrices(text);
    const { user, system } = process.cpuUsage(before);
    expect(prices).toHaveLength(105_120);
    expect((user + system) / 1e6).toBeLessThan(1);
  });
});
