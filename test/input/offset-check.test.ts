import { describe, expect, it } from "vitest";
import { PlanInputError } from "../../src/errors.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { gridAsset, firmAsset, dieselAsset } from "../support/plans.ts";

const faults = (
  start: string,
  timeZone = "America/Chicago",
  assets: readonly unknown[] = [gridAsset(), firmAsset(1)],
) => {
  try {
    parseRequest({ horizon: { start, timeZone, intervalMinutes: 60, count: 24 }, assets });
    return [];
  } catch (error) {
    if (error instanceof PlanInputError) return error.faults;
    throw error;
  }
};

describe("an offset that is not the zone's", () => {
  it("is a fault that names both readings", () => {
    expect(faults("2026-12-07T00:00:00-05:00")).toEqual([
      {
        path: "horizon.start",
        given: 'the text "2026-12-07T00:00:00-05:00"',
        wanted: "an offset that America/Chicago has then, -06:00",
        fix:
          "write 2026-12-07T00:00:00-06:00 if that local time is meant, or 2026-12-06T23:00:00-06:00 if that " +
          "instant is meant; with Z an instant is never ambiguous",
      },
    ]);
  });

  it.each([
    ["2026-07-07T00:00:00-06:00", "America/Chicago", 1],
    ["2026-12-07T00:00:00-06:00", "America/Chicago", 0],
    ["2026-07-07T00:00:00-05:00", "America/Chicago", 0],
    ["2026-12-07T05:00:00Z", "America/Chicago", 0],
    ["2026-12-07T05:00:00+00:00", "America/Chicago", 0],
    ["2026-12-07T00:00:00+01:00", "America/Chicago", 1],
    // In the hour that occurs twice both offsets are the zone's.
    ["2026-11-01T01:00:00-05:00", "America/Chicago", 0],
    ["2026-11-01T01:00:00-06:00", "America/Chicago", 0],
    // London is at +00:00 in winter: in July it is the mistake of a season, Z is not.
    ["2026-07-07T00:00:00+00:00", "Europe/London", 1],
    ["2026-07-07T00:00:00Z", "Europe/London", 0],
    ["2026-01-07T00:00:00+00:00", "Europe/London", 0],
    ["2026-07-07T00:00:00+01:00", "UTC", 1],
    ["2026-07-07T00:00:00+05:30", "Asia/Kolkata", 0],
    ["2026-07-07T00:00:00+11:00", "Australia/Lord_Howe", 1],
    ["2026-07-07T00:00:00+10:30", "Australia/Lord_Howe", 0],
  ])("%s in %s: %i faults", (start, zone, count) => expect(faults(start, zone)).toHaveLength(count));

  it("is found in assets too, but not in stamped values, whose file may keep one offset all year", () => {
    const assets = [
      gridAsset({ importPriceUsdPerMwh: [{ start: "2026-12-07T01:00:00-05:00", value: 30 }] }),
      firmAsset(1),
      dieselAsset({ tankL: 9000, deliveries: [{ at: "2026-12-07T12:00:00-05:00", upToL: 100, usdPerL: 1 }] }),
    ];
    expect(faults("2026-12-07T00:00:00-06:00", "America/Chicago", assets).map(({ path }) => path)).toEqual([
      "assets[2].deliveries[0].at",
    ]);
  });

  it("a local time that does not exist has one reading", () => {
    expect(faults("2026-03-08T02:30:00-04:00")[0].fix).toBe(
      "write 2026-03-08T00:30:00-06:00 if that instant is meant; with Z an instant is never ambiguous",
    );
  });
});
