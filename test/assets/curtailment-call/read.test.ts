import { describe, expect, it } from "vitest";
import {
  expectSeries,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  readingOf,
} from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

const at = (time: string) => `2026-07-14T${time}:00-05:00`;

const hourOf = (t: number) => ({ start: at(`0${t}:00`), end: at(`0${t + 1}:00`) });

const called = (calls: readonly Fields[], fields: Fields = {}) => ({
  kind: "curtailment-call",
  name: "utility",
  calls,
  ...fields,
});

/** 10 MW of firm AI and 10 MW of mining that earns 100 USD/MWh, at a price of 50. */
const site = (
  calls: readonly Fields[],
  fields: Fields = {},
  gridFields: Fields = {},
  more: readonly Fields[] = [],
) => ({
  count: 3,
  hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
  assets: [called(calls, fields), gridAsset(gridFields), firmAsset(10), fleetAsset(), ...more],
});

const miningMw = (plan: ReturnType<typeof optimalPlan>) => readingOf(plan, "rigs", "mining-fleet").series.powerMw;

const read = (plan: ReturnType<typeof optimalPlan>) => readingOf(plan, "utility", "curtailment-call");

describe("a cap", () => {
  it("calls that overlap hold both, and one that does not bind shows its margin", () => {
    const plan = optimalPlan(
      site([
        { start: at("00:00"), end: at("02:00"), capMw: 25 },
        { start: at("01:00"), end: at("03:00"), capMw: 15 },
      ]),
    );
    expectSeries(miningMw(plan), [10, 5, 5]);
    expect(read(plan).calls.map(({ marginMw }) => marginMw)).toEqual([expect.closeTo(5, 6), expect.closeTo(0, 6)]);
  });
});

describe("in time", () => {
  it("begins and ends with an interval, in local time with its offset", () => {
    // Clocks go back on 1 November 2026 in Chicago: 01:00-06:00 is the third hour after midnight.
    const assets = [
      called([{ start: "2026-11-01T01:00:00-06:00", end: "2026-11-01T02:00:00-06:00", capMw: 12 }]),
      gridAsset(),
      firmAsset(10),
      fleetAsset(),
    ];
    const plan = optimalPlan({
      count: 4,
      start: "2026-11-01T00:00:00-05:00",
      hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
      assets,
    });
    expectSeries(miningMw(plan), [10, 10, 2, 10]);
    expect(read(plan).calls[0]).toMatchObject({ start: "2026-11-01T01:00:00-06:00", end: "2026-11-01T02:00:00-06:00" });
  });

  it("says that the plan knew, when the site would, and whether the rigs are off in time", () => {
    const answer = (fields: Fields) => optimalPlan(site([{ ...hourOf(1), capMw: 12 }], fields));
    const soon = answer({ noticeMinutes: 10, shedSeconds: 20 });
    expect(read(soon).calls[0]).toMatchObject({ knownAt: at("00:50"), timing: "within-notice" });
    expect(soon.notices).toContain(
      "utility: the plan knows every call from its start (perfect foresight); the site would with 10 minutes " +
        "of notice.",
    );
    const late = answer({ shedSeconds: 20, relaySeconds: 2, rideThroughSeconds: 15 });
    expect(read(late).calls[0]).toMatchObject({ knownAt: at("01:00"), timing: "too-late" });
    expect(late.notices.join()).toContain(`utility: too late for the call of ${at("01:00")}: relay and rigs take 22 s`);
    expect(answer({}).notices.join()).toContain("no shedSeconds; whether rigs are off in time is not checked");
    expect(read(answer({})).calls[0].timing).toBe("unknown");
  });
});
