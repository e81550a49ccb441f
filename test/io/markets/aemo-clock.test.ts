import { describe, expect, it } from "vitest";
import { aemoStartMs, tradingMinutes } from "../../../src/io/markets/aemo-clock.ts";

describe("AEMO's clock", () => {
  // The period ending 2021-10-01 00:00 is the last of half an hour; the next ends at 00:05.
  it("has half hours before October 2021 and five minutes after", () => {
    expect(tradingMinutes(Date.UTC(2021, 8, 30, 23, 30))).toBe(30);
    expect(tradingMinutes(Date.UTC(2021, 9, 1))).toBe(30);
    expect(tradingMinutes(Date.UTC(2021, 9, 1, 0, 5))).toBe(5);
  });

  it("is ten hours ahead of UTC in summer and winter, and shows ends", () => {
    expect(new Date(aemoStartMs(Date.UTC(2024, 0, 1, 0, 5), 5)).toISOString()).toBe("2023-12-31T14:00:00.000Z");
    expect(new Date(aemoStartMs(Date.UTC(2024, 6, 1), 30)).toISOString()).toBe("2024-06-30T13:30:00.000Z");
  });
});
