import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Reading } from "../../src/assets/index.ts";
import { readSeries } from "../../src/io/read-series.ts";
import { writeSchedule } from "../../src/io/write-schedule.ts";
import type { OptimalPlan } from "../../src/plan/plan-result.ts";
import { bitcoin, firm, fleet, grid, horizon } from "../support/small-sites.ts";
import { planPower } from "../support/untyped.ts";

type NamesOf<Series> = Series extends unknown ? keyof Series & string : never;
/** Every series of every asset, by the compiler, and the unit its column must name. */
const units: Readonly<Record<NamesOf<Reading["series"]>, string>> = {
  importMw: "MW",
  exportMw: "MW",
  usedMw: "MW",
  boughtMw: "MW",
  allowedMw: "MW",
  shortfallMw: "MW",
  surplusMw: "MW",
  curtailedMw: "MW",
  chargeMw: "MW",
  dischargeMw: "MW",
  storedMwh: "MWh",
  storedValueUsdPerMwh: "USD/MWh",
  reserveMissedMwh: "MWh",
  powerMw: "MW",
  onlineMw: "MW",
  fuelMmbtu: "MMBtu",
  unitsAsRun: "units",
  fuelL: "L",
  tankL: "L",
  setsAsRun: "sets",
  demandMw: "MW",
  servedMw: "MW",
  unservedMw: "MW",
  revenueUsdPerMwh: "USD/MWh",
  servedItMw: "MW",
  throttledMw: "MW",
  lostThroughputMw: "MW",
  aboveStandbyMw: "MW",
  deenergizedMw: "MW",
  cutBeyondRampMw: "MW",
  wholeRigsMw: "MW",
  rigsOn: "rigs",
  hashratePhPerS: "PH/s",
  strikeUsdPerMwh: "USD/MWh",
  contractedMw: "MW",
  resoldMw: "MW",
  missedMw: "MW",
  co2T: "t",
  soldMw: "MW",
  calledMw: "MW",
  expectedLostPhPerS: "PH/s",
};

const optimal = planPower({
  horizon: horizon(2),
  bitcoin,
  assets: [grid({ importPriceUsdPerMwh: [30, 100] }), firm(), fleet()],
});
if (optimal.status !== "optimal") throw new Error(optimal.status);
const plan: OptimalPlan = optimal;

function planOf(assets: Readonly<Record<string, Readonly<Record<string, Float64Array>>>>, count: number): OptimalPlan {
  const readings = Object.fromEntries(
    Object.entries(assets).map(([name, series]) => [name, { ...plan.assets.grid, series }]),
  ) as unknown as OptimalPlan["assets"];
  const intervalStarts = Array.from({ length: count }, (_, t) => new Date(Date.UTC(2026, 9, 25, t)).toISOString());
  return {
    ...plan,
    intervalStarts,
    assets: readings,
    prices: { ...plan.prices, powerUsdPerMwh: new Float64Array(count) },
  };
}

describe("writeSchedule", () => {
  it("has one row per interval below a header with units", () => {
    const rows = writeSchedule(plan)
      .split("\r\n")
      .map((line) => line.split(","));
    expect(rows).toHaveLength(4);
    expect(rows[3]).toEqual([""]);
    expect(rows[0].slice(0, 3)).toEqual(["start", "grid importMw (MW)", "grid exportMw (MW)"]);
    expect(rows[0].at(-1)).toBe("site powerUsdPerMwh (USD/MWh)");
    expect(rows.slice(1, 3).map((row) => row.slice(0, 2))).toEqual([
      ["2026-07-14T00:00:00-05:00", "40"],
      ["2026-07-14T01:00:00-05:00", "30"],
    ]);
  });

  it("names the unit of every series there is", () => {
    const series = Object.fromEntries(Object.keys(units).map((name) => [name, Float64Array.of(1)]));
    const headings = writeSchedule(planOf({ a: series }, 1))
      .split("\r\n")[0]
      .split(",")
      .slice(1, -1);
    expect(headings).toEqual(Object.entries(units).map(([name, unit]) => `a ${name} (${unit})`));
    expect(() => writeSchedule(planOf({ a: { colour: Float64Array.of(1) } }, 1))).toThrow(
      "no unit is known of the quantity colour",
    );
  });

  it("quotes names that hold separators and quotation marks", () => {
    const text = writeSchedule(planOf({ 'hall "A", east': { powerMw: Float64Array.of(0.1) } }, 1));
    expect(text.split("\r\n")[0]).toBe('start,"hall ""A"", east powerMw (MW)",site powerUsdPerMwh (USD/MWh)');
  });

  it("readSeries reads every column back to the last bit", () => {
    const name = fc
      .string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(..."abcxyz019 ,;\"'-_") })
      .filter((text) => text.trim() === text);
    const cases = fc
      .integer({ min: 2, max: 30 })
      .chain((count) =>
        fc.tuple(
          fc.constant(count),
          fc.dictionary(
            name,
            fc.array(fc.double({ min: -2000, max: 2000, noNaN: true }), { minLength: count, maxLength: count }),
            { minKeys: 1, maxKeys: 4 },
          ),
        ),
      );
    fc.assert(
      fc.property(cases, ([count, assets]) => {
        const series = Object.fromEntries(
          Object.entries(assets).map(([asset, values]) => [asset, { strikeUsdPerMwh: Float64Array.from(values) }]),
        );
        const written = planOf(series, count);
        const text = writeSchedule(written);
        for (const [asset, values] of Object.entries(assets)) {
          const { values: read } = readSeries(text, {
            // As it is written: a spreadsheet would run what begins with one of these.
            value: `${/^[=+\-@]/u.test(asset) ? "'" : ""}${asset} strikeUsdPerMwh (USD/MWh)`,
            unit: "per MWh",
            stamp: { column: "start" },
            stampIs: "start",
            separator: ",",
          });
          expect(read.map(({ value }) => value + 0)).toEqual(values.map((value) => value + 0));
          expect(read.map(({ start }) => start)).toEqual(written.intervalStarts);
        }
      }),
      { seed: 20261123, numRuns: 60 },
    );
  });

  it("writes local time, chosen digits and the money of each interval for a spreadsheet", () => {
    const rows = writeSchedule(plan, { time: "local", digits: 1, money: true })
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split(","));
    expect(rows[0].slice(0, 3)).toEqual([`local time (${plan.timeZone})`, "UTC offset", "grid importMw (MW)"]);
    expect(rows[1][0]).toBe(plan.intervalStarts[0].slice(0, 19).replace("T", " "));
    expect(rows[0]).toContain("grid import energy (USD)");
    const last = rows.slice(1).map((row) => Number(row.at(-1)));
    expect(rows[0].at(-1)).toBe("site cost by interval (USD)");
    expect(last.reduce((sum, usd) => sum + usd, 0)).toBeCloseTo(plan.objectiveUsd, 0);
    expect(rows[1].slice(2).every((cell) => /^-?\d+\.\d$/u.test(cell))).toBe(true);
    expect(() => writeSchedule(plan, { digits: -1 })).toThrow(/writeSchedule options\.digits: got -1/);
  });

  it("marks what is not cash, and leaves amounts of a month out", () => {
    const { ledger } = plan;
    const lines = [
      { asset: "a", item: "wear", kind: "valuation" as const, usd: 3, usdByInterval: Float64Array.of(1, 2) },
      { asset: "a", item: "demand charge 2026-10", kind: "cash" as const, usd: 50 },
    ];
    const [head, ...rows] = writeSchedule({ ...plan, ledger: { ...ledger, lines } }, { money: true })
      .trimEnd()
      .split("\r\n");
    expect(head).toMatch(/,"a wear, valuation \(USD\)",site cost by interval \(USD\)$/u);
    expect(rows.map((row) => row.split(",").slice(-2))).toEqual([
      ["1", "1"],
      ["2", "2"],
    ]);
  });
});
