import { describe, expect, it } from "vitest";
import { checkInterruptionCap } from "../../../src/assets/limits/interruption-cap.ts";
import { buildSite } from "../../../src/plan/build-site.ts";
import {
  expectSeries,
  faultsOf,
  firmAsset,
  gridAsset,
  optimalPlan,
  planOf,
  readingOf,
  resultOf,
} from "../../support/plans.ts";

const spot = (fields: Record<string, unknown> = {}) => ({
  kind: "ai-spot",
  name: "spot",
  facilityMw: [10, 10, 5, 10],
  revenueUsdPerFacilityMwh: 100,
  ...fields,
});
const price = [120, 200, 300, 150];
const site = (fields: Record<string, unknown>, state?: unknown) => ({
  count: 4,
  assets: [gridAsset({ importPriceUsdPerMwh: price }), spot(fields)],
  ...(state === undefined ? {} : { initialState: { spot: state } }),
});
const read = (plan: ReturnType<typeof optimalPlan>) => readingOf(plan, "spot", "ai-spot");

describe("interruption cap", () => {
  it("of hours is spent where an hour saves most; hours already used count", () => {
    // Every hour is worth interrupting. 100 h a year, 98.5 used: 1.5 left. An hour saves 10 x 20, 10 x 100, 5 x 200 and
    // 10 x 50 USD: the second and the third tie at 1000, so one of them goes wholly and the other half: 1500 saved.
    const all = 10 * 120 + 10 * 200 + 5 * 300 + 10 * 150 - 3500;
    const plan = optimalPlan(site({ interruptionCap: { hoursPerYear: 100 } }, { interruptedHours: { 2026: 98.5 } }));
    expect(plan.objectiveUsd).toBeCloseTo(all - 1500, 6);
    const [year] = read(plan).interruptions ?? [];
    expect(year).toMatchObject({ limit: "hoursPerYear", unit: "h", year: "2026" });
    expect(year.used).toBeCloseTo(1.5, 7);
    expect(year.left).toBeCloseTo(0, 7);
    expect((plan.endState.spot as { interruptedHours: Record<string, number> }).interruptedHours["2026"]).toBeCloseTo(
      100,
      7,
    );
    // An hour more of the cap is spent on what is left of the two: 1000.
    const [limit] = plan.prices.limits.filter(({ limit: name }) => name === "interruptionCap.hoursPerYear");
    expect(Math.abs(limit.value[0])).toBeCloseTo(1000, 5);
  });

  it("of MWh is spent where a MWh saves most", () => {
    // 8 MWh left of 300: the 5 at 300 (200 each), 3 of those at 200 (100 each).
    const plan = optimalPlan(site({ interruptionCap: { mwhPerYear: 300 } }, { interruptedMwh: { 2026: 292 } }));
    expectSeries(read(plan).series.servedMw, [10, 7, 0, 10]);
    expect(plan.endState.spot).toEqual({ interruptedMwh: { 2026: 300 } });
  });

  it("counts by the hour, and starts anew with the local year", () => {
    // Half hours from 23:00 on 31 December: two in 2026, with half an hour left, and two in 2027 with 1 h of its own.
    const years = {
      count: 4,
      intervalMinutes: 30,
      start: "2026-12-31T23:00:00-06:00",
      assets: [
        gridAsset({ importPriceUsdPerMwh: 200 }),
        spot({ facilityMw: 10, interruptionCap: { hoursPerYear: 1 } }),
      ],
      initialState: { spot: { interruptedHours: { 2026: 0.5 } } },
    };
    const plan = optimalPlan(years);
    expect(
      buildSite(planOf(years))
        .site.rowBlocks.filter(({ asset }) => asset === "spot")
        .map(({ name, from }) => [name, from]),
    ).toEqual([
      ["interruptionCap.hoursPerYear 2026", 0],
      ["interruptionCap.hoursPerYear 2027", 2],
    ]);
    expect(read(plan).totals.servedMwh).toBeCloseTo(5, 7);
    expect(read(plan).interruptions).toMatchObject([
      { year: "2026", used: 0.5 },
      { year: "2027", used: 1 },
    ]);
  });

  it("that is used up leaves load that must be served: the conflict bears its name", () => {
    const result = resultOf({
      count: 1,
      assets: [gridAsset({ importLimitMw: 6 }), spot({ facilityMw: 10, interruptionCap: { hoursPerYear: 5 } })],
      initialState: { spot: { interruptedHours: { 2026: 5 } } },
    });
    expect(result.status).toBe("infeasible");
    if (result.status !== "infeasible") return;
    expect(JSON.stringify(result.conflicts)).toContain("interruptionCap.hoursPerYear");
  });

  it("of firm load limits what goes unserved, by price else", () => {
    // 4 of 10 MW short in both hours at a VOLL of 60, where power of a second, expensive feeder costs 500: 0.6 h of 1.2
    // at 0.4 + 0.4.
    const feeder = gridAsset({ name: "expensive", importLimitMw: 10, importPriceUsdPerMwh: 500 });
    const plan = optimalPlan({
      count: 2,
      assets: [
        gridAsset({ importLimitMw: 6 }),
        feeder,
        firmAsset(10, { vollUsdPerMwh: 60, interruptionCap: { hoursPerYear: 0.6 } }),
      ],
    });
    expect(readingOf(plan, "inference", "ai-firm").totals.unservedMwh).toBeCloseTo(6, 7);
    expect(readingOf(plan, "inference", "ai-firm").interruptions).toMatchObject([{ year: "2026" }]);
    expect(plan.objectiveUsd).toBeCloseTo(12 * 50 + 6 * 60 + 2 * 500, 6);
  });

  it("chained plans share one cap", () => {
    const cap = { interruptionCap: { hoursPerYear: 1.5 }, facilityMw: 10 };
    const half = (from: number, initialState: Record<string, unknown>) =>
      optimalPlan({
        count: 2,
        start: `2026-07-14T0${from}:00:00-05:00`,
        assets: [gridAsset({ importPriceUsdPerMwh: price.slice(from, from + 2) }), spot(cap)],
        initialState,
      });
    const first = half(0, {});
    const second = half(2, first.endState);
    expect((read(first).interruptions?.[0].used ?? 0) + (read(second).interruptions?.[0].used ?? 0)).toBeCloseTo(
      1.5,
      6,
    );
  });
});

describe("edges", () => {
  it("more used than there is is refused where the cap stands", () => {
    expect(faultsOf(site({ interruptionCap: { hoursPerYear: 5 } }, { interruptedHours: { 2026: 6 } }))).toMatchObject([
      { path: "assets[1].interruptionCap.hoursPerYear", given: "5" },
    ]);
  });

  it.each<[string, Parameters<typeof checkInterruptionCap>[0], Parameters<typeof checkInterruptionCap>[1], string[]]>([
    ["neither hours nor MWh", {}, undefined, ["interruptionCap.hoursPerYear"]],
    ["a state without a cap", undefined, { interruptedHours: { 2026: 6 } }, ["initialState.interruptedHours"]],
    ["a state of the other cap", { hoursPerYear: 6 }, { interruptedMwh: { 2026: 6 } }, ["initialState.interruptedMwh"]],
    ["both", { hoursPerYear: 6, mwhPerYear: 0 }, { interruptedHours: { 2026: 6 } }, []],
  ])("%s", (_what, cap, interrupted, wanted) => {
    const found: string[] = [];
    checkInterruptionCap(cap, interrupted, (path) => found.push(path));
    expect(found).toEqual(wanted);
  });

  it("a cap on firm load that must be served anyway is refused", () => {
    expect(
      faultsOf({ count: 1, assets: [gridAsset(), firmAsset(1, { interruptionCap: { hoursPerYear: 5 } })] }),
    ).toMatchObject([{ path: "assets[1].interruptionCap" }]);
  });
});
