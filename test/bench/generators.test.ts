import { describe, expect, it } from "vitest";
import { checkProgram, checkSolution, solveLp } from "wattsplit/lp";
import { capturedProgram } from "../../bench/generators/captured-program.ts";
import { hybridSite, siteLayout } from "../../bench/generators/hybrid-site.ts";
import { plannerSiteInput } from "../../bench/generators/planner-site-input.ts";
import { rescaled } from "../../bench/generators/rescaled.ts";
import { sideBySide } from "../../bench/generators/side-by-side.ts";
import { weatherAt } from "../../bench/generators/site-weather.ts";
import { uniformAt } from "../../bench/generators/uniform-at.ts";

const optimum = (lp: Parameters<typeof solveLp>[0]): number => {
  const solution = solveLp(lp);
  expect(solution.status).toBe("optimal");
  expect(checkSolution(lp, solution)).toMatchObject({ ok: true });
  return solution.objective;
};

describe("the hybrid site", () => {
  it("is the year that the README describes", () => {
    const year = hybridSite({ numIntervals: 8760 });
    checkProgram(year);
    // 6 rows and 15 columns an hour; 53 weeks begun, fuel, CO2; 12 months and the missing energy of 53 weeks.
    expect([year.numRows, year.numCols]).toEqual([6 * 8760 + 53 + 2, 15 * 8760 + 12 + 53]);
    expect(siteLayout(8760)).toEqual({ numIntervals: 8760, intervalCols: 15, intervalRows: 6 });
  });

  it("is the same to the bit for the same options, and not for another seed", () => {
    expect(hybridSite({ numIntervals: 30 })).toEqual(hybridSite({ numIntervals: 30 }));
    expect(hybridSite({ numIntervals: 30, seed: 2 }).cost).not.toEqual(hybridSite({ numIntervals: 30 }).cost);
  });

  it("moves with the window: hour 5 of one is hour 4 of the next", () => {
    const [a, b] = [0, 1].map((firstHour) => hybridSite({ numIntervals: 30, firstHour }));
    expect(b.cost[15 * 4]).toBe(a.cost[15 * 5]);
    expect(b.rowLower[6 * 4]).toBe(a.rowLower[6 * 5]);
    expect(b.value).toEqual(a.value);
  });

  it("costs as much in quarter hours as in hours where nothing changes within the hour but the sun", () => {
    // Not equal: sun and firm load are smooth in time. But within 5 %, which a forgotten factor dt would break.
    const hours = optimum(hybridSite({ numIntervals: 24 }));
    const quarters = optimum(hybridSite({ numIntervals: 96, stepHours: 0.25 }));
    expect(Math.abs(quarters - hours)).toBeLessThan(0.05 * Math.abs(hours));
  });

  it("has the rows and columns of its variants", () => {
    const plain = hybridSite({ numIntervals: 24 });
    expect(hybridSite({ numIntervals: 24, numBatteries: 10 }).numCols).toBe(plain.numCols + 24 * 24);
    const coupled = hybridSite({ numIntervals: 24, numCouplingRows: 3 });
    expect(coupled.numRows).toBe(plain.numRows + 3);
    expect(coupled.value.length).toBe(plain.value.length + 3 * 5 * 24);
  });
});

describe("what is made of it", () => {
  it("side by side: the optimum is the sum", () => {
    const parts = [1, 2, 3].map((seed) => hybridSite({ numIntervals: 4, seed }));
    const whole = sideBySide(parts);
    checkProgram(whole);
    const sum = parts.map(optimum).reduce((a, b) => a + b);
    expect(optimum(whole)).toBeCloseTo(sum, 4);
    expect(() => sideBySide([parts[0], { ...parts[1], sense: "max" }])).toThrow("both senses");
  });

  it("rescaled: other numbers, same optimum", () => {
    const lp = hybridSite({ numIntervals: 6 });
    const other = rescaled(lp, 1, 3, 2);
    checkProgram(other);
    const sizes = (value: Float64Array) => value.map(Math.abs).filter((size) => size > 0);
    expect(Math.max(...sizes(other.value)) / Math.min(...sizes(other.value))).toBeGreaterThan(1e6);
    expect(Math.min(...sizes(other.value))).toBeGreaterThan(1e-9);
    expect(Math.abs(optimum(other) / optimum(lp) - 1)).toBeLessThan(1e-9);
  });

  it("captured: the planner's program, unsolved", () => {
    const lp = capturedProgram(plannerSiteInput(24, 60, 9500));
    checkProgram(lp);
    expect(lp.numRows).toBeGreaterThan(24 * 6);
    expect(lp.numCols).toBeGreaterThan(24 * 15);
    expect(() => capturedProgram({})).toThrow("horizon");
  });
});

it("prices: rounded, negative and redrawn as asked", () => {
  const plain = { seed: 1, redraw: 1, noise: 0, priceStepUsdPerMwh: 0, negativeShare: 0 };
  const prices = (options: Partial<typeof plain>) =>
    Array.from({ length: 2000 }, (_, hour) => weatherAt(hour, { ...plain, ...options }).priceUsdPerMwh);
  expect(prices({ priceStepUsdPerMwh: 10 }).every((price) => price % 10 === 0)).toBe(true);
  const share =
    prices({ negativeShare: 0.3 }).filter((price) => price < 0).length / 2000 -
    prices({}).filter((price) => price < 0).length / 2000;
  expect(share).toBeGreaterThan(0.2);
  const [a, b] = [prices({}), prices({ noise: 0.05 })];
  expect(a).not.toEqual(b);
  expect(a.every((price, hour) => Math.abs(b[hour] - price) <= 0.05 * Math.abs(price) + 1e-12)).toBe(true);
});

it("uniformAt is spread over [0, 1) and tells streams apart", () => {
  const draws = Array.from({ length: 10_000 }, (_, at) => uniformAt(1, 0, at));
  expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...draws)).toBeLessThan(1);
  for (let tenth = 0; tenth < 10; tenth++) {
    const share = draws.filter((draw) => Math.floor(10 * draw) === tenth).length / draws.length;
    expect(Math.abs(share - 0.1)).toBeLessThan(0.015); // 5 standard deviations
  }
  expect(uniformAt(1, 1, 5)).not.toBe(uniformAt(1, 0, 5));
});
