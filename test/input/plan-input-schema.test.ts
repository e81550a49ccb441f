import { describe, expect, expectTypeOf, it } from "vitest";
import { assetKinds } from "../../src/assets/index.ts";
import type { PlanInput } from "../../src/plan-input/index.ts";
import { planInputSchema, storesEnergy } from "../../src/input/plan-input-schema.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import type { PowerPlan } from "../../src/plan/plan-result.ts";

const input = {
  horizon: { start: "2026-07-14T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 2 },
  assets: [
    {
      kind: "grid",
      name: "Grid",
      importLimitMw: [50, 0],
      importPriceUsdPerMwh: [{ start: "2026-07-14T00:00:00-05:00", value: 40 }],
    },
    { kind: "mining-fleet", name: "Fleet", rig: { hashrateThPerS: 200, powerW: 3500 }, rigs: 1000 },
  ],
  bitcoin: { btcUsd: 84_714, difficulty: 134.7e12, feesBtcPerBlock: 0.05 },
  initialState: { Fleet: { powerMw: 1 } },
} satisfies PlanInput;

describe("the input's schema", () => {
  it("accepts as one schema what the parser accepts section by section", () => {
    expect(planInputSchema(assetKinds).safeParse(input).success).toBe(true);
    expect(parseRequest(input).assets).toHaveLength(2);
  });

  it("refuses unknown keys on every level", () => {
    const schema = planInputSchema(assetKinds);
    expect(schema.safeParse({ ...input, extra: 1 }).success).toBe(false);
    expect(schema.safeParse({ ...input, horizon: { ...input.horizon, extra: 1 } }).success).toBe(false);
    expect(schema.safeParse({ ...input, assets: [{ ...input.assets[0], extra: 1 }] }).success).toBe(false);
    expect(schema.safeParse({ ...input, horizon: undefined }).success).toBe(false);
  });

  it("has a type that knows the kinds", () => {
    type Kinds =
      | "grid"
      | "renewable"
      | "battery"
      | "firm-generation"
      | "diesel"
      | "ai-firm"
      | "ai-deferrable"
      | "ai-spot"
      | "mining-fleet"
      | "power-purchase"
      | "day-ahead-purchase"
      | "non-firm-service"
      | "curtailment-call"
      | "emissions"
      | "flexibility-product";
    expectTypeOf<PlanInput["assets"][number]["kind"]>().toEqualTypeOf<Kinds>();
    const wrong: PlanInput = {
      ...input,
      // @ts-expect-error a price must not be text
      assets: [{ kind: "grid", name: "Grid", importLimitMw: 5, importPriceUsdPerMwh: "40" }],
    };
    expect(() => parseRequest(wrong)).toThrow("assets[0].importPriceUsdPerMwh");
  });

  it("has a type that knows the states, and takes an end state as it is", () => {
    const next = (earlier: PowerPlan): PlanInput => ({ ...input, initialState: earlier.endState });
    expect(next({ endState: { Fleet: { powerMw: 2 } } } as unknown as PowerPlan).initialState).toEqual({
      Fleet: { powerMw: 2 },
    });
    // @ts-expect-error no asset has a state of charge in per cent
    const wrong: PlanInput = { ...input, initialState: { Fleet: { soc: 5 } } };
    expect(() => parseRequest(wrong)).toThrow("initialState.Fleet.soc");
  });

  it("asks a kind whether it stores energy", () => {
    expect(assetKinds.filter(storesEnergy).map(({ kind }) => kind)).toEqual(["battery"]);
  });
});
