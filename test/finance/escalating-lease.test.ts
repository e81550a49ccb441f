import { describe, expect, it } from "vitest";
import { escalatingLease, leaseLine } from "../../src/finance/escalating-lease.ts";
import { leases2026_11 } from "../../src/finance/presets.ts";

const { beaconPoint, riverBend } = leases2026_11;

describe("escalatingLease", () => {
  it("E6: Beacon Point and River Bend", () => {
    const beacon = escalatingLease({
      totalUsd: beaconPoint.totalUsd,
      years: 15,
      escalatorPerYear: 0.03,
      itMw: beaconPoint.itMw,
    });
    expect(beacon.firstYearUsd / 1e6).toBeCloseTo(526.91, 2);
    expect((beacon.usdPerItMwYear ?? 0) / 1e6).toBeCloseTo(1.4969, 4);
    expect(beacon.usdPerKwMonth).toBeCloseTo(124.74, 2);
    expect(beacon.usdByYear.reduce((sum, usd) => sum + usd, 0)).toBeCloseTo(9.8e9, 0);
    const river = escalatingLease({
      totalUsd: riverBend.totalUsd,
      years: 15,
      escalatorPerYear: 0.03,
      itMw: riverBend.itMw,
    });
    expect(river.firstYearUsd / 1e6).toBeCloseTo(376.37, 2);
    expect(river.usdPerKwMonth).toBeCloseTo(128.02, 2);
  });

  it("from the first year, without escalator, without MW", () => {
    expect(escalatingLease({ firstYearUsd: 10, years: 3, escalatorPerYear: 0.1 }).totalUsd).toBeCloseTo(33.1, 12);
    expect(escalatingLease({ totalUsd: 30, years: 3, escalatorPerYear: 0 })).toEqual({
      usdByYear: [10, 10, 10],
      firstYearUsd: 10,
      totalUsd: 30,
    });
  });

  it.each([
    [{ years: 3, escalatorPerYear: 0 }, "either totalUsd or firstYearUsd"],
    [{ totalUsd: 1, firstYearUsd: 1, years: 3, escalatorPerYear: 0 }, "either totalUsd or firstYearUsd"],
    [{ totalUsd: 1, years: 3, escalatorPerYear: 3 }, "escalatorPerYear"],
  ])("faults: %o", (given, words) => {
    expect(() => escalatingLease(given)).toThrow(words);
  });
});

describe("leaseLine", () => {
  const periods = { start: "2027-01", every: "quarter", count: 8 } as const;
  const lease = { name: "AI", firstYearUsd: 40, years: 2, escalatorPerYear: 0.1 };

  it("pays a quarter of the year's rent, and rises after four quarters", () => {
    const { usd, kind } = leaseLine({ ...lease, from: "2027-07" }, periods);
    expect(kind).toBe("contracted");
    expect(usd).toEqual([0, 0, 10, 10, 10, 10, 11, 11].map((value) => expect.closeTo(value, 9)));
  });

  it("an older lease is in its later years, and it ends", () => {
    expect(leaseLine({ ...lease, from: "2026-01", noiMargin: 0.5 }, periods).usd).toEqual(
      [5.5, 5.5, 5.5, 5.5, 0, 0, 0, 0].map((value) => expect.closeTo(value, 9)),
    );
  });

  it("starts with a period", () => {
    const fromFebruary = { ...periods, start: "2027-02" };
    expect(leaseLine({ ...lease, from: "2027-05" }, fromFebruary).usd.slice(0, 3)).toEqual([0, 10, 10]);
    expect(() => leaseLine({ ...lease, from: "2027-04" }, fromFebruary)).toThrow("the first month of a period");
    expect(() => leaseLine({ ...lease, from: "2027-08" }, periods)).toThrow("the first month of a period");
    expect(() => leaseLine({ ...lease, from: "2027" }, periods)).toThrow("a month such as 2027-01");
    expect(() => leaseLine({ ...lease, from: "2027-07" }, {} as never)).toThrow("periods.every");
  });
});
