import { describe, expect, it } from "vitest";
import { scheduleRecords } from "../../src/report/records.ts";
import { bitcoin, firm, fleet, grid, horizon } from "../support/small-sites.ts";
import { planPower } from "../support/untyped.ts";

const plan = planPower({
  horizon: horizon(2),
  bitcoin,
  assets: [grid({ importPriceUsdPerMwh: [30, 100] }), firm(), fleet()],
});
if (plan.status !== "optimal") throw new Error(plan.status);
const records = [...scheduleRecords(plan)];

describe("scheduleRecords", () => {
  it("has one record for each interval, asset and series, in the order of time", () => {
    const series = Object.values(plan.assets).reduce((count, reading) => count + Object.keys(reading.series).length, 0);
    expect(records).toHaveLength(2 * series);
    expect(records.map(({ start }) => start)).toEqual(records.map(({ start }) => start).toSorted());
  });

  it("carries the values of the plan with their unit in the name", () => {
    expect(records.filter(({ quantity }) => quantity === "importMw")).toEqual([
      { start: "2026-07-14T00:00:00-05:00", asset: "grid", kind: "grid", quantity: "importMw", value: 40 },
      { start: "2026-07-14T01:00:00-05:00", asset: "grid", kind: "grid", quantity: "importMw", value: 30 },
    ]);
    expect(records.find(({ asset, quantity }) => asset === "fleet" && quantity === "rigsOn")?.value).toBe(4000);
  });
});
