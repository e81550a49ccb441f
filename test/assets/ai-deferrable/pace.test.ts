import { describe, expect, it } from "vitest";
import { faultsOf, firmAsset, gridAsset, optimalPlan, usdOf, type TestSite } from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

const hour = (t: number) => `2026-07-14T${String(t).padStart(2, "0")}:00:00-05:00`;
/** 12 MWh in the six hours from midnight, at most 5 MW, beside 4 MW of firm AI. */
const site = (
  count: number,
  from: number,
  state: Fields | undefined,
  load: Fields = {},
  job: Fields = {},
): TestSite => ({
  count,
  start: hour(from),
  assets: [
    gridAsset({ importLimitMw: [4, 4, 4, 9, 9, 9].slice(from, from + count) }),
    firmAsset(4),
    {
      kind: "ai-deferrable",
      name: "jobs",
      behindUsdPerMwh: 70,
      ...load,
      jobs: [
        {
          name: "a",
          energyFacilityMwh: 12,
          release: hour(0),
          deadline: hour(6),
          maxMw: 5,
          unmetUsdPerMwh: 900,
          ...job,
        },
      ],
    },
  ],
  ...(state && { initialState: state }),
});

describe("the pace of plans that follow each other", () => {
  it("is one straight line over the window, and the value of what is behind is given back", () => {
    // The line leaves 8 of 12 MWh open after two hours and 6 after three. Nothing fits beside the firm load: 4, then 6
    // MWh are behind at 70. In the last three hours all of it is done.
    const first = optimalPlan(site(2, 0, undefined));
    expect(usdOf(first, "deferrable AI behind its pace", "valuation")).toBeCloseTo(280, 6);
    expect(first.endState).toMatchObject({
      jobs: { openMwh: { a: 12 }, paceOpenMwh: { a: 8 }, behindUsd: { a: expect.closeTo(280, 6) } },
    });
    const second = optimalPlan(site(1, 2, first.endState));
    expect(usdOf(second, "deferrable AI behind its pace")).toBeCloseTo(420 - 280, 6);
    expect(second.endState).toMatchObject({ jobs: { paceOpenMwh: { a: 6 } } });
    const third = optimalPlan(site(3, 3, second.endState));
    expect(usdOf(third, "deferrable AI behind its pace")).toBeCloseTo(-420, 6);
    expect(third.endState.jobs).toEqual({ openMwh: { a: 0 } });
    const whole = optimalPlan(site(6, 0, undefined));
    expect(first.objectiveUsd + second.objectiveUsd + third.objectiveUsd).toBeCloseTo(whole.objectiveUsd, 6);
  });

  it("a job ahead of its pace has that much less to do", () => {
    // 5 MWh are open where the line leaves 9, and 6 after the next hour: nothing is asked for.
    const plan = optimalPlan(site(1, 2, { jobs: { openMwh: { a: 5 }, paceOpenMwh: { a: 9 } } }));
    expect(plan.assets.jobs).toMatchObject({ jobs: [{ paceMwh: 0, dueMwh: 0 }] });
  });

  it("the state of a job that begins after the plan comes out as it went in", () => {
    const state = { openMwh: { a: 7 }, paceOpenMwh: { a: 3 }, behindUsd: { a: 11 } };
    const later = { release: hour(4) };
    expect(optimalPlan(site(1, 0, { jobs: state }, {}, later)).endState.jobs).toEqual(state);
  });

  it("a value of the unmet price or more is refused, and states of jobs that are not listed", () => {
    expect(faultsOf(site(2, 0, undefined, { behindUsdPerMwh: 900 }))).toMatchObject([
      { path: "assets[2].behindUsdPerMwh", given: "900" },
    ]);
    expect(faultsOf(site(2, 0, undefined, { behindUsdPerMwh: 899 }))).toEqual([]);
    expect(
      faultsOf(site(2, 0, { jobs: { openMwh: {}, paceOpenMwh: { b: 1 }, behindUsd: { c: 1 } } })).map(
        ({ path }) => path,
      ),
    ).toEqual(["initialState.jobs.paceOpenMwh.b", "initialState.jobs.behindUsd.c"]);
  });
});
