import { expect, it } from "vitest";
import { controlledLoads, isLimited } from "../../src/handoff/loads.ts";
import { handOffPlan, optimal } from "../support/handoff-plan.ts";
import { reportPlan } from "../support/report-plan.ts";

it("is every AI load and every fleet, and nothing else", () => {
  expect(controlledLoads(handOffPlan).map(({ asset, side }) => [asset, side])).toEqual([
    ["inference", "ai"],
    ["spot", "ai"],
    ["rigs", "mining"],
  ]);
  expect(controlledLoads(reportPlan).map(({ asset }) => asset)).toEqual(["inference", "new rigs", "old rigs"]);
});

it("knows what a load would take and at which price it yields", () => {
  const [firm, spot, rigs] = controlledLoads(handOffPlan);
  expect([firm.freeKw(2), firm.strikeUsdPerMwh(2), isLimited(firm, 2)]).toEqual([10_000, undefined, false]);
  expect([spot.freeKw(2), spot.strikeUsdPerMwh(2), isLimited(spot, 2)]).toEqual([4000, 90, true]);
  expect([rigs.freeKw(2), isLimited(rigs, 2), isLimited(rigs, 0)]).toEqual([7350, true, false]);
});

it("jobs are always limited: the plan alone says when they run", () => {
  const job = {
    name: "job",
    energyFacilityMwh: 5,
    release: "2026-07-14T00:00:00Z",
    deadline: "2026-07-14T03:00:00Z",
    maxMw: 4,
  };
  const plan = optimal({
    horizon: { start: "2026-07-14T00:00:00Z", timeZone: "UTC", intervalMinutes: 60, count: 3 },
    bitcoin: { hashpriceUsdPerPhDay: 40 },
    assets: [
      { kind: "grid", name: "grid", importLimitMw: 20, importPriceUsdPerMwh: [30, 10, 20] },
      { kind: "ai-deferrable", name: "batch", jobs: [job] },
    ],
  });
  const [batch] = controlledLoads(plan);
  expect([0, 1, 2].map((t) => [batch.levelKw(t), isLimited(batch, t)])).toEqual([
    [0, true],
    [4000, true],
    [1000, true],
  ]);
  expect(batch.isSameLevel(0, 1)).toBe(false);
});
