import { describe, expect, expectTypeOf, it } from "vitest";
import { PlanInputError } from "../src/errors.ts";
import { parsePlanInput } from "../src/parse-plan-input.ts";
import type { PlanInput } from "../src/plan-input/index.ts";
import { planPower } from "../src/plan-power.ts";
import { battery, bitcoin, firm, fleet, grid, horizon } from "./support/small-sites.ts";

const site = {
  horizon: horizon(2),
  bitcoin,
  initialState: { bess: { storedMwh: 5 } },
  assets: [grid(), firm(), fleet(), battery()],
};

describe("parsePlanInput", () => {
  it("gives typed input, as it was written", () => {
    const input = parsePlanInput(JSON.parse(JSON.stringify(site)));
    expectTypeOf(input).toEqualTypeOf<PlanInput>();
    expect(input).toEqual(site);
    expect(planPower(input).status).toBe("optimal");
  });

  it("gives a copy: what the caller changes later is not in it", () => {
    const json = structuredClone(site);
    const input = parsePlanInput(json);
    json.horizon = horizon(3);
    json.assets.pop();
    expect(input).toEqual(site);
  });

  it("lists every fault of unknown JSON, with its path", () => {
    const faulty = { ...site, extra: 1, assets: [grid({ importLimitMw: "5" }), firm({ vollUsdPerMwh: -1 })] };
    const faults = faultsOf(faulty);
    expect(faults.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["extra", "assets[0].importLimitMw", "assets[1].vollUsdPerMwh"]),
    );
    for (const wrong of [undefined, null, 5, "text", [], {}]) expect(faultsOf(wrong).length).toBeGreaterThan(0);
  });

  it("refuses what planPower refuses only when assets see each other", () => {
    const two = { ...site, assets: [grid({ importPriceUsdPerMwh: undefined }), firm()] };
    expect(faultsOf(two).map(({ path }) => path)).toEqual(
      faultsBy(() => planPower(two as never)).map(({ path }) => path),
    );
  });
});

const faultsOf = (json: unknown) => faultsBy(() => parsePlanInput(json));

function faultsBy(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof PlanInputError) return error.faults;
    throw error;
  }
  throw new Error("no fault was found");
}
