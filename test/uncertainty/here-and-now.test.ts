import { describe, expect, it } from "vitest";
import { PlanInputError } from "../../src/errors.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { columnsOf, decidedBlocks } from "../../src/uncertainty/here-and-now.ts";
import {
  batteryAsset,
  dieselAsset,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  planOf,
} from "../support/plans.ts";

const site = (fields: object = {}, count = 4) =>
  buildSite(
    planOf({
      count,
      hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
      initialState: { bess: { storedMwh: 0 } },
      assets: [
        gridAsset({ demandCharge: { usdPerMwMonth: 1000 }, contractedCapacity: { mw: 100, usdPerMwMonth: 0 } }),
        firmAsset(10),
        fleetAsset(),
        batteryAsset(),
        dieselAsset({
          tankL: 10_000,
          deliveries: [
            { at: "2026-07-14T01:00:00-05:00", orderedL: 100, usdPerL: 1 },
            { at: "2026-07-14T02:00:00-05:00", upToL: 100, usdPerL: 1 },
          ],
        }),
        {
          kind: "flexibility-product",
          name: "reserve",
          backedBy: ["rigs"],
          priceUsdPerMwHour: 5,
          deployedShare: 0,
          durationHours: 1,
        },
        { kind: "day-ahead-purchase", name: "day-ahead", priceUsdPerMwh: 50, limitMw: 20, ...fields },
      ],
    }),
  );
const names = (asset: string, decision: string, intervals?: number) =>
  decidedBlocks([site()], ["a"], [{ asset, decision, ...(intervals !== undefined && { intervals }) }])[0].map(
    ({ block, count }) => `${block.name} x ${count}`,
  );

describe("decisions that assets take ahead", () => {
  it.each([
    ["grid", "peakMw", ["peakMw 2026-07 x 1"]],
    ["bess", "storedMwh", ["storedMwh x 4"]],
    ["gensets", "orderedL", ["deliveries[0] x 1", "deliveries[1] x 1"]],
    ["reserve", "soldMw", ["soldMw x 4"]],
    ["day-ahead", "boughtMw", ["boughtMw x 4"]],
  ])("%s %s", (asset, decision, wanted) => {
    expect(names(asset, decision)).toEqual(wanted);
  });

  it("for the first intervals alone, where they are by interval", () => {
    expect(names("bess", "storedMwh", 3)).toEqual(["storedMwh x 3"]);
    expect(names("bess", "storedMwh", 9)).toEqual(["storedMwh x 4"]);
    expect(names("grid", "peakMw", 1)).toEqual(["peakMw 2026-07 x 1"]);
  });

  it("are columns of the program, in order", () => {
    const built = site();
    const [blocks] = decidedBlocks([built], ["a"], [{ asset: "bess", decision: "storedMwh", intervals: 2 }]);
    const start = built.site.columnBlocks.find(({ name }) => name === "storedMwh")?.start as number;
    expect([...columnsOf(blocks)]).toEqual([start, start + 1]);
  });

  it("must have the same shape in every scenario", () => {
    const decide = () =>
      decidedBlocks([site(), site({}, 3)], ["a", "b"], [{ asset: "day-ahead", decision: "boughtMw" }]);
    expect(decide).toThrow(PlanInputError);
    expect(decide).toThrow('boughtMw in 3 intervals from 2026-07-14T00:00:00-05:00 in scenario "b"');
  });

  it("names what an asset could decide", () => {
    expect(() => names("day-ahead", "limitMw")).toThrow("one of boughtMw");
    expect(() => names("inference", "x")).toThrow("inference decides nothing ahead");
    expect(() => names("x", "x")).toThrow("one of grid, bess, gensets, reserve, day-ahead");
  });
});
