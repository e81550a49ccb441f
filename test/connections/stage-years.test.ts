import { describe, expect, it } from "vitest";
import {
  breakEvenCurtailedShare,
  breakEvenMonths,
  type PricedOption,
  stageYears,
  totalUsd,
} from "../../src/connections/stage-years.ts";

const YEAR_MS = 8760 * 3_600_000;
const span = { fromMs: 0, toMs: 4 * YEAR_MS };
/** 100 a year before, from the second year on 20 with curtailments and 10 without, from the fourth 5. */
const option: PricedOption = {
  beforeUsdPerYear: 100,
  upgradeUsd: 7,
  stages: [
    { startMs: YEAR_MS, usdPerYear: 20, firmUsdPerYear: 10 },
    { startMs: 3 * YEAR_MS, usdPerYear: 5, firmUsdPerYear: 5 },
  ],
};

describe("stages within the years compared", () => {
  it("last until the next one, and begin later with a delay", () => {
    const starts = option.stages.map(({ startMs }) => startMs);
    expect(stageYears(starts, span)).toEqual([1, 2, 1]);
    expect(stageYears(starts, span, 6)).toEqual([1.5, 2, 0.5]);
    expect(stageYears(starts, span, 24)).toEqual([3, 1, 0]);
    expect(stageYears([-YEAR_MS, 9 * YEAR_MS], span)).toEqual([0, 4, 0]);
  });

  it("cost what they cost a year", () => {
    expect(totalUsd(option, span)).toBe(7 + 100 + 40 + 5);
    expect(totalUsd(option, span, 12)).toBe(7 + 200 + 40);
    expect(totalUsd(option, span, 0, 3)).toBe(7 + 100 + 80 + 5);
  });

  it("break even at a delay, piece by piece, and at a multiple of the curtailed hours", () => {
    // The first year late replaces 5 by 100, the next ones 20 by 100.
    expect(breakEvenMonths(option, 152 + 95 / 2, span)).toBeCloseTo(6, 9);
    expect(breakEvenMonths(option, 152 + 95 + 40, span)).toBeCloseTo(18, 9);
    expect(breakEvenMonths(option, 1000, span)).toBe(Infinity);
    expect(breakEvenMonths({ ...option, beforeUsdPerYear: Number.NaN }, 1000, span)).toBeNaN();
    expect(breakEvenCurtailedShare(option, 172, span)).toBeCloseTo(2, 9);
    expect(breakEvenCurtailedShare({ ...option, stages: [option.stages[1]] }, 1000, span)).toBe(Infinity);
  });
});
