import { describe, expect, it } from "vitest";
import { resultOf } from "../../src/plan/result-of.ts";
import { battery, firm, grid, horizon } from "../support/small-sites.ts";
import { planPower } from "../support/untyped.ts";

const site = {
  horizon: horizon(3),
  initialState: { bess: { storedMwh: 10 } },
  assets: [grid({ importPriceUsdPerMwh: [30, 100, 30] }), firm(), battery()],
};

/** Every number of a value by its path, series by their index. */
function numbersOf(value: unknown, path = "", found = new Map<string, number>()): Map<string, number> {
  if (typeof value === "number") found.set(path, value);
  else if (typeof value === "object" && value !== null)
    for (const [key, item] of Object.entries(value)) numbersOf(item, `${path}.${key}`, found);
  return found;
}

describe("results", () => {
  it("say the version of their shape", () => {
    expect(planPower(site).version).toBe(1);
    expect(planPower(site, { iterationLimit: 0 })).toMatchObject({ version: 1, status: "iteration-limit" });
    const none = { ...site, assets: [grid({ importLimitMw: 1 }), firm({ vollUsdPerMwh: undefined }), battery()] };
    expect(planPower(none)).toMatchObject({ version: 1, status: "infeasible" });
  });

  it("JSON.stringify loses no number, and series are plain arrays", () => {
    const result = planPower(site);
    const json = JSON.parse(JSON.stringify(result)) as typeof result;
    expect(json.status === "optimal" && Array.isArray(json.assets.bess.netBusMw)).toBe(true);
    const [written, retained] = [numbersOf(json), numbersOf(result)];
    expect(retained.size).toBeGreaterThan(50);
    expect([...written.keys()]).toEqual([...retained.keys()]);
    // JSON has one zero.
    for (const [path, number] of retained) expect(written.get(path), path).toBe(number + 0);
  });

  it("numbers that JSON lacks become texts", () => {
    const data = {
      status: "branching-limit",
      name: "p",
      brokenRules: [],
      boundUsd: -Infinity,
      relativeGap: Infinity,
      nodes: NaN,
      detail: "d",
      warnings: [],
      notices: [],
    } as const;
    expect(JSON.parse(JSON.stringify(resultOf(data)))).toMatchObject({
      boundUsd: "-Infinity",
      relativeGap: "Infinity",
      nodes: "NaN",
    });
  });

  it("are plain data to a worker's border and to a listing", () => {
    const result = planPower(site);
    expect(structuredClone(result)).toEqual(result);
    expect(Object.keys(result)).not.toContain("toJSON");
  });
});
