import { describe, expect, it } from "vitest";
import { bitcoin, diesel, firm, fleet, grid, horizon } from "../../support/small-sites.ts";
import { compareBaselines } from "../../support/untyped.ts";

type Fields = Readonly<Record<string, unknown>>;

/** 10 MW at 40 USD/MWh. */
const block = (terms: Fields = {}, fields: Fields = {}): Fields => ({
  kind: "power-purchase",
  name: "block",
  volumeMw: 10,
  terms: { shape: "fixed-block", priceUsdPerMwh: 40, ...terms },
  ...fields,
});

const soldAt = (feeUsdPerMwh: number, more: Fields = {}) => ({ resale: { feeUsdPerMwh, ...more } });

describe("beside an AI-only site", () => {
  const compare = (aiOnlyKeeps: boolean) =>
    compareBaselines({
      horizon: horizon(1),
      bitcoin,
      assets: [grid(), firm(), diesel(), fleet(), block(soldAt(0), { aiOnlyKeeps })],
      counterfactual: { aiOnlyImportLimitMw: 60, basis: "same", assetsAiOnlyKeeps: ["gensets"] },
    });

  it("a contract bought for mining is not the AI-only site's, unless it says so", () => {
    // 30 MW at 30; with the block 10 x (40 - 30) more.
    const without = compare(false);
    expect(without.cases[0].figures?.dispatchUsd).toBeCloseTo(900, 6);
    expect(without.headline.sentence).toContain("The AI-only site lacks block.");
    const withBlock = compare(true);
    expect(withBlock.cases[0].figures?.dispatchUsd).toBeCloseTo(1000, 6);
    expect(withBlock.headline.sentence).not.toContain("lacks");
  });
});
