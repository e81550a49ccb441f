import { describe, expect, it } from "vitest";
import { readTariff } from "../../../src/io/read-tariff.ts";
import { firm, grid, horizon } from "../../support/small-sites.ts";
import { coincident, flat } from "../../support/urdb-rates.ts";
import { planPower } from "../../support/untyped.ts";

const at = (day: string, hour: number, probability?: number) => ({
  start: `${day}T${hour}:00:00-05:00`,
  ...(probability !== undefined && { probability }),
});
const read = (fields: Record<string, unknown>, intervals: readonly ReturnType<typeof at>[], months?: number[]) =>
  readTariff(
    { ...flat, demandwindow: 15, coincidentrateunit: "kW", ...fields },
    { coincident: { intervalMinutes: 60, intervals: [...intervals] }, ...(months && { months }) },
  );
/** 12.5 USD/kW from 14 to 20 h in June to September; 20 in July; 5 in other months from 7 to 9 h. */
const byMonth = {
  coincidentratestructure: [[{ rate: 0 }], [{ rate: 12.5 }], [{ rate: 20 }], [{ rate: 5 }]],
  coincidentrateschedule: Array.from({ length: 12 }, (_, month) =>
    Array.from({ length: 24 }, (__, hour) => {
      if (month === 6 && hour >= 14 && hour < 20) return 2;
      if (month >= 5 && month <= 8) return hour >= 14 && hour < 20 ? 1 : 0;
      return hour >= 7 && hour < 9 ? 3 : 0;
    }),
  ),
};

describe("coincident peaks of a rate", () => {
  it("of one rate in all months are a charge of the year", () => {
    const intervals = [at("2026-07-14", 17, 0.5)];
    expect(read(coincident, intervals).fields.coincidentPeak).toEqual({
      usdPerMwYear: 50_000,
      months: [6, 7, 8, 9],
      intervalMinutes: 60,
      intervals,
    });
  });

  it("of rates that differ by month are groups with the rate of each", () => {
    const [june, july, also] = [at("2026-06-30", 17, 0.5), at("2026-07-14", 17, 0.3), at("2026-07-15", 16, 0.2)];
    const { fields, notices } = read(byMonth, [june, july, also]);
    expect(fields.coincidentPeak).toEqual({
      intervalMinutes: 60,
      groups: [
        { name: "2026-06 at 12.5 USD per kW", usdPerMw: 12_500, peaks: 1, intervals: [june] },
        { name: "2026-07 at 20 USD per kW", usdPerMw: 20_000, peaks: 1, intervals: [july, also] },
      ],
    });
    expect(notices).toContain(
      "coincident rates differ by month or hour: the intervals are billed in groups of one rate.",
    );
  });

  it("of one season have its one rate", () => {
    expect(read(byMonth, [at("2026-07-14", 17, 0.5)], [7]).fields.coincidentPeak).toMatchObject({
      usdPerMwYear: 20_000,
      months: [7],
    });
  });

  it("in hours without a rate cost nothing, and that is said", () => {
    const { fields, notices } = read(byMonth, [at("2026-07-14", 21, 1)]);
    expect(fields).not.toHaveProperty("coincidentPeak");
    expect(notices).toContain(
      "1 of options.coincident.intervals are in hours without a coincident rate: they cost nothing.",
    );
  });

  it("are given by the local clock where the rate needs it", () => {
    const intervals = [{ start: "2026-07-14T22:00:00Z", probability: 0.5 }];
    expect(read(coincident, intervals).fields.coincidentPeak).toMatchObject({ intervals });
    expect(() => read(byMonth, intervals)).toThrow(
      'options.coincident.intervals[0].start: got "2026-07-14T22:00:00Z", wanted ISO-8601 with the local offset',
    );
  });

  // 24 h of Tuesday 2026-07-14 at 30 MW: 8,000 USD/MW flat and a certain peak at 20,000 USD/MW.
  it("are billed by the planner at the month's rate", () => {
    const { fields } = read(byMonth, [at("2026-07-14", 17, 1)]);
    const plan = planPower({
      horizon: horizon(24),
      assets: [{ ...grid(), ...fields }, firm({ vollUsdPerMwh: 50_000 })],
    });
    if (plan.status !== "optimal") throw new Error(plan.status);
    expect(plan.objectiveUsd).toBeCloseTo(30 * 8_000 + 30 * 20_000, 6);
  });
});
