import { describe, expect, it } from "vitest";
import { battery, bitcoin, firm, fleet, grid, horizon } from "./support/small-sites.ts";
import { openPlan, openPlanAsync, planPower } from "./support/untyped.ts";

const site = {
  horizon: horizon(3),
  bitcoin,
  initialState: { bess: { storedMwh: 10 } },
  assets: [grid({ importLimitMw: [35, 35, 20], importPriceUsdPerMwh: [30, 100, 30] }), firm(), fleet(), battery()],
};
const withoutSolver = ({ solver: _solver, ...plan }: Record<string, unknown>) => plan;

describe("openPlan", () => {
  it("gives planPower's result", () => {
    expect(withoutSolver({ ...openPlan(site).result })).toEqual(withoutSolver({ ...planPower(site) }));
  });

  it("refuses an input as planPower does", () => {
    expect(() => openPlan({})).toThrow("The plan input has");
  });

  it("shows nothing but its result", () => {
    expect(Object.keys(openPlan(site))).toEqual(["result"]);
  });
});

describe("openPlanAsync", () => {
  it("gives the same result", async () => {
    const session = await openPlanAsync(site);
    expect(session.result).toEqual(openPlan(site).result);
  });

  it("rejects with the signal's reason", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(openPlanAsync(site, { signal })).rejects.toThrow("enough");
  });
});
