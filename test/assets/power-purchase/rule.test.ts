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

  it("today's threshold rule has it too: what is used follows from the import", () => {
    const { thresholdRule } = compare(false);
    // The rule mines as the plan does: 40 MW at 30, 10 x 80 earned, the block's 100 of loss.
    expect(thresholdRule).toMatchObject({ status: "carried-out", planIsWorthUsd: expect.closeTo(0, 6) });
    expect(thresholdRule.plan?.objectiveUsd).toBeCloseTo(1200 - 800 + 100, 6);
  });
});
