import { describe, expect, it } from "vitest";
import { optionPremium } from "../../../src/assets/power-purchase/premium.ts";
import { timeGrid } from "../../../src/input/time-axis.ts";

const hours = (start: string, count: number) => timeGrid(Date.parse(start), 60, count, "America/Chicago");
const of = (...values: number[]) => Float64Array.of(...values);

describe("optionPremium", () => {
  it("is on the month's greatest volume, for the plan's share of the month", () => {
    // 744 USD/MW-month x 10 MW x 2 of the 744 hours of July.
    const { usd, months } = optionPremium(744, of(10, 4), undefined, hours("2026-07-14T00:00:00-05:00", 2));
    expect(usd).toBeCloseTo(20, 9);
    expect(months).toEqual({ "2026-07": { volumeMw: 10, share: expect.closeTo(2 / 744, 12) } });
  });

  it("each month has its own greatest volume", () => {
    // The last hour of July at 10 MW of 744 h, the first of August at 4 MW of 744 h.
    expect(optionPremium(744, of(10, 4), undefined, hours("2026-07-31T23:00:00-05:00", 2)).usd).toBeCloseTo(14, 9);
  });

  it("a greater volume is owed for the share that earlier plans had as well", () => {
    // After two hours at 4 MW one at 10 MW: 3 x 10 - 2 x 4 = 22; together with 8 the 30 of one plan.
    const start = "2026-07-14T00:00:00-05:00";
    const first = optionPremium(744, of(4, 4), { "2026-06": { volumeMw: 1, share: 1 } }, hours(start, 2));
    const second = optionPremium(744, of(10), first.months, hours("2026-07-14T02:00:00-05:00", 1));
    expect([first.usd, second.usd]).toEqual([expect.closeTo(8, 9), expect.closeTo(22, 9)]);
    expect(second.months).toEqual({
      "2026-06": { volumeMw: 1, share: 1 },
      "2026-07": { volumeMw: 10, share: expect.closeTo(3 / 744, 12) },
    });
  });
});
