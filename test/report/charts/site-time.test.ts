import { describe, expect, it } from "vitest";
import { siteTime, timeChannel } from "../../../src/report/charts/site-time.ts";

const clock = (intervalStarts: readonly string[], stepHours: number) => ({
  intervalStarts,
  stepHours,
  timeZone: "America/Chicago",
});
const hourly = (count: number) =>
  Array.from({ length: count }, (_, t) => `${new Date(Date.UTC(2026, 0, 1, t)).toISOString().slice(0, 19)}-06:00`);

describe("the time axis of a chart", () => {
  it("draws a repeated autumn hour once each, side by side", () => {
    const starts = [
      "2026-11-01T00:00:00-05:00",
      "2026-11-01T01:00:00-05:00",
      "2026-11-01T01:00:00-06:00",
      "2026-11-01T02:00:00-06:00",
    ];
    const time = siteTime(clock(starts, 1));
    expect([0, 1, 2, 3].map(time.at)).toEqual([0, 1, 2, 3].map((hour) => `2026-11-01T0${hour}:00:00.000Z`));
    expect(time.local(2)).toBe("2026-11-01 01:00");
    expect(timeChannel(time)).toMatchObject({ axis: { title: "America/Chicago, clock of the plan's start" } });
  });

  it("draws a long plan in the shortest blocks of whole hours that fit, with means that keep the sum", () => {
    const time = siteTime(clock(hourly(8760), 1));
    expect(time).toMatchObject({ count: 365, blockHours: 24 });
    const series = Float64Array.from({ length: 8760 }, (_, t) => t % 24);
    expect(time.mean(series, 7)).toBe(11.5);
    expect(time.last(series, 364)).toBe(23);
    expect(time.at(365)).toBe("2027-01-01T00:00:00.000Z");
  });

  it("leaves a week of hours, and a last block that is shorter, as they are", () => {
    expect(siteTime(clock(hourly(168), 1))).toMatchObject({ count: 168, blockHours: 1 });
    const time = siteTime(clock(hourly(5), 1), 2);
    expect(time).toMatchObject({ count: 2, blockHours: 3 });
    expect(time.mean([1, 1, 1, 4, 8], 1)).toBe(6);
    expect(time.at(2)).toBe("2026-01-01T05:00:00.000Z");
    expect(time.atInterval(4)).toBe("2026-01-01T04:00:00.000Z");
  });
});
