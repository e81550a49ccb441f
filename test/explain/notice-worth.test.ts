import { describe, expect, it } from "vitest";
import { noticeSteps } from "../../src/explain/notice-worth.ts";
import { type NoticeWorth, type WorthQuestion, worthSteps } from "../../src/explain/worth.ts";
import { worth as worthOf } from "../../src/explain/ask-session.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { explained, explainedIfOptimal } from "../support/explained-plans.ts";
import { withContracts } from "../support/random-contracts.ts";
import { randomSite } from "../support/random-sites.ts";
import { battery, bitcoin, firm, fleet, grid, horizon } from "../support/small-sites.ts";
import { openPlan } from "../support/untyped.ts";
import { isSoak, runs } from "../support/runs.ts";

type Fields = Readonly<Record<string, unknown>>;
const hour = (t: number) => `2026-07-14T0${t}:00:00-05:00`;
const call = (fields: Fields = {}) => ({
  kind: "curtailment-call",
  name: "utility",
  calls: [{ start: hour(3), end: hour(4), capMw: 5 }],
  ...fields,
});

/**
 * Four hours, 10 MW of firm AI; in hour 3 a call leaves 5 of 20 MW. A lossless battery, empty, charges 2 MW and wears
 * at 30 USD/MWh, more than prices differ by: without the call it does nothing. Each hour of notice brings 2 of the 5
 * MWh that are missing, at their price and 30 of wear, in place of 5000; that hour's import is saved either way.
 */
const site = (importPriceUsdPerMwh: unknown, fields: Fields = {}, others: readonly Fields[] = []) => ({
  horizon: horizon(4),
  initialState: { bess: { storedMwh: 0 } },
  assets: [
    grid({ importLimitMw: 20, importPriceUsdPerMwh }),
    firm({ facilityMw: 10 }),
    battery({
      chargeLimitMw: 2,
      dischargeLimitMw: 9,
      maxStoredMwh: 10,
      chargeEfficiency: 1,
      dischargeEfficiency: 1,
      wearUsdPerMwh: 30,
    }),
    call(fields),
    ...others,
  ],
});
const notice = (input: unknown, question: WorthQuestion = {}): NoticeWorth => {
  const found = drain(worthSteps(explained(input), { notice: true, ...question }));
  expect(found.notice, found.notPriced.join()).toHaveLength(1);
  return (found.notice as NoticeWorth[])[0];
};
const side = (usdPerUnit: number, validFor: number, end: string) => ({
  usdPerUnit: expect.closeTo(usdPerUnit, 4),
  validFor,
  end,
});

describe("an hour of notice by hand", () => {
  it("is worth what the site can do in it, as long as the next hour brings as much", () => {
    // At 50: 2 MWh an hour, 2 x (5000 - 80) = 9840 for the first and the second hour, the last MWh 4920 for the third.
    const none = notice(site(50));
    expect(none).toMatchObject({
      asset: "utility",
      limit: "noticeMinutes",
      quantity: "calls[0]",
      unit: "h",
      value: 0,
      start: hour(3),
      more: side(9840, 2, "price-changes"),
      less: { usdPerUnit: Infinity, validFor: 0, end: "infeasible" },
    });
    // 25 000 of unserved AI against 5 x 80.
    expect(none.surpriseUsd).toBeCloseTo(24_600, 4);
    expect(none.sentence).toBe(
      "utility calls[0] at 2026-07-14T03:00:00-05:00, known 0 h before: one hour of notice more saves 9840 " +
        "USD, for 2 h; there cannot be less; known from the plan's start the call would cost 24600 USD less",
    );
  });

  it("has two different sides if the hours around it differ", () => {
    // Known with hour 2: 2 MWh at 60, 15 000 unserved. Hour 1 more (50): 2 x (5000 - 50 - 30) = 9840. None: 2 x (5000 -
    // 90) = 9820 more.
    const one = notice(site([40, 50, 60, 60], { noticeMinutes: 60 }));
    expect(one).toMatchObject({ value: 1, more: side(9840, 1, "price-changes"), less: side(9820, 1, "infeasible") });
    // Known with hour 1: 4 MWh, 2 each. From hour 0 on: 2 at 40, 2 at 50, 1 at 60: 4950.
    const two = notice(site([40, 50, 60, 60], { noticeMinutes: 120 }));
    expect(two).toMatchObject({ more: side(4950, 1, "price-changes"), less: side(9840, 1, "price-changes") });
    expect(two.surpriseUsd).toBeCloseTo(4950, 4);
  });

  it("counts whole intervals: half an hour does not count, and half-hour intervals bring half", () => {
    expect(notice(site(50, { noticeMinutes: 59 })).value).toBe(0);
    // In half hours 1 MWh each: 4920 for each, 9840 an hour, until the fifth, 2.5 h before.
    const halves = notice({ ...site(50), horizon: horizon(8, 30) });
    expect(halves.more).toEqual(side(9840, 2.5, "price-changes"));
  });

  it("is worth nothing if nothing must be prepared, because rigs sleep at once", () => {
    const idle = {
      ...site(50),
      bitcoin,
      assets: [grid(), firm({ facilityMw: 5 }), fleet(), call({ calls: [{ start: hour(2), end: hour(3), capMw: 8 }] })],
      initialState: {},
    };
    expect(notice(idle)).toMatchObject({
      surpriseUsd: expect.closeTo(0, 6),
      more: { usdPerUnit: 0, validFor: Infinity, end: "never" },
    });
    // Known from the plan's start on there is no more to know.
    expect(notice(site(50, { noticeMinutes: 600 })).more).toEqual({ usdPerUnit: 0, validFor: Infinity, end: "never" });
  });

  it("may be worth nothing for some hours and then something", () => {
    // Hours 1 and 2 have no import to spare: only hour 0 can charge, 2 MWh at 50 and 30 of wear.
    const full = site(50);
    const input = {
      ...full,
      assets: full.assets.map((asset) =>
        asset.kind === "grid" ? { ...asset, importLimitMw: [20, 10, 10, 20] } : asset,
      ),
    };
    expect(notice(input)).toMatchObject({
      surpriseUsd: expect.closeTo(2 * 4920, 4),
      more: side(0, 2, "price-changes"),
    });
    const early = {
      ...input,
      assets: input.assets.map((asset) =>
        asset.kind === "curtailment-call" ? { ...asset, noticeMinutes: 180 } : asset,
      ),
    };
    expect(notice(early).less).toEqual(side(9840, 1, "price-changes"));
  });

  it("a ramp needs notice: load that a fleet cannot shed in time is unserved", () => {
    // 10 MW of rigs that ramp down 4 MW/h, 30 firm, a cap of 33 in hour 3. The rigs must be at 3: from 10, 6 in hour 2.
    // In hour 3 alone they come to 6, and 3 MW more are cut off at 500: 1500 (above the cap they would cost 900 each).
    const ramped = {
      ...site(50),
      bitcoin,
      initialState: { fleet: { powerMw: 10 } },
      assets: [
        grid(),
        firm(),
        fleet({ rampDownMwPerH: 4 }),
        call({ calls: [{ start: hour(3), end: hour(4), capMw: 33 }], missUsdPerMwh: 900 }),
      ],
    };
    // Asleep early they lose 3 x (80 - 30) = 150 in hour 2.
    const worth = notice(ramped);
    expect(worth.more.usdPerUnit).toBeCloseTo(1500 - 150, 4);
    expect(worth.more.validFor).toBe(1);
  });

  it("without notice there may be no plan", () => {
    const must = site(50, { noticeMinutes: 120 });
    const assets = must.assets.map((asset) =>
      asset.kind === "ai-firm" ? { ...asset, facilityMw: 9, vollUsdPerMwh: undefined } : asset,
    );
    // 4 MWh are missing: two hours bring them, one does not.
    const tight = notice({ ...must, assets });
    expect(tight).toMatchObject({
      more: { usdPerUnit: 0, validFor: Infinity, end: "never" },
      less: { usdPerUnit: Infinity, validFor: 0, end: "infeasible" },
    });
    expect(tight.sentence).toContain("with an hour less there is no plan");
    const late = notice({
      ...must,
      assets: assets.map((asset) => (asset.kind === "curtailment-call" ? { ...asset, noticeMinutes: 60 } : asset)),
    });
    expect(late.sentence).toContain("known 1 h before: there is no plan with so little notice");
    // Three hours of notice bring no more than two: one hour less costs nothing, the next leaves no plan.
    const early = notice({
      ...must,
      assets: assets.map((asset) => (asset.kind === "curtailment-call" ? { ...asset, noticeMinutes: 180 } : asset)),
    });
    expect(early.less).toEqual(side(0, 1, "infeasible"));
  });

  it("is available per year, for one asset, and through the public entry point", () => {
    expect(notice(site(50), { perYear: true }).more.usdPerUnitYear).toBeCloseTo((9840 * 8760) / 4, 2);
    const session = openPlan(site(50));
    const worth = (question?: WorthQuestion) => {
      const answer = worthOf(session, question);
      if (answer.status !== "optimal") throw new Error(answer.detail);
      return answer;
    };
    expect(worth({ notice: true, asset: "utility" }).notice).toHaveLength(1);
    expect(worth({ notice: true, asset: "grid" })).toMatchObject({
      notice: [],
      notPriced: [expect.stringContaining("no curtailment call")],
    });
    expect(worth({ notice: true }).notPriced.join()).not.toContain("notice");
    expect(worth()).not.toHaveProperty("notice");
    expect(worth().notPriced.at(-1)).toBe("an hour of notice: not requested (set notice: true)");
  });

  it("names calls without a worth: running ones, and those after the plan", () => {
    const calls = [
      { start: "2026-07-13T23:00:00-05:00", end: hour(1), capMw: 15 },
      { start: hour(3), end: hour(4), capMw: 5 },
      { start: hour(5), end: hour(6), capMw: 5 },
    ];
    const { ranges, notPriced } = drain(noticeSteps(explained(site(50, { calls })), undefined, {}));
    expect(ranges.map((range) => range.call)).toEqual(["calls[1]"]);
    expect(notPriced).toEqual(
      ["calls[0]", "calls[2]"].map((path) => `an hour of notice of utility ${path}: it does not begin within the plan`),
    );
  });
});

it("is never negative on random sites with contracts, and enough notice avoids every loss", () => {
  let [calls, worthSomething] = [0, 0];
  // Those of the first twenty that take the least time, or all.
  for (const seed of isSoak ? Array.from({ length: 20 }, (_, k) => k) : [0, 2, 3, 5, 7]) {
    const input = withContracts(randomSite(seed), seed);
    if (!input.assets.some(({ kind }) => kind === "curtailment-call")) continue;
    const plan = explainedIfOptimal(input);
    if (!plan) continue;
    const { ranges } = drain(noticeSteps(plan, undefined, {}));
    for (const { more, less, surpriseUsd } of ranges) {
      calls++;
      for (const { usdPerUnit } of [more, less]) expect(usdPerUnit, `seed ${seed}`).toBeGreaterThanOrEqual(0);
      expect(surpriseUsd, `seed ${seed}`).toBeGreaterThanOrEqual(0);
      if (more.usdPerUnit > 0) worthSomething++;
      if (surpriseUsd < 1e-6) expect(more).toEqual({ usdPerUnit: 0, validFor: Infinity, end: "never" });
    }
    if (seed > 5) continue;
    const announced = {
      ...input,
      assets: input.assets.map((asset) =>
        asset.kind === "curtailment-call" ? { ...asset, noticeMinutes: 1e6 } : asset,
      ),
    };
    const known = explainedIfOptimal(announced);
    if (known)
      for (const { surpriseUsd } of drain(noticeSteps(known, undefined, {})).ranges) expect(surpriseUsd).toBe(0);
  }
  expect(calls).toBeGreaterThan(runs(6, 0));
  expect(worthSomething).toBeGreaterThan(runs(2, 0));
});
