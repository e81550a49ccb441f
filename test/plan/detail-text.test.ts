import { describe, expect, it } from "vitest";
import { timeGrid } from "../../src/input/time-axis.ts";
import { detailText, figure, figureUp, spans, spanText } from "../../src/plan/detail-text.ts";

describe("detailText", () => {
  it("is at most five lines; the last counts what is left out", () => {
    const lines = (count: number) => Array.from({ length: count }, (_, i) => `line ${i + 1}`);
    expect(detailText(lines(5))).toBe("line 1\nline 2\nline 3\nline 4\nline 5");
    expect(detailText(lines(9))).toBe("line 1\nline 2\nline 3\nline 4\nand 5 more");
  });
});

describe("spans", () => {
  it("puts neighbours of one key together: not over a gap, not over a change of key", () => {
    const items = [
      ["a", 0],
      ["a", 1],
      ["a", 3],
      ["b", 4],
      ["b", 5],
    ].map(([key, interval]) => ({ key: key as string, interval: interval as number }));
    expect(spans(items, ({ key }) => key).map((span) => span.map(({ interval }) => interval))).toEqual([
      [0, 1],
      [3],
      [4, 5],
    ]);
    expect(spans([], () => "")).toEqual([]);
  });
});

describe("spanText", () => {
  // The end of summer time in Chicago: the hour from 1:00 comes twice.
  const time = timeGrid(Date.parse("2026-11-01T00:00:00-05:00"), 30, 8, "America/Chicago");

  it("distinguishes the repeated hour in autumn", () => {
    expect(spanText(time, 2, 1)).toBe("at 2026-11-01T01:00:00-05:00");
    expect(spanText(time, 4, 1)).toBe("at 2026-11-01T01:00:00-06:00");
  });

  it("gives hours, not intervals, and the end of the plan", () => {
    expect(spanText(time, 3, 5)).toBe("for 2.5 h from 2026-11-01T01:30:00-05:00 to 2026-11-01T03:00:00-06:00");
  });
});

it("figure has six figures and no noise", () => {
  expect([43.2 - 40, 1234567, -0.00012345678, 20].map(figure)).toEqual([3.2, 1234570, -0.000123457, 20]);
});

it("figureUp has six figures and is never too small", () => {
  // 44.109013 to the nearest is 44.109, which is short; what is whole, or so but for rounding, stays.
  expect([44.109013, 43.2, 43.2 + 1e-12, 0.0123456789, 999999.6].map(figureUp)).toEqual([
    44.1091, 43.2, 43.2, 0.0123457, 1_000_000,
  ]);
});
