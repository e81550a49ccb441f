import { describe, expect, it } from "vitest";
import {
  billingIntervals,
  meanMw,
  meterClock,
  meteredInterval,
  meteredStamp,
  monthOf,
  startsInsideMonth,
  startsInterval,
} from "../../../../src/assets/tariff/demand/metered-interval.ts";
import { timeGrid } from "../../../../src/input/time-axis.ts";
import { intervalStartMs, type TimeGrid } from "../../../../src/time/time-grid.ts";

const clockOf = (time: TimeGrid, minutes: number) => meterClock(time, minutes, false);
const grid = (start: string, minutes: number, count: number, timeZone = "America/Chicago") =>
  timeGrid(Date.parse(start), minutes, count, timeZone);

describe("billingIntervals", () => {
  it("begin on the local clock; the first has what was metered before the plan", () => {
    // From 00:10 in steps of 5 minutes: 00:00 has its last third in the plan, 00:15 is whole, of 00:30 there is one
    // step.
    const opened = grid("2026-07-14T00:10:00-05:00", 5, 5);
    const found = billingIntervals(opened, meterClock(opened, 15, true), 0.5);
    expect(found.map(({ from, shares }) => [from, shares])).toEqual([
      [0, [1 / 3]],
      [1, [1 / 3, 1 / 3, 1 / 3]],
      [4, [1 / 3]],
    ]);
    // 0.5 MWh in a quarter of an hour are 2 MW of its mean.
    expect(found.map(({ openMw }) => openMw)).toEqual([2, 0, 0]);
    const time = grid("2026-07-14T00:10:00-05:00", 5, 5);
    expect(found.map((interval) => meteredStamp(time, interval))).toEqual([
      "2026-07-14T00:00:00-05:00",
      "2026-07-14T00:15:00-05:00",
      "2026-07-14T00:30:00-05:00",
    ]);
  });

  it("takes of an interval of the plan the part that lies in each", () => {
    // Kathmandu is at +05:45: whole hours of UTC begin at a quarter to, so each hour of the plan has 15 and 45 minutes.
    const kathmandu = grid("2026-07-14T00:00:00Z", 60, 2, "Asia/Kathmandu");
    const found = billingIntervals(kathmandu, clockOf(kathmandu, 60), 0);
    expect(found.map(({ from, shares }) => [from, shares])).toEqual([
      [0, [0.25]],
      [0, [0.75, 0.25]],
      [1, [0.75]],
    ]);
    expect(meanMw(found[1], Float64Array.of(8, 4))).toBeCloseTo(7, 12);
  });

  it("tells the two hours of one wall-clock hour in autumn apart", () => {
    const time = grid("2026-11-01T01:00:00-05:00", 30, 4);
    expect(billingIntervals(time, clockOf(time, 60), 0).map((interval) => meteredStamp(time, interval))).toEqual([
      "2026-11-01T01:00:00-05:00",
      "2026-11-01T01:00:00-06:00",
    ]);
  });

  it("several may lie in one interval of the plan", () => {
    const time = grid("2026-07-14T00:15:00-05:00", 60, 1);
    expect(billingIntervals(time, clockOf(time, 30), 0).map(({ from, shares }) => [from, shares])).toEqual([
      [0, [0.5]],
      [0, [1]],
      [0, [0.5]],
    ]);
  });

  // On 3 October 2026 at 15:30Z the clock of Lord Howe goes from +10:30 to +11:00, on 4 April at 15:00Z back.
  it.each([
    ["spring", "2026-10-03T14:30:00Z"],
    ["autumn", "2026-04-04T14:00:00Z"],
  ])("a clock set by half an hour in %s leaves intervals of 60 minutes whole and where they are", (_, start) => {
    const time = grid(start, 30, 6, "Australia/Lord_Howe");
    expect(new Set(time.offsetMinutes).size).toBe(2);
    expect(billingIntervals(time, clockOf(time, 60), 0).map(({ from, shares }) => [from, shares])).toEqual([
      [0, [0.5, 0.5]],
      [2, [0.5, 0.5]],
      [4, [0.5, 0.5]],
    ]);
    // A plan that starts after the change takes them up, at their border or inside one.
    const border = grid(new Date(Date.parse(start) + 2 * 3_600_000).toISOString(), 30, 2, "Australia/Lord_Howe");
    expect(billingIntervals(border, meterClock(border, 60, false), 0).map(({ shares }) => shares)).toEqual([
      [0.5, 0.5],
    ]);
    const inside = grid(new Date(Date.parse(start) + 2.5 * 3_600_000).toISOString(), 30, 1, "Australia/Lord_Howe");
    expect(
      billingIntervals(inside, meterClock(inside, 60, true), 4).map(({ shares, openMw }) => [shares, openMw]),
    ).toEqual([[[0.5], 4]]);
  });
});

describe("a span on the plan's axis", () => {
  it("has the shares of what lies in the plan, and is nothing outside it", () => {
    const time = grid("2026-07-14T17:00:00-05:00", 10 * 6, 2);
    expect(meteredInterval(time, Date.parse("2026-07-14T17:45:00-05:00"), 30)).toMatchObject({
      from: 0,
      shares: [0.5, 0.5],
    });
    expect(meteredInterval(time, Date.parse("2026-07-14T16:45:00-05:00"), 30)).toMatchObject({
      from: 0,
      shares: [0.5],
    });
    expect(meteredInterval(time, Date.parse("2026-07-14T18:50:00-05:00"), 20)).toMatchObject({
      from: 1,
      shares: [0.5],
    });
    expect(meteredInterval(time, Date.parse("2026-07-14T19:00:00-05:00"), 15)).toBeUndefined();
    expect(meteredInterval(time, Date.parse("2026-07-14T16:45:00-05:00"), 15)).toBeUndefined();
  });

  it("knows its local month", () => {
    const late = meteredInterval(grid("2026-07-31T23:00:00-05:00", 60, 2), Date.parse("2026-08-01T00:00:00-05:00"), 60);
    expect(monthOf(late?.localMs ?? 0)).toBe(2026 * 12 + 7);
  });
});

it("knows whether a plan starts with a billing interval and with a month", () => {
  const time = grid("2026-07-31T23:50:00-05:00", 5, 2);
  expect([0, 1, 2].map((t) => startsInterval(clockOf(time, 15), intervalStartMs(time, t)))).toEqual([
    false,
    false,
    true,
  ]);
  expect(startsInsideMonth(time)).toBe(true);
  expect(startsInsideMonth(grid("2026-08-01T00:00:00-05:00", 60, 1))).toBe(false);
});
