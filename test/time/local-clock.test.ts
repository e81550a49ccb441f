import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeGrid } from "../../src/input/time-axis.ts";
import {
  daySharePassed,
  daysIn,
  instantOfLocal,
  localMsAt,
  monthSharePassed,
  monthStartMs,
  offsetMinutesAt,
  shareOfMonth,
} from "../../src/time/local-clock.ts";
import { monthSpans } from "../../src/time/time-grid.ts";

const at = (text: string) => Date.parse(text);
const CHICAGO = "America/Chicago";
const quarters = (start: string, count: number, zone = CHICAGO) => timeGrid(at(start), 15, count, zone);
const month = (year: number, first: number) => 12 * year + first - 1;

describe("the local clock", () => {
  it("knows the changes around a plan to the minute, and those in long intervals", () => {
    const time = quarters("2026-10-31T12:00:00-05:00", 4);
    expect(offsetMinutesAt(time, at("2026-11-01T06:59:00Z"))).toBe(-300);
    expect(offsetMinutesAt(time, at("2026-11-01T07:00:00Z"))).toBe(-360);
    const coarse = timeGrid(at("2026-01-01T00:00:00Z"), 60 * 24 * 365, 1, CHICAGO);
    expect(coarse.clock.map(({ fromMs }) => new Date(fromMs).toISOString()).slice(1)).toEqual([
      "2026-03-08T08:00:00.000Z",
      "2026-11-01T07:00:00.000Z",
    ]);
    expect(localMsAt(coarse, at("2026-07-01T00:00:00Z"))).toBe(at("2026-06-30T19:00:00Z"));
  });

  it("takes the first of two equal local times, and the instant of the leap for one that does not exist", () => {
    const time = quarters("2026-10-31T12:00:00-05:00", 4);
    expect(instantOfLocal(time, at("2026-11-01T01:30:00Z"))).toBe(at("2026-11-01T01:30:00-05:00"));
    // In Santiago midnight of 6 September 2026 does not exist: the clock goes from 24:00 to 01:00.
    const santiago = quarters("2026-09-05T12:00:00-04:00", 4, "America/Santiago");
    expect(instantOfLocal(santiago, at("2026-09-06T00:00:00Z"))).toBe(at("2026-09-06T04:00:00Z"));
  });
});

describe("shares of a month", () => {
  // November 2026 has 721 h in Chicago, March 743 h.
  it("are hours of the span over hours of the month", () => {
    const share = (start: string, count: number) => {
      const time = quarters(start, count);
      return shareOfMonth(time, monthSpans(time)[0]);
    };
    expect(share("2026-11-01T06:45:00Z", 1)).toBe(0.25 / 721);
    expect(share("2026-03-08T07:45:00Z", 2)).toBe(0.5 / 743);
    expect(share("2026-11-01T00:00:00-05:00", 4 * 721)).toBe(1);
    expect(share("2026-03-01T00:00:00-06:00", 4 * 743)).toBe(1);
    expect(share("2028-02-01T00:00:00-06:00", 4 * 696)).toBe(1);
    expect(share("2026-07-05T00:00:00-05:00", 96)).toBe(1 / 31);
  });

  it("begin at the local month", () => {
    const time = quarters("2026-11-20T00:00:00-06:00", 4);
    expect(monthStartMs(time, month(2026, 11))).toBe(at("2026-11-01T00:00:00-05:00"));
    expect(monthStartMs(time, month(2026, 12))).toBe(at("2026-12-01T00:00:00-06:00"));
    expect(monthSharePassed(time, month(2026, 11), 4)).toBeCloseTo((19 * 24 + 1 + 1) / 721, 12);
    expect(monthSharePassed(time, month(2026, 12), 4)).toBe(0);
  });
});

describe("local days", () => {
  it("a day of 25, 24 or 23 hours is one", () => {
    const days = (start: string, count: number) => daysIn(quarters(start, count), { from: 0, to: count });
    expect(days("2026-11-01T00:00:00-05:00", 100)).toBe(1);
    expect(days("2026-03-08T00:00:00-06:00", 92)).toBe(1);
    expect(days("2026-11-01T06:45:00Z", 1)).toBeCloseTo(0.25 / 25, 12);
  });

  it("the share gone grows through the hour that occurs twice", () => {
    const time = quarters("2026-11-01T00:00:00-05:00", 100);
    for (let t = 1; t < 100; t++) expect(daySharePassed(time, t)).toBeGreaterThan(daySharePassed(time, t - 1));
    expect(daySharePassed(time, 0)).toBe(0);
    expect(daySharePassed(time, 100)).toBe(0);
  });
});

const ZONES = [
  "America/Chicago",
  "Europe/Berlin",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "America/Santiago",
  "Asia/Kolkata",
  "UTC",
];
const spans = fc.record({
  zone: fc.constantFrom(...ZONES),
  startMs: fc.integer({ min: 0, max: 4 * 365 * 96 }).map((quarter) => at("2025-01-01T00:00:00Z") + quarter * 900_000),
  count: fc.integer({ min: 2, max: 96 * 70 }),
});

it("wherever a span is cut, its shares of months and its days add up, and none is zero or less", () => {
  fc.assert(
    fc.property(spans, fc.double({ min: 0, max: 1, noNaN: true }), ({ zone, startMs, count }, where) => {
      const cut = Math.min(count - 1, 1 + Math.floor(where * (count - 1)));
      const months = (from: number, to: number) => {
        const time = timeGrid(startMs + from * 900_000, 15, to - from, zone);
        const shares = monthSpans(time).map((span) => shareOfMonth(time, span));
        expect(Math.min(...shares)).toBeGreaterThan(0);
        expect(Math.max(...shares)).toBeLessThanOrEqual(1 + 1e-12);
        const days = daysIn(time, { from: 0, to: to - from });
        expect(days).toBeGreaterThan(0);
        return [shares.reduce((sum, share) => sum + share, 0), days];
      };
      const [whole, first, second] = [months(0, count), months(0, cut), months(cut, count)];
      for (const i of [0, 1]) expect(first[i] + second[i]).toBeCloseTo(whole[i], 9);
    }),
    { seed: 20260714, numRuns: 60 },
  );
});
