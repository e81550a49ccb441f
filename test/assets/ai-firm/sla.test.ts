import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSlaCredits } from "../../../src/assets/ai-firm/sla.ts";
import { buildSite } from "../../../src/plan/build-site.ts";
import { solveLp } from "../../../src/solvers/solve-lp.ts";
import {
  faultsOf,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  planOf,
  readingOf,
  usdOf,
} from "../../support/plans.ts";
import { solveWithHighs } from "../../support/highs-oracle.ts";
import { runs } from "../../support/runs.ts";

/** Of 1000 MWh a month: the first MWh unserved at 200, up to 5 MWh at 1000, beyond at 3000. */
const tiers = [
  { upToUnservedShare: 0.001, usdPerMwh: 200 },
  { upToUnservedShare: 0.005, usdPerMwh: 1000 },
  { usdPerMwh: 3000 },
];
const load = (fields: Record<string, unknown> = {}) =>
  firmAsset(10, { slaCredits: tiers, slaMonthMwh: 1000, ...fields });
const read = (plan: ReturnType<typeof optimalPlan>) => readingOf(plan, "inference", "ai-firm");

describe("SLA credits", () => {
  it.each([
    // Two hours of 10 MW with 10 - shortMw to be had: 2 shortMw MWh unserved.
    { shortMw: 0.4, usd: 0.8 * 200 },
    { shortMw: 2, usd: 200 + 3 * 1000 },
    { shortMw: 4, usd: 200 + 4 * 1000 + 3 * 3000 },
  ])("of $shortMw MW short for two hours are $usd USD, tier by tier", ({ shortMw, usd }) => {
    const plan = optimalPlan({ count: 2, assets: [gridAsset({ importLimitMw: 10 - shortMw }), load()] });
    expect(usdOf(plan, "SLA credits 2026-07", "cash")).toBeCloseTo(usd, 6);
    expect(plan.objectiveUsd).toBeCloseTo(usd + 2 * (10 - shortMw) * 50, 6);
    expect(read(plan).sla).toMatchObject([{ month: "2026-07" }]);
    expect(read(plan).sla?.[0].unservedShare).toBeCloseTo((2 * shortMw) / 1000, 9);
    expect(read(plan).sla?.[0].creditUsd).toBeCloseTo(usd, 6);
    expect((plan.endState.inference as { unservedMwh: Record<string, number> }).unservedMwh["2026-07"]).toBeCloseTo(
      2 * shortMw,
      7,
    );
  });

  it("go on from what the month has unserved already, which earlier plans have charged", () => {
    // 3 MWh before: 200 + 2 x 1000 owed. 4 more: 2 at 1000, 2 at 3000.
    const plan = optimalPlan({
      count: 2,
      assets: [gridAsset({ importLimitMw: 8 }), load()],
      initialState: { inference: { unservedMwh: { "2026-07": 3, "2026-06": 9 } } },
    });
    expect(usdOf(plan, "SLA credits 2026-07", "cash")).toBeCloseTo(8000, 6);
    expect(plan.alreadySetUsd).toBeCloseTo(2200, 6);
    expect(read(plan).sla?.[0]).toMatchObject({ month: "2026-07" });
    expect(read(plan).sla?.[0].creditUsd).toBeCloseTo(10_200, 6);
    expect(plan.endState.inference).toMatchObject({ unservedMwh: { "2026-06": 9 } });
  });

  it("are reported beside the value of lost load, which is not paid in cash", () => {
    const plan = optimalPlan({ count: 1, assets: [gridAsset({ importLimitMw: 8 }), load({ vollUsdPerMwh: 500 })] });
    expect(plan.ledger.usdByKind).toMatchObject({ penalty: 1000 });
    expect(usdOf(plan, "SLA credits 2026-07", "cash")).toBeCloseTo(1200, 6);
  });

  it("count by the month, and moved energy that was missed with them", () => {
    // Half of 10 MW may move within its day; nothing is served in the last hour of July, all in the first of August.
    const plan = optimalPlan({
      count: 2,
      start: "2026-07-31T23:00:00-05:00",
      assets: [gridAsset({ importLimitMw: [0, 10] }), load({ flexibleShare: 0.5 })],
    });
    expect(read(plan).totals.unservedMwh).toBeCloseTo(10, 7);
    expect(usdOf(plan, "SLA credits 2026-07")).toBeCloseTo(200 + 4000 + 5 * 3000, 5);
    expect(usdOf(plan, "SLA credits 2026-08")).toBeCloseTo(0, 6);
  });

  it("are of the plan's demand as if it went on all month, where the month's is not given: said", () => {
    // One hour of 744 at 10 MW: 7440 MWh a month, so the first tier ends at 7.44 MWh.
    const plan = optimalPlan({
      count: 1,
      assets: [gridAsset({ importLimitMw: 0 }), load({ slaMonthMwh: undefined })].map(
        (asset) => JSON.parse(JSON.stringify(asset)) as Record<string, unknown>,
      ),
    });
    expect(usdOf(plan, "SLA credits 2026-07")).toBeCloseTo(7.44 * 200 + 2.56 * 1000, 5);
    expect(plan.notices.join()).toContain("SLA shares are of 7440.0 MWh");
  });

  it("two equal halves and another order cost the same; HiGHS agrees", () => {
    const limits = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(limits, fc.integer({ min: 0, max: 60 }), (importLimitMw, before) => {
        const part = (name: string, share: number) =>
          firmAsset(10 * share, { name, slaCredits: tiers, slaMonthMwh: 1000 * share });
        const cost = (assets: Record<string, unknown>[], names: string[]) => {
          const initialState = Object.fromEntries(
            names.map((name) => [name, { unservedMwh: { "2026-07": before / 10 / names.length } }]),
          );
          const { lp } = buildSite(planOf({ count: 4, assets, initialState }));
          const { objective } = solveLp(lp);
          expect(solveWithHighs(lp).objective).toBeCloseTo(objective, 5);
          return objective;
        };
        const grid = gridAsset({ importLimitMw });
        const whole = cost([grid, part("a", 1)], ["a"]);
        expect(cost([grid, part("a", 0.5), part("b", 0.5)], ["a", "b"])).toBeCloseTo(whole, 5);
        expect(cost([part("b", 0.5), grid, part("a", 0.5)], ["a", "b"])).toBeCloseTo(whole, 5);
      }),
      { seed: 20260714, numRuns: runs(30, 3) },
    );
  });
});

describe("edges", () => {
  it.each<[string, Parameters<typeof checkSlaCredits>[0], string[]]>([
    ["tiers that rise", tiers, []],
    ["one rate for all", [{ usdPerMwh: 500 }], []],
    [
      "rates that fall",
      [{ upToUnservedShare: 0.001, usdPerMwh: 500 }, { usdPerMwh: 400 }],
      ["slaCredits[1].usdPerMwh"],
    ],
    [
      "shares that do not rise",
      [tiers[1], { ...tiers[0], usdPerMwh: 2000 }, tiers[2]],
      ["slaCredits[1].upToUnservedShare"],
    ],
    [
      "a tier without an end before the last",
      [{ usdPerMwh: 1 }, { usdPerMwh: 2 }],
      ["slaCredits[0].upToUnservedShare"],
    ],
    ["a last tier with an end", [tiers[0]], ["slaCredits[0].upToUnservedShare"]],
  ])("%s", (_what, given, wanted) => {
    const found: string[] = [];
    checkSlaCredits(given, (path) => found.push(path));
    expect(found).toEqual(wanted);
  });

  it("says why falling rates are refused", () => {
    const [fault] = faultsOf({
      count: 1,
      assets: [gridAsset(), load({ slaCredits: [{ upToUnservedShare: 0.001, usdPerMwh: 500 }, { usdPerMwh: 400 }] })],
    });
    expect(fault).toMatchObject({ path: "assets[1].slaCredits[1].usdPerMwh" });
    expect(fault.wanted).toContain("not convex");
  });

  it("refuses a first tier that mining outbids, a month's demand and a state without tiers", () => {
    const site = (fields: Record<string, unknown>) => ({
      count: 1,
      hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
      assets: [gridAsset(), fleetAsset(), load(fields)],
    });
    // Strike 100; the first tier is worth 60 alone, 110 with a value of lost load of 50.
    const cheap = [{ upToUnservedShare: 0.001, usdPerMwh: 60 }, tiers[2]];
    expect(faultsOf(site({ slaCredits: cheap }))).toMatchObject([{ path: "assets[2].slaCredits[0].usdPerMwh" }]);
    expect(faultsOf(site({ slaCredits: cheap, vollUsdPerMwh: 40 }))).toMatchObject([
      { path: "assets[2].vollUsdPerMwh", given: "100 with the first tier of slaCredits" },
    ]);
    expect(faultsOf(site({ slaCredits: cheap, vollUsdPerMwh: 50 }))).toEqual([]);
    expect(
      faultsOf({
        count: 1,
        assets: [gridAsset(), firmAsset(1, { slaMonthMwh: 5 })],
        initialState: { inference: { unservedMwh: { "2026-07": 1 } } },
      }).map(({ path }) => path),
    ).toEqual(["initialState.inference.unservedMwh", "assets[1].slaMonthMwh"]);
  });
});
