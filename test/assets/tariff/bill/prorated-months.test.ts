import { describe, expect, it } from "vitest";
import { chargedBeforeUsd, ProratedMonths } from "../../../../src/assets/tariff/bill/prorated-months.ts";
import { timeGrid } from "../../../../src/input/time-axis.ts";
import { monthLabel, monthSpans } from "../../../../src/time/time-grid.ts";

const hours = (start: string, count: number) => timeGrid(Date.parse(start), 60, count, "America/Chicago");
const july = (count: number, state: ConstructorParameters<typeof ProratedMonths>[1], from = 0) => {
  const time = hours(`2026-07-14T0${from}:00:00-05:00`, count);
  const [span] = monthSpans(time);
  return { months: new ProratedMonths(time, state), span: { ...span, label: monthLabel(span.month) } };
};

describe("ProratedMonths", () => {
  it("counts the shares of the plans so far, of 744 hours", () => {
    const first = july(2, {});
    expect(first.months.shares(first.span, true)).toEqual({
      total: expect.closeTo(2 / 744, 12),
      before: 0,
      isFirst: true,
    });
    const second = july(3, first.months.endState(), 2);
    expect(second.months.shares(second.span, true)).toEqual({
      total: expect.closeTo(5 / 744, 12),
      before: expect.closeTo(2 / 744, 12),
      isFirst: false,
    });
    expect(second.months.shares(second.span, false)).toEqual({ total: 1, before: 1, isFirst: false });
  });

  it("hands on the peak that was set before the first of them", () => {
    const first = july(2, { peakMw: { "2026-07": 7 } });
    const shares = first.months.shares(first.span, true);
    expect(first.months.peakBeforeSharesMw(first.span, shares, 7)).toBe(7);
    const second = july(3, { ...first.months.endState(), peakMw: { "2026-07": 9 } }, 2);
    expect(second.months.peakBeforeSharesMw(second.span, second.months.shares(second.span, true), 9)).toBe(7);
    expect(second.months.endState()).toMatchObject({ peakBeforeSharesMw: { "2026-07": 7 } });
  });
});

describe("chargedBeforeUsd", () => {
  // 100 USD/MW, shares of 0.2 before and 0.5 with the plan.
  const shares = { total: 0.5, before: 0.2, isFirst: false };

  it("is the share before of the peak before, without one set earlier", () => {
    expect(chargedBeforeUsd(100, shares, 8)).toBeCloseTo(160, 12);
  });

  it("of a peak set before all of them is the whole share: no plan is charged it", () => {
    // 100 x (0.5 x 6 + 0.2 x 2): a peak that stays at 8 costs the plan 100 x (0.5 - 0.2) x 2.
    expect(chargedBeforeUsd(100, shares, 8, 6)).toBeCloseTo(340, 12);
    expect(100 * 0.5 * 8 - chargedBeforeUsd(100, shares, 8, 6)).toBeCloseTo(60, 12);
  });
});
