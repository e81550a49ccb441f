import { describe, expect, it } from "vitest";
import {
  checkSchedules,
  periodAt,
  periodShares,
  type Schedules,
} from "../../../../src/assets/tariff/schedule/time-of-use.ts";
import { timeGrid } from "../../../../src/input/time-axis.ts";
import { dayWithPeak } from "../../../support/tariffs.ts";

const faultsOf = (given: Schedules) => {
  const faults: string[][] = [];
  checkSchedules(given, { peak: 1, "off-peak": 2 }, "usdPerMwh", (path, ...words) =>
    faults.push([path, ...words.slice(0, 3).map(String)]),
  );
  return faults;
};

describe("schedules", () => {
  const summer = Array.from({ length: 12 }, (_, month) =>
    month >= 5 && month <= 8 ? dayWithPeak(16, 20) : "off-peak",
  );

  it("are one name, a day of 24, or a year of 12 of either", () => {
    const given = { weekday: summer, weekend: "off-peak" };
    expect(faultsOf(given)).toEqual([]);
    const at = (text: string) => periodAt(given, Date.parse(`${text}Z`));
    // 14 July 2026 is a Tuesday, the 18th a Saturday.
    expect(
      [
        "2026-07-14T15:59",
        "2026-07-14T16:00",
        "2026-07-14T19:59",
        "2026-07-14T20:00",
        "2026-07-18T17:00",
        "2026-05-14T17:00",
      ].map(at),
    ).toEqual(["off-peak", "peak", "peak", "off-peak", "off-peak", "off-peak"]);
    expect(periodAt({ weekday: dayWithPeak(0, 1), weekend: "peak" }, Date.parse("2026-07-14T00:30Z"))).toBe("peak");
  });

  it("a name of twelve letters is a name, no year", () => {
    const given = { weekday: "winter-nights", weekend: "summer-night" };
    expect(given.weekend).toHaveLength(12);
    expect(periodAt(given, Date.parse("2026-07-18T12:00Z"))).toBe("summer-night");
  });

  it("are refused at the place where a name or a length is wrong", () => {
    expect(faultsOf({ weekday: "day", weekend: "peak" })).toEqual([
      ["weekday", '"day"', "one of usdPerMwh: peak, off-peak", "correct it, or give its rate"],
    ]);
    expect(
      faultsOf({ weekday: "peak", weekend: dayWithPeak(1, 2).slice(1) }).map(([path, given]) => [path, given]),
    ).toEqual([["weekend", "23 names"]]);
    expect(
      faultsOf({ weekday: summer.with(6, dayWithPeak(0, 1).with(23, "pek")), weekend: "peak" }).map(([path]) => path),
    ).toEqual(["weekday[6][23]"]);
    expect(faultsOf({ weekday: summer.slice(1), weekend: "peak" }).map(([path, given]) => [path, given])).toEqual([
      ["weekday", "11 entries"],
    ]);
  });
});

describe("periodShares", () => {
  it("weighs an interval of several hours by its quarters", () => {
    // 15:00 to 18:00 in one interval: one hour off-peak, two of peak.
    const time = timeGrid(Date.parse("2026-07-14T15:00:00-05:00"), 180, 2, "America/Chicago");
    const shares = periodShares({ weekday: dayWithPeak(16, 20), weekend: "off-peak" }, time);
    expect(shares.get("peak")?.[0]).toBeCloseTo(2 / 3, 12);
    expect(shares.get("off-peak")?.[0]).toBeCloseTo(1 / 3, 12);
    expect(shares.get("peak")?.[1]).toBeCloseTo(2 / 3, 12);
  });

  it("follows the local clock through the change of March and of November", () => {
    // Sunday 8 March 2026 has no hour 2; Sunday 1 November has hour 1 twice.
    const hours = (start: string) => {
      const shares = periodShares(
        { weekday: "off-peak", weekend: dayWithPeak(1, 3) },
        timeGrid(Date.parse(start), 60, 5, "America/Chicago"),
      );
      return [...(shares.get("peak") ?? [])];
    };
    expect(hours("2026-03-08T00:00:00-06:00")).toEqual([0, 1, 0, 0, 0]);
    expect(hours("2026-11-01T00:00:00-05:00")).toEqual([0, 1, 1, 1, 0]);
  });
});
