import { describe, expect, it } from "vitest";
import { grid } from "../../../src/assets/grid/index.ts";
import { compareCases } from "../../../src/plan/compare-cases.ts";
import { faultsOf, firmAsset, gridAsset, planOf, renewableAsset } from "../../support/plans.ts";

describe("as others see it", () => {
  const site = {
    count: 2,
    assets: [
      gridAsset({
        importLimitMw: [90, 0],
        importAdderUsdPerMwh: 4,
        exportLimitMw: 18,
        exportPriceUsdPerMwh: 30,
        exportFeeUsdPerMwh: 5,
        lossFraction: 0.1,
      }),
      firmAsset(1, { vollUsdPerMwh: 5000 }),
    ],
  };

  it("the counterfactual can exchange the import limit and nothing else", () => {
    const [planned] = planOf(site).assets;
    const spec = planned.spec as Parameters<NonNullable<typeof grid.importLimitMw>>[0];
    const other = grid.withImportLimitMw?.(spec, Float64Array.of(7, 8));
    expect(other).toEqual({ ...spec, importLimitMw: Float64Array.of(7, 8) });
    expect([...(grid.importLimitMw?.(spec) ?? [])]).toEqual([90, 0]);
  });
});

describe("a connection that cannot import", () => {
  const { importPriceUsdPerMwh: _, ...priceless } = gridAsset({
    importLimitMw: 0,
    exportLimitMw: 8,
    exportPriceUsdPerMwh: 30,
  });

  it("needs one as soon as some interval allows import, or the AI-only site gets some", () => {
    const wanted = {
      path: "assets[0].importPriceUsdPerMwh",
      given: "nothing",
      wanted: "a price, since importLimitMw is above 0",
    };
    expect(faultsOf({ count: 2, assets: [{ ...priceless, importLimitMw: [0, 1] }, firmAsset(1)] })).toMatchObject([
      wanted,
    ]);
    const plan = planOf({ count: 1, assets: [priceless, firmAsset(3), renewableAsset(10)] });
    const counterfactual = {
      aiOnlyImportLimitMw: new Float64Array(1).fill(4),
      basis: "letter",
      assetsAiOnlyKeeps: [],
      initialState: {},
    };
    expect(() => compareCases({ ...plan, counterfactual })).toThrow("importPriceUsdPerMwh");
  });
});

it("an AI-only site cannot have imported more than its limit just before the plan", () => {
  const of = (netImportMw: number) => {
    const input = {
      count: 1,
      assets: [gridAsset({ importLimitMw: 45, rampLimitMwPerMin: 1 }), firmAsset(5)],
      initialState: { grid: { netImportMw } },
    };
    const { time, assets } = planOf(input);
    return grid.impossibleState?.(assets[0].spec as never, assets[0].initial as never, time);
  };
  expect(of(45)).toBeUndefined();
  expect(of(50)).toBe("netImportMw, 50, is above importLimitMw, 45 at most");
});
