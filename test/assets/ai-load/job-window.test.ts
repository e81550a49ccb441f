import { describe, expect, it } from "vitest";
import { jobWindow } from "../../../src/assets/ai-load/job-window.ts";
import { timeGrid } from "../../../src/input/time-axis.ts";

const HOUR = 3_600_000;
const start = Date.parse("2026-07-14T00:00:00-05:00");
const hours = timeGrid(start, 60, 4, "America/Chicago");
const at = (h: number) => start + h * HOUR;

describe("jobWindow", () => {
  it("covers whole intervals wholly", () => {
    const window = jobWindow(hours, at(1), at(3));
    expect(window).toMatchObject({ from: 1, hoursInPlan: 2, hoursAfter: 0 });
    expect([...window.share]).toEqual([1, 1]);
  });

  it("takes the share of the intervals it begins and ends in", () => {
    // 00:30 to 02:15.
    const window = jobWindow(hours, at(0.5), at(2.25));
    expect(window).toMatchObject({ from: 0, hoursInPlan: 1.75 });
    expect([...window.share]).toEqual([0.5, 1, 0.25]);
  });

  it("within one interval", () => {
    const window = jobWindow(hours, at(2.25), at(2.75));
    expect(window).toMatchObject({ from: 2 });
    expect([...window.share]).toEqual([0.5]);
  });

  it("counts what lies after the plan, not what lies before", () => {
    const window = jobWindow(hours, at(-3), at(10));
    expect(window).toMatchObject({ from: 0, hoursInPlan: 4, hoursAfter: 6 });
    expect([...window.share]).toEqual([1, 1, 1, 1]);
  });

  it("counts in hours, not in intervals", () => {
    const window = jobWindow(timeGrid(start, 15, 8, "America/Chicago"), at(0.5), at(3));
    expect(window).toMatchObject({ from: 2, hoursInPlan: 1.5, hoursAfter: 1 });
  });
});
