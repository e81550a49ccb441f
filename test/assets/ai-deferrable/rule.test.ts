import { describe, expect, it } from "vitest";
import { gridAsset, ruleOf } from "../../support/plans.ts";

const at = (time: string, day = 14) => `2026-07-${day}T${time}:00-05:00`;
const job = (fields: Record<string, unknown> = {}) => ({
  name: "training",
  energyFacilityMwh: 8,
  release: at("01:00"),
  deadline: at("04:00"),
  maxMw: 5,
  ...fields,
});
const load = (jobs: unknown[], fields: Record<string, unknown> = {}) => ({
  kind: "ai-deferrable",
  name: "batch",
  jobs,
  ...fields,
});
const priced = (importPriceUsdPerMwh: unknown, jobs: unknown[], fields = {}) => [
  gridAsset({ importPriceUsdPerMwh }),
  load(jobs, fields),
];

describe("under the threshold rule", () => {
  const jobs = [
    job({ name: "a", release: at("00:00"), deadline: at("03:00") }),
    job({ name: "b", release: at("00:00"), deadline: at("03:00") }),
  ];

  it("jobs run as soon as they may, the earliest deadline first, within what they owe", () => {
    // b is listed first and due later; past the plan's end it owes its pace, 3 of 4 hours of 8 MWh.
    const [a, b] = ruleOf(
      { count: 3, assets: priced(50, [{ ...jobs[1], deadline: at("04:00") }, jobs[0]]) },
      "batch",
    ).flows;
    expect(b.fixes.map(({ columns }) => columns.name)).toEqual(["powerMw b"]);
    b.tookMw?.(0, 5);
    expect(b.reachMw(1)).toBeCloseTo(1, 9);
    expect([a.role, b.role]).toEqual(["as-soon-as-possible", "as-soon-as-possible"]);
    expect(a.reachMw(0)).toBe(5);
    a.tookMw?.(0, 5);
    // 8 - 5 = 3 MWh left of a.
    expect(a.reachMw(1)).toBe(3);
    expect(a.fixes.map(({ columns, value }) => [columns.name, value(0, 4)])).toEqual([["powerMw a", 4]]);
  });

  it("jobs of one interval never reach beyond the cap together", () => {
    const [a, b] = ruleOf({ count: 3, assets: priced(50, jobs, { capMw: 6 }) }, "batch").flows;
    expect([a.reachMw(0), b.reachMw(0)]).toEqual([5, 1]);
    a.tookMw?.(0, 5);
    b.tookMw?.(0, 1);
    expect([a.reachMw(1), b.reachMw(1)]).toEqual([3, 3]);
  });
});
