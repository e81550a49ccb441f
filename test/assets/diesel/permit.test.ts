import { describe, expect, it } from "vitest";
import {
  dieselAsset,
  expectSeries,
  faultsOf,
  firmAsset,
  gridAsset,
  optimalPlan,
  readingOf,
  ruleOf,
  type TestSite,
} from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

/** 12 MW at 1000 USD/MWh of lost load; the import is out in the first hour and 2 MW short in the others. */
const site = (permit: Fields, fields: Fields = {}, importLimitMw: unknown = [0, 10, 10, 10]): TestSite => ({
  count: 4,
  assets: [gridAsset({ importLimitMw }), firmAsset(12, { vollUsdPerMwh: 1000 }), dieselAsset({ permit, ...fields })],
});
const powerOf = (of: TestSite) => readingOf(optimalPlan(of), "gensets", "diesel").series.powerMw;
const state = (hours: number) => ({ initialState: { gensets: { permitHoursByYear: { 2026: hours } } } });

describe("an emergency permit", () => {
  it("lets the sets run in an outage of the import and nowhere else", () => {
    const plan = optimalPlan(site({ class: "emergency" }));
    expectSeries(readingOf(plan, "gensets", "diesel").series.powerMw, [12, 0, 0, 0]);
    expect(plan.notices).toContain(
      "gensets: by its emergency permit it runs in grid outages, in declared emergencies and nowhere else, " +
        "since permit.nonEmergency was not given.",
    );
    expect(readingOf(plan, "gensets", "diesel").totals.permitHours).toBeUndefined();
  });

  it("takes an emergency that is declared", () => {
    expectSeries(powerOf(site({ class: "emergency", emergency: [0, 0, 1, 0] })), [12, 0, 2, 0]);
  });

  it("knows no outage where there is no connection", () => {
    const island = {
      count: 1,
      assets: [firmAsset(12, { vollUsdPerMwh: 1000 }), dieselAsset({ permit: { class: "emergency" } })],
    };
    expectSeries(powerOf(island), [0]);
  });

  it("counts only what is run outside emergencies, against 50 h per set and year", () => {
    // One set of 2 MW of which 48 h are used: 2 set-hours are left for three hours of need; a set-hour more would save
    // 2 MWh.
    const plan = optimalPlan({ ...site({ class: "emergency", nonEmergency: 1 }, { sets: 1 }), ...state(48) });
    const { series, totals, endState } = readingOf(plan, "gensets", "diesel");
    expect(series.powerMw[0]).toBeCloseTo(2, 7);
    expect(totals.energyMwh).toBeCloseTo(6, 7);
    expect(totals.permitHours).toBeCloseTo(2, 7);
    expect(totals.unitHours).toBeCloseTo(3, 7);
    expect(endState.permitHoursByYear).toEqual({ 2026: 50 });
    expect(plan.prices.limits.find(({ limit }) => limit === "permit.nonEmergencyHoursPerYear")?.value[0]).toBeCloseTo(
      2 * (1000 - 283.7),
      4,
    );
    // Handed on, only the outage is left.
    expectSeries(
      powerOf({ ...site({ class: "emergency", nonEmergency: 1 }, { sets: 1 }), initialState: plan.endState }),
      [2, 0, 0, 0],
    );
  });

  it("leaves what testing takes of the 100 h of both", () => {
    // 100 - 99 = 1 h per set, two sets: 2 set-hours are 4 MWh, and the outage's 4.
    const plan = optimalPlan({
      ...site({ class: "emergency", nonEmergency: 1, testingHoursPerYear: 99 }, { sets: 2 }),
      ...state(0),
    });
    expect(readingOf(plan, "gensets", "diesel").totals.energyMwh).toBeCloseTo(8, 7);
    expect(
      plan.notices.some((notice) => notice.includes("at most 1 h per set and year (40 CFR 60.4211(f), 2013)")),
    ).toBe(true);
    expect(faultsOf(site({ class: "emergency", testingHoursPerYear: 101 })).map(({ path }) => path)).toEqual([
      "assets[2].permit.testingHoursPerYear",
    ]);
  });

  it("runs its other hours only where that is lawful", () => {
    expectSeries(powerOf({ ...site({ class: "emergency", nonEmergency: [0, 0, 0, 1] }), ...state(0) }), [12, 0, 0, 2]);
  });

  it("shares an interval between the two", () => {
    // A quarter an emergency, a third of the rest lawful: half the interval, half of that counted. 20 MW x 0.5 = 10 MW
    // for 12 of load, 10 x 0.5 / 2 = 2.5 set-hours.
    const plan = optimalPlan({
      count: 1,
      ...state(0),
      assets: [
        gridAsset({ importLimitMw: 0.001 }),
        firmAsset(12, { vollUsdPerMwh: 1000 }),
        dieselAsset({ permit: { class: "emergency", emergency: 0.25, nonEmergency: 1 / 3 } }),
      ],
    });
    expectSeries(readingOf(plan, "gensets", "diesel").series.powerMw, [10]);
    expect(readingOf(plan, "gensets", "diesel").totals.permitHours).toBeCloseTo(2.5, 7);
  });
});

describe("a permit for any purpose", () => {
  it("counts all running, in outages too, against the hours it caps", () => {
    // Ten sets of 0.5 h: 5 set-hours, 10 MWh of the 12 + 3 x 2 wanted.
    const plan = optimalPlan({ ...site({ class: "non-emergency", hoursPerYear: 2.5 }), ...state(20) });
    const { totals, endState } = readingOf(plan, "gensets", "diesel");
    expect(totals.energyMwh).toBeCloseTo(10, 7);
    expect(totals.permitHours).toBeCloseTo(5, 7);
    expect(endState.permitHoursByYear).toEqual({ 2026: 25 });
    expect(plan.prices.limits.find(({ limit }) => limit === "permit.hoursPerYear")?.value[0]).toBeCloseTo(
      2 * (1000 - 283.7),
      4,
    );
  });

  it("or caps nothing", () => {
    expectSeries(powerOf(site({ class: "non-emergency" })), [12, 2, 2, 2]);
  });
});

describe("hours", () => {
  it("as whole sets run them are said where they are more than are left", () => {
    // 0.5 MW of a set of 2 MW: 0.25 set-hours by the program, 1 as run, in each of two hours; 1.5 are left.
    const part = (used: number) =>
      optimalPlan({
        count: 2,
        ...state(used),
        assets: [
          gridAsset({ importLimitMw: 1 }),
          firmAsset(1.5),
          dieselAsset({ sets: 1, permit: { class: "non-emergency", hoursPerYear: 40 } }),
        ],
      }).notices.filter((notice) => notice.includes("as run"));
    expect(part(38)).toEqual([]);
    expect(part(38.5)).toEqual(["gensets: as run, whole sets take 2.0 set-hours of the permit's 2026; there are 1.5."]);
  });

  it("used before must fit the cap", () => {
    const paths = (hours: number) =>
      faultsOf({ ...site({ class: "non-emergency", hoursPerYear: 5 }), ...state(hours) }).map(({ path }) => path);
    expect(paths(50)).toEqual([]);
    expect(paths(51)).toEqual(["assets[2].permit.hoursPerYear"]);
  });

  it("limit the threshold rule too", () => {
    const [flow] = ruleOf(
      { ...site({ class: "emergency", nonEmergency: [0, 1, 1, 0] }, { sets: 1 }), ...state(49.5) },
      "gensets",
    ).flows;
    // Half an hour of 2 MW: 1 MW for an hour; the outage is free, the last hour forbidden.
    expect([0, 1, 2, 3].map((t) => flow.reachMw(t))).toEqual([2, 1, 1, 0]);
    flow.tookMw?.(1, 0.75);
    expect(flow.reachMw(2)).toBeCloseTo(0.25, 9);
  });
});
