import { expect, it } from "vitest";
import { drain } from "../../src/solvers/budget/drain.ts";
import { parseChoices } from "../../src/sizing/chosen-size.ts";
import { BOUNDS, scalingSteps } from "../../src/sizing/limit-slopes.ts";
import { dieselAsset, gridAsset, planOf, type TestSite } from "../support/plans.ts";
import { twoPrices } from "../support/sizing-cases.ts";

const scaling = (site: TestSite, ...choices: readonly { asset: string; size: string; most: number }[]) => {
  const request = planOf(site);
  const parsed = parseChoices(
    { choices: choices.map((choice) => ({ capexUsdPerUnit: 1, lifeYears: 1, ...choice })), rate: { realPerYear: 0 } },
    request,
  );
  return drain(scalingSteps(request, parsed.choices));
};

it("finds the slope of every limit that a size moves, and of no other", () => {
  const { built, slopes, sizes } = scaling(twoPrices, { asset: "bess", size: "systemMwh", most: 4 });
  expect(sizes[0]).toBe(4 * (1 + 2 ** -10));
  const moved = BOUNDS.flatMap((bound) =>
    Array.from(slopes[0][bound]).flatMap((slope, i) => {
      if (slope === 0) return [];
      const blocks = bound.startsWith("col") ? built.site.columnBlocks : built.site.rowBlocks;
      const block = blocks.findLast(({ start }) => start <= i);
      return [`${bound} ${block?.asset} ${block?.name} ${slope}`];
    }),
  );
  // The last interval's energy is that at the start, 0 at every size.
  expect(moved).toEqual([
    "colUpper bess chargeMw 1",
    "colUpper bess chargeMw 1",
    "colUpper bess dischargeMw 1",
    "colUpper bess dischargeMw 1",
    "colUpper bess storedMwh 1",
  ]);
});

it("moves the balance by a load, and the offset by its revenue", () => {
  const hall = { kind: "ai-firm", name: "hall", facilityMw: [5, 10], revenueUsdPerFacilityMwh: 90 };
  const { slopes, built } = scaling(
    { count: 2, assets: [gridAsset(), hall] },
    { asset: "hall", size: "facilityMw", most: 64 },
  );
  expect(Array.from(slopes[0].rowLower.slice(0, 2))).toEqual([0.5, 1]);
  expect(Array.from(slopes[0].rowUpper.slice(0, 2))).toEqual([0.5, 1]);
  expect(slopes[0].objectiveOffset).toBeCloseTo(-90 * 1.5, 10);
  expect(built.lp.objectiveOffset).toBeCloseTo(-90 * 1.5 * 64 * (1 + 2 ** -10), 8);
});

// An air permit knows an outage by an import limit of 0, so its shape is the same at every size; a wake-up in rigs per
// minute is a row at 1000 rigs and none at 250, which all wake within the hour.
it("refuses a size that changes the shape of the program", () => {
  const fleet = {
    kind: "mining-fleet",
    name: "fleet",
    rig: "Antminer S21",
    rigs: 100,
    wakeUp: { rigsPerMinute: 10 },
  };
  const site = { count: 2, hashpriceUsdPerPhDay: 50, assets: [gridAsset(), fleet] };
  expect(() => scaling(site, { asset: "fleet", size: "rigs", most: 1000 })).toThrow(
    /fleet rigs, which adds or removes fleet wake-up[\s\S]*fix that size/u,
  );
  expect(scaling(site, { asset: "fleet", size: "rigs", most: 500 }).slopes).toHaveLength(1);
});

// Hours of full demand are unserved energy over demand.
it("refuses a size that changes a coefficient, by the name of its row", () => {
  const hall = {
    kind: "ai-firm",
    name: "hall",
    facilityMw: 10,
    vollUsdPerMwh: 900,
    interruptionCap: { hoursPerYear: 5 },
  };
  expect(() =>
    scaling({ count: 2, assets: [gridAsset(), hall] }, { asset: "hall", size: "facilityMw", most: 20 }),
  ).toThrow(/changes a coefficient of hall interruptionCap/u);
});

it("leaves the valid rows of either-or rules at the greatest sizes", () => {
  const sets = dieselAsset({ allowExport: false });
  const site = { count: 2, assets: [gridAsset({ exportLimitMw: 5, exportPriceUsdPerMwh: 10 }), sets] };
  const { built } = scaling(site, { asset: "gensets", size: "capacityMw", most: 10 });
  const rule = built.site.eitherOrs.find(({ rule: name }) => name.includes("exports") && name.includes("gensets"));
  const column = rule?.a[0].start ?? -1;
  const entries = Array.from(built.lp.rowIndex.slice(built.lp.colStart[column], built.lp.colStart[column + 1]));
  const at = entries.indexOf(rule?.rows?.start ?? -1);
  expect(built.lp.value[built.lp.colStart[column] + at]).toBeCloseTo(1 / (10 * (1 + 2 ** -10)), 14);
});
