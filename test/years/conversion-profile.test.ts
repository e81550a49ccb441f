import { describe, expect, test } from "vitest";
import { conversionProfile } from "../../src/years/conversion-profile.ts";
import type { ConversionModel } from "../../src/years/years-model.ts";

const hall: ConversionModel = {
  name: "hall",
  path: "years.conversions[0]",
  load: {},
  facilityMw: 10,
  blocks: 1,
  wholeBlocks: false,
  starts: { from: 0, to: 9 },
  leadMonths: 5,
  energisedFromMonth: 0,
  miningOffMonths: 2,
  capex: { shellUsdPerMw: 4e6, retrofitUsdPerMw: 1e6, gpusUsdPerMw: 5e6, changePerYear: 0.1 },
  fixedOmUsdPerMwYear: 12_000,
  lease: { usdPerItKwMonth: 100, itMw: 8, escalatorPerYear: 0.5, months: 24, rampMonths: 2 },
  mostStartsMwPerQuarter: Infinity,
  leastMw: 0,
  residualLifeYears: 10,
};
const settings = { count: 12, mw: 10, leaseFactor: 1, delayMonths: 0, isDelayKnown: true };

describe("conversionProfile", () => {
  const profile = conversionProfile(hall, 0, settings);

  test("energises after the lead time and switches rigs off before", () => {
    // On at month 5, off at month 3: the whole of quarter 1 does not mine.
    expect(profile.onMonth).toBe(5);
    expect(profile.space.slice(0, 3)).toEqual([0, 1, 1]);
    // Ramp of 2 months from month 5: in month 5 a mean of 1/4, in month 6 of 3/4, then 1.
    expect(profile.online[1]).toBeCloseTo(0.25 / 3, 12);
    expect(profile.online[2]).toBeCloseTo((0.75 + 2) / 3, 12);
    expect(profile.online[3]).toBe(1);
  });

  test("rent rises with each year of the lease and ends with it", () => {
    // 800,000 USD a month; months 5 to 16 at 1, 17 to 28 at 1.5; ends at month 29.
    expect(profile.rentUsd[3]).toBeCloseTo(2_400_000, 6);
    expect(profile.rentUsd[5]).toBeCloseTo(800_000 * (2 + 1.5), 6);
    expect(profile.rentUsd[9]).toBeCloseTo(800_000 * 1.5 * 2, 6);
    expect(profile.rentUsd[10]).toBe(0);
    expect(profile.online[10]).toBe(0);
    expect(profile.space[10]).toBe(1);
  });

  test("construction is paid over the lead time at the prices of its start", () => {
    expect(profile.capexUsd[0]).toBeCloseTo((-100e6 * 3) / 5, 3);
    expect(profile.capexUsd[1]).toBeCloseTo((-100e6 * 2) / 5, 3);
    const later = conversionProfile(hall, 4, settings);
    expect(later.capexUsd.reduce((a, b) => a + b)).toBeCloseTo(-110e6, 3);
    expect(conversionProfile({ ...hall, leadMonths: 0, miningOffMonths: 0 }, 2, settings).capexUsd[2]).toBeLessThan(0);
  });

  test("what is left of shell and retrofit counts, of accelerators nothing", () => {
    // In service for 36 - 5 = 31 months of 120.
    expect(profile.residualUsd).toBeCloseTo(50e6 * (1 - 31 / 120), 3);
    expect(conversionProfile({ ...hall, residualLifeYears: null }, 0, settings).residualUsd).toBe(0);
  });

  test("a delay moves energisation; rigs stay on if it is known", () => {
    const known = conversionProfile(hall, 0, { ...settings, delayMonths: 1 });
    const late = conversionProfile(hall, 0, { ...settings, delayMonths: 1, isDelayKnown: false });
    expect([known.onMonth, late.onMonth]).toEqual([6, 6]);
    expect(known.space[1]).toBeCloseTo(2 / 3, 12);
    expect(late.space[1]).toBe(1);
    expect(late.fixedOmUsd[1]).toBeCloseTo(0, 12);
    expect(profile.fixedOmUsd[1]).toBeCloseTo(-10_000, 9);
  });

  test("nothing is energised before its date", () => {
    expect(conversionProfile({ ...hall, energisedFromMonth: 12 }, 0, settings).onMonth).toBe(12);
  });
});
