import { describe, expect, it } from "vitest";
import { timeGrid } from "../../src/input/time-axis.ts";
import { BudgetPace } from "../../src/time/budget-pace.ts";

const hours = (start: string, count: number) => timeGrid(Date.parse(start), 60, count, "America/Chicago");

describe("BudgetPace", () => {
  const span = hours("2026-07-01T00:00:00-05:00", 100);

  it("gives a look-ahead its part of the time left", () => {
    expect(new BudgetPace(span, 0, 10).share()).toBe(0.1);
    expect(new BudgetPace(span, 50, 60).share()).toBe(0.2);
    expect(new BudgetPace(span, 90, 100).share()).toBe(1);
  });

  it("gives all of it where the budget ends within the look-ahead, and counts from then to its end otherwise", () => {
    const pace = new BudgetPace(span, 20, 30);
    expect(pace.share(30)).toBe(1);
    expect(pace.share(25)).toBe(1);
    expect(pace.share(40)).toBe(0.5);
    expect(pace.share(1000)).toBe(1 / 8);
    expect(pace.shareUntil(Date.parse("2026-07-02T16:00:00-05:00"))).toBe(0.5);
  });

  it("shares out each calendar year of the site by itself", () => {
    // 40 hours of 2026 and 60 of 2027 by local time; the look-ahead has 10 of each.
    const turn = hours("2026-12-30T08:00:00-06:00", 100);
    const pace = new BudgetPace(turn, 30, 50);
    expect(pace.shareOfYear(2026)).toBe(1);
    expect(pace.shareOfYear(2027)).toBe(10 / 60);
    expect(new BudgetPace(turn, 0, 10).shareOfYear(2026)).toBe(10 / 40);
  });

  it("releases more, at most all, and says whether anything was shared out", () => {
    const pace = new BudgetPace(span, 0, 40);
    expect(pace.isBinding).toBe(false);
    expect(pace.share()).toBe(0.4);
    expect(pace.isBinding).toBe(true);
    expect(pace.released(2).share()).toBe(0.8);
    const whole = pace.released(4);
    expect(whole.share()).toBe(1);
    expect(whole.isBinding).toBe(false);
  });
});
