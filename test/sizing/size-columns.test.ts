import { describe, expect, it } from "vitest";
import { checkSolution, solveLp } from "wattsplit/lp";
import { solveWithHighs } from "../support/highs-oracle.ts";
import { gridAsset, type TestSite } from "../support/plans.ts";
import { chargedPerHour, sizedProgram, twoPrices } from "../support/sizing-cases.ts";

it("adds a column for each size, and a row where a limit was a bound", () => {
  const { built, columns } = sizedProgram(twoPrices, [
    chargedPerHour({ asset: "bess", size: "systemMwh", most: 4 }, 1),
  ]);
  const [{ column }] = columns;
  expect([built.lp.colLower[column.start], built.lp.colUpper[column.start]]).toEqual([0, 4]);
  // One hour's charge for each of 2 hours.
  expect(built.lp.cost[column.start]).toBeCloseTo(2, 12);
  const rows = built.site.rowBlocks
    .filter(({ name }) => name.includes("size"))
    .map(({ asset, name }) => `${asset} ${name}`);
  expect(rows).toEqual([
    "bess chargeMw within its size",
    "bess dischargeMw within its size",
    "bess storedMwh within its size",
  ]);
});

it("takes what exists out of the capital, and pays its fixed O&M", () => {
  const choice = { asset: "bess", size: "energyMwh", most: 9, existing: 4, fixedOmUsdPerUnitYear: 8760 };
  const { built, columns } = sizedProgram(twoPrices, [chargedPerHour(choice, 3)]);
  // 2 hours at (3 + 1) USD, less the capital of the 4 MWh.
  expect(built.lp.cost[columns[0].column.start]).toBeCloseTo(8, 12);
  expect(built.lp.objectiveOffset).toBeCloseTo(-4 * 3 * 2, 12);
});

it("keeps a limit that sizes hardly move as a bound", () => {
  const sun = { kind: "renewable", name: "sun", technology: "solar", capacityMw: 60, availability: [1e-15, 0.5] };
  const { built } = sizedProgram({ count: 2, assets: [gridAsset(), sun] }, [
    chargedPerHour({ asset: "sun", size: "capacityMw", most: 100 }, 1),
  ]);
  const rows = built.site.rowBlocks.find(({ asset, name }) => asset === "sun" && name.includes("size"));
  expect(built.lp.rowUpper[rows?.start ?? -1]).toBe(Infinity);
  expect(built.lp.rowUpper[(rows?.start ?? -1) + 1]).toBe(0);
});

// The oracle solves the same extended programs.
describe("HiGHS agrees on the program", () => {
  const sites: readonly (readonly [string, TestSite, Parameters<typeof sizedProgram>[1]])[] = [
    ["battery", twoPrices, [chargedPerHour({ asset: "bess", size: "systemMwh", most: 50 }, 30)]],
    [
      "battery energy and power, import and retirement",
      twoPrices,
      [
        chargedPerHour({ asset: "bess", size: "energyMwh", most: 50, existing: 3, least: 0 }, 12),
        chargedPerHour({ asset: "bess", size: "powerMw", most: 50 }, 9),
        chargedPerHour({ asset: "grid", size: "importMw", most: 70, existing: 4 }, 5),
      ],
    ],
    [
      "a plant with commitment, ramps and a hall",
      {
        count: 6,
        initialState: { plant: { powerMw: 6 } },
        assets: [
          gridAsset({ importPriceUsdPerMwh: [20, 90, 120, 60, 30, 200], exportLimitMw: 8, exportPriceUsdPerMwh: 15 }),
          {
            kind: "firm-generation",
            name: "plant",
            units: 2,
            unitMw: 5,
            onlineShare: [1, 1, 1, 0.5, 0.5, 1],
            minLoadFraction: 0.4,
            fuelUsdPerMwh: 60,
            co2TPerMwh: 0.4,
            omUsdPerMwh: 4,
            rampUpMwPerH: 5,
          },
          {
            kind: "ai-firm",
            name: "hall",
            facilityMw: [5, 10, 8, 8, 9, 10],
            revenueUsdPerFacilityMwh: 90,
            vollUsdPerMwh: 900,
          },
        ],
      },
      [
        chargedPerHour({ asset: "plant", size: "capacityMw", most: 30 }, 10),
        chargedPerHour({ asset: "hall", size: "facilityMw", most: 60 }, 12),
      ],
    ],
  ];
  it.each(sites)("%s", (_name, site, choices) => {
    const { built } = sizedProgram(site, choices);
    const own = solveLp(built.lp);
    expect(checkSolution(built.lp, own).ok).toBe(true);
    const oracle = solveWithHighs(built.lp);
    expect(oracle.status).toBe("optimal");
    expect(Math.abs(own.objective - oracle.objective)).toBeLessThan(1e-8 * Math.max(1, Math.abs(oracle.objective)));
  });
});
