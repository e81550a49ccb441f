import { expect, it } from "vitest";
import { emissions } from "../../../src/assets/emissions/index.ts";
import { compareCases } from "../../../src/plan/compare-cases.ts";
import { firmAsset, gridAsset, planOf } from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

const co2 = (fields: Fields): Fields => ({ kind: "emissions", name: "co2", ...fields });

/** 50 USD/MWh and 0.5 t/MWh. */
const grid = (fields: Fields = {}): Fields => gridAsset({ emissionTPerMwh: 0.5, ...fields });

it("holds for the AI-only site too", () => {
  expect(emissions.forAiOnly?.({ kind: "emissions", name: "co2", priceUsdPerT: Float64Array.of(5) })).toMatchObject({
    name: "co2",
  });
  const plan = planOf({ count: 1, assets: [grid({ importLimitMw: 20 }), firmAsset(10), co2({ priceUsdPerT: 40 })] });
  const { cases } = compareCases({
    ...plan,
    counterfactual: {
      aiOnlyImportLimitMw: Float64Array.of(12),
      basis: "letter",
      assetsAiOnlyKeeps: [],
      initialState: {},
    },
  });
  // 10 MWh at 50, 5 t at 40.
  for (const { plan: aiOnly } of cases) expect(aiOnly?.objectiveUsd).toBeCloseTo(700, 6);
});
