import { describe, expect, it } from "vitest";
import {
  batteryAsset,
  expectSeries,
  faultsOf,
  firmAsset,
  gridAsset,
  optimalPlan,
  readingOf,
  resultOf,
  usdOf,
} from "../../support/plans.ts";

const stored = (storedMwh: number) => ({ bess: { storedMwh } });
// One hour at 50, 20 MW of load, 10 MWh in store, 80 % on the way out: a MWh in store saves 0.8 x 50 = 40.
const ended = (end: unknown, fields: Record<string, unknown> = {}) =>
  optimalPlan({
    count: 1,
    initialState: stored(10),
    assets: [
      gridAsset(),
      firmAsset(20),
      batteryAsset({ dischargeLimitMw: 20, dischargeEfficiency: 0.8, end, ...fields }),
    ],
  });

describe("end rule exactly", () => {
  it.each([
    // 4 MWh leave the store and give 3.2 MW; 2.5 MWh come in and cost 125; nothing moves.
    { storedMwh: 6, usd: 1000 - 3.2 * 50 },
    { storedMwh: 12.5, usd: 1000 + 125 },
    { storedMwh: 10, usd: 1000 },
  ])("of $storedMwh MWh costs $usd USD, whether the store has more or less", ({ storedMwh, usd }) => {
    const plan = ended({ rule: "exactly", storedMwh });
    expect(readingOf(plan, "bess", "battery").totals.endMwh).toBeCloseTo(storedMwh, 9);
    expect(plan.objectiveUsd).toBeCloseTo(usd, 6);
  });

  it("does not end above it where power is paid for being taken", () => {
    const plan = optimalPlan({
      count: 1,
      initialState: stored(10),
      assets: [
        gridAsset({ importPriceUsdPerMwh: -30 }),
        firmAsset(20),
        batteryAsset({ end: { rule: "exactly", storedMwh: 12 } }),
      ],
    });
    expect(plan.objectiveUsd).toBeCloseTo(-30 * 22, 6);
  });

  it("that cannot be reached makes the plan infeasible, and is named", () => {
    const result = resultOf({
      count: 1,
      initialState: stored(10),
      assets: [gridAsset(), firmAsset(1), batteryAsset({ end: { rule: "exactly", storedMwh: 40 } })],
    });
    expect(result.status).toBe("infeasible");
    expect(result.detail).toContain("end");
  });

  it("is refused outside the window of the last interval", () => {
    const paths = (end: unknown, minStoredMwh: unknown = [2, 4]) =>
      faultsOf({
        count: 2,
        initialState: stored(10),
        assets: [gridAsset(), batteryAsset({ maxStoredMwh: 20, minStoredMwh, end })],
      }).map(({ path }) => path);
    expect(paths({ rule: "exactly", storedMwh: 4 })).toEqual([]);
    expect(paths({ rule: "exactly", storedMwh: 3 })).toEqual(["assets[1].end.storedMwh"]);
    expect(paths({ rule: "exactly", storedMwh: 21 })).toEqual(["assets[1].end.storedMwh"]);
    expect(paths({ rule: "target", storedMwh: 21, missUsdPerMwh: 5 })).toEqual(["assets[1].end.storedMwh"]);
    // A floor of the plan is kept anyway: asking for less than it at least is not a contradiction.
    expect(paths({ rule: "at-least", storedMwh: 3 })).toEqual([]);
  });
});

describe("end rule target", () => {
  it.each([
    // Keeping a MWh forgoes 40: below that price the target is missed, above it is met.
    { missUsdPerMwh: 39, endMwh: 0, missedMwh: 8, usd: 600 + 8 * 39 },
    { missUsdPerMwh: 41, endMwh: 8, missedMwh: 0, usd: 1000 - 0.8 * 2 * 50 },
  ])("is missed at $missUsdPerMwh USD/MWh by $missedMwh MWh", ({ missUsdPerMwh, endMwh, missedMwh, usd }) => {
    const plan = ended({ rule: "target", storedMwh: 8, missUsdPerMwh });
    const { totals } = readingOf(plan, "bess", "battery");
    expect(totals.endMwh).toBeCloseTo(endMwh, 9);
    expect(totals.targetMissedMwh).toBeCloseTo(missedMwh, 9);
    expect(plan.objectiveUsd).toBeCloseTo(usd, 6);
    expect(usdOf(plan, "missed target of stored energy", "penalty")).toBeCloseTo(missedMwh * missUsdPerMwh, 6);
  });

  it("that is out of reach is met as far as it can be, not refused", () => {
    // 5 MW of charging for an hour: 15 of 40 MWh.
    const { totals } = readingOf(ended({ rule: "target", storedMwh: 40, missUsdPerMwh: 500 }), "bess", "battery");
    expect(totals).toMatchObject({
      endMwh: expect.closeTo(15, 9) as number,
      targetMissedMwh: expect.closeTo(25, 9) as number,
    });
  });

  it("gives nothing for what lies above it, and has no default value beside it", () => {
    const plan = ended({ rule: "target", storedMwh: 2, missUsdPerMwh: 500 });
    expectSeries(readingOf(plan, "bess", "battery").series.storedMwh, [2]);
    expect(plan.notices.join()).not.toContain("no end rule");
  });
});
