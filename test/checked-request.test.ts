import { describe, expect, it } from "vitest";
import { checkedRequestSteps } from "../src/checked-request.ts";
import { PlanInputError } from "../src/errors.ts";
import { drain } from "../src/solvers/budget/drain.ts";
import { bitcoin, firm, fleet, grid, horizon } from "./support/small-sites.ts";

const checked = (input: unknown) => drain(checkedRequestSteps(input));

function pathsOf(input: unknown): string[] {
  try {
    checked(input);
  } catch (error) {
    if (error instanceof PlanInputError) return error.faults.map(({ path }) => path);
    throw error;
  }
  return [];
}

const pricedCo2 = { kind: "emissions", name: "co2", priceUsdPerT: 50 };

describe("checkedRequestSteps", () => {
  it("gives the request of an input without faults", () => {
    const { assets, time } = checked({ horizon: horizon(2), assets: [grid(), firm()] });
    expect(assets.map(({ name }) => name)).toEqual([grid().name, firm().name]);
    expect(time.count).toBe(2);
  });

  it("lists faults of fields and faults between assets in one error", () => {
    const assets = [grid(), firm(), { kind: "battery", name: "bess" }, pricedCo2];
    const paths = pathsOf({ horizon: horizon(2), assets });
    expect(paths).toContain("assets[2].chargeLimitMw");
    expect(paths).toContain("assets[0].emissionTPerMwh");
  });

  it("builds what is free of faults without the fleets where the hashprice is missing", () => {
    const paths = pathsOf({ horizon: horizon(2), assets: [grid(), firm(), fleet(), pricedCo2] });
    expect(paths).toEqual(["bitcoin", "assets[0].emissionTPerMwh"]);
    expect(pathsOf({ horizon: horizon(2), bitcoin, assets: [grid(), firm(), fleet()] })).toEqual([]);
  });

  it("builds nothing without a time axis", () => {
    expect(pathsOf({ assets: [grid(), firm(), pricedCo2] })).toEqual(["horizon"]);
  });
});
