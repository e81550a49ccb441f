import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { certainMisses } from "../../src/plan/reach-check.ts";
import { toLinearProgram } from "../../src/model/to-linear-program.ts";
import { emptySite } from "../support/plans.ts";
import { battery, firm, grid, horizon } from "../support/small-sites.ts";
import { solveWithHighs } from "../support/highs-oracle.ts";
import { tightSite } from "../support/tight-sites.ts";

const missesOf = (site: unknown) => {
  const { site: model, lp } = buildSite(parseRequest(site));
  return certainMisses(model, lp).map(({ rows, interval, miss }) => [rows.name, interval, Number(miss.toFixed(9))]);
};
const must = (facilityMw: unknown) => firm({ facilityMw, vollUsdPerMwh: undefined });

describe("certainMisses by hand", () => {
  it("an interval where all supply is under the need: 43.2 - 40", () => {
    expect(
      missesOf({
        horizon: horizon(3),
        assets: [grid({ importLimitMw: 40 }), must([30, 43.2, 30])],
      }),
    ).toEqual([["balance", 1, 3.2]]);
  });

  it("a battery gives at most what it can hold and its power", () => {
    // 10 MW missing in hour 0: of 2 + 5 x 0.8 MWh (limits do not know that it cannot charge then) 4.8 MW at the bus. In
    // hour 1 of 6 MW its 5.
    const site = {
      horizon: horizon(2),
      initialState: { bess: { storedMwh: 2 } },
      assets: [grid({ importLimitMw: [20, 24] }), must(30), battery()],
    };
    expect(missesOf(site)).toEqual([
      ["balance", 0, 5.2],
      ["balance", 1, 1],
    ]);
  });

  it("a state that cannot be reached: 2 + 3 h x 5 MW x 0.8 = 14 of 20 MWh", () => {
    const site = {
      horizon: horizon(3),
      initialState: { bess: { storedMwh: 2 } },
      assets: [grid(), firm(), battery({ end: { rule: "at-least", storedMwh: 20 } })],
    };
    expect(missesOf(site)).toEqual([["stored energy", 2, -6]]);
  });

  it("a job longer than its window: 3 h x 12 MW of 50 MWh", () => {
    const job = {
      name: "training",
      energyFacilityMwh: 50,
      release: "2026-07-14T01:00:00-05:00",
      deadline: "2026-07-14T04:00:00-05:00",
      maxMw: 12,
    };
    expect(
      missesOf({
        horizon: horizon(6),
        assets: [grid(), firm(), { kind: "ai-deferrable", name: "batch", jobs: [job] }],
      }),
    ).toEqual([["energy of training", 1, 14]]);
  });

  it("reports nothing if a schedule exists", () => {
    expect(
      missesOf({
        horizon: horizon(2),
        initialState: { bess: { storedMwh: 10 } },
        assets: [grid({ importLimitMw: [20, 40] }), firm(), battery()],
      }),
    ).toEqual([]);
  });
});

describe("certainMisses tightens a column by a row, and finds the next row violated by the rest", () => {
  /** Misses of one interval: x and y in [0, `upper`], a in [0, 5], a `first` row of the three and a `second` of x. */
  const missesOfRows = (
    [x, y, a]: readonly [number, number, number],
    first: { readonly lower?: number; readonly upper?: number },
    second: { readonly lower?: number; readonly upper?: number },
    upper: readonly [number, number] = [Infinity, Infinity],
  ) => {
    const site = emptySite(1);
    const column = (name: string, most: number) =>
      site.addSeries("a", name, {
        unit: "MW",
        ...(most < Infinity && { upper: most }),
      });
    const columns = [column("x", upper[0]), column("y", upper[1]), column("a", 5)];
    const rows = site.addRows("a", "first", { unit: "MW", ...first });
    [x, y, a].forEach((value, k) => value !== 0 && site.addTerms(rows, columns[k], value));
    site.addTerms(site.addRows("a", "second", { unit: "MW", ...second }), columns[0], 1);
    return certainMisses(site, toLinearProgram(site)).map(({ rows: { name }, miss }) => [name, miss]);
  };

  it.each<[string, ...Parameters<typeof missesOfRows>]>([
    // x >= 12 - 5 = 7, and x <= 6 misses 1.
    ["x + a >= 12, x without an upper bound", [1, 0, 1], { lower: 12 }, { upper: 6 }],
    ["x + a >= 12, x up to 10", [1, 0, 1], { lower: 12 }, { upper: 6 }, [10, 10]],
    // x >= (19 - 5) / 2.
    ["2 x + a >= 19, x up to 10", [2, 0, 1], { lower: 19 }, { upper: 6 }, [10, 10]],
    ["2 x + a >= 19, x without an upper bound", [2, 0, 1], { lower: 19 }, { upper: 6 }],
    // x >= (14 + 0) / 2, since a is not negative.
    ["a - 2 x <= -14, x up to 10", [-2, 0, 1], { upper: -14 }, { upper: 6 }, [10, 10]],
    ["a - 2 x <= -14, x without an upper bound", [-2, 0, 1], { upper: -14 }, { upper: 6 }],
  ])("from below: %s", (_, coefficients, first, second, upper) => {
    expect(missesOfRows(coefficients, first, second, upper)).toEqual([["second", -1]]);
  });

  it.each<[string, ...Parameters<typeof missesOfRows>]>([
    // x <= (9 + 5) / 2 = 7, and x >= 8 misses 1.
    ["a - 2 x >= -9", [-2, 0, 1], { lower: -9 }, { lower: 8 }, [10, 10]],
    // x <= 7 - 0.
    ["x + a <= 7", [1, 0, 1], { upper: 7 }, { lower: 8 }, [10, 10]],
    ["2 x + a <= 14, x without an upper bound", [2, 0, 1], { upper: 14 }, { lower: 8 }],
  ])("from above: %s", (_, coefficients, first, second, upper) => {
    expect(missesOfRows(coefficients, first, second, upper)).toEqual([["second", 1]]);
  });

  it("not at all while another column of the row has no bound", () => {
    expect(missesOfRows([1, 1, 1], { lower: 12 }, { upper: 6 })).toEqual([]);
    expect(missesOfRows([1, 1, 1], { lower: 12 }, { upper: 6 }, [10, Infinity])).toEqual([]);
    expect(missesOfRows([1, -1, 1], { upper: 7 }, { lower: 8 })).toEqual([]);
  });
});

it("HiGHS confirms every certain violation on random sites with tight limits", () => {
  let certain = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const { site, lp } = buildSite(parseRequest(tightSite(seed)));
      if (certainMisses(site, lp).length === 0) return;
      certain++;
      expect(solveWithHighs(lp).status, `seed ${seed}`).toBe("infeasible");
    }),
    { seed: 20261122, numRuns: 40 },
  );
  expect(certain).toBeGreaterThan(8);
});
