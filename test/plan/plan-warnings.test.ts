import { describe, expect, it } from "vitest";
import {
  batteryAsset,
  dieselAsset,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  type TestSite,
} from "../support/plans.ts";
import { summary } from "../../src/report/summary.ts";

const codes = (site: TestSite) => optimalPlan(site).warnings.map(({ code }) => code);

describe("warnings", () => {
  it("unserved energy: who, how much, since when", () => {
    const plan = optimalPlan({
      count: 2,
      assets: [gridAsset({ importLimitMw: [10, 6] }), firmAsset(8, { vollUsdPerMwh: 900 })],
    });
    expect(plan.warnings).toMatchObject([
      {
        code: "unserved-energy",
        text: expect.stringMatching(
          /^inference: 2 MWh \(12\.5 % of its demand\) are not served, first at 2026-07-14 01:00/,
        ),
      },
    ]);
    expect(summary({ version: 1, status: "optimal", ...plan }).split("\n")[0]).toMatch(
      /^WARNING: inference: 2 MWh .* To do: add supply there/,
    );
    expect(codes({ count: 2, assets: [gridAsset(), firmAsset(8, { vollUsdPerMwh: 900 })] })).toEqual([]);
  });

  it("a price at a market's cap, where power is traded at it", () => {
    const at = (importPriceUsdPerMwh: unknown, load: unknown = 8) =>
      codes({ count: 2, assets: [gridAsset({ importPriceUsdPerMwh }), firmAsset(load)] });
    expect(at([40, 5000])).toEqual(["price-at-market-cap"]);
    expect(at([40, 5000], [8, 0])).toEqual([]);
    expect(at([40, 4800])).toEqual([]);
  });

  it("sets without a permit that run outside an outage; in one, or with a permit, none", () => {
    const run = (importLimitMw: number, fields = {}) =>
      codes({ count: 1, assets: [gridAsset({ importLimitMw }), firmAsset(8), dieselAsset(fields)] });
    expect(run(5)).toEqual(["unpermitted-generation"]);
    expect(run(0)).toEqual([]);
    expect(run(8)).toEqual([]);
    expect(run(5, { permit: { class: "non-emergency" } })).toEqual([]);
  });

  it("a month's demand charge borne by part of the month, unless prorated or its peak is given", () => {
    const charged = (fields: Record<string, unknown>, initialState?: Record<string, unknown>) =>
      codes({ count: 4, assets: [gridAsset(fields), firmAsset(8)], ...(initialState && { initialState }) });
    const demandCharge = { usdPerMwMonth: 9000 };
    expect(charged({ demandCharge })).toEqual(["whole-month-in-part"]);
    expect(charged({ demandCharge: { ...demandCharge, prorate: true } })).toEqual([]);
    expect(charged({ demandCharge }, { grid: { peakMw: { "2026-07": 0 } } })).toEqual([]);
    expect(
      charged({ touDemandCharge: { usdPerMwMonth: { day: 9000, night: 5000 }, weekday: "day", weekend: "night" } }),
    ).toEqual(["whole-month-in-part"]);
  });

  it("a default that makes more than a hundredth of the objective, but not a smaller or a given one", () => {
    const site = (fields: Record<string, unknown>, load: number) =>
      codes({
        count: 2,
        initialState: { bess: { storedMwh: 20 } },
        assets: [
          gridAsset({ importPriceUsdPerMwh: [10, 90] }),
          firmAsset(load),
          batteryAsset({ dischargeLimitMw: 1, ...fields }),
        ],
      });
    expect(site({ end: undefined }, 8)).toEqual(["default-moves-objective"]);
    expect(site({ end: { rule: "value", usdPerMwh: 50 } }, 8)).toEqual([]);
  });

  it("rigs cut off", () => {
    expect(
      codes({
        count: 1,
        hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
        assets: [gridAsset({ importLimitMw: 0 }), fleetAsset({ standbyWPerRig: 100 })],
      }),
    ).toContain("rigs-cut-off");
  });
});
