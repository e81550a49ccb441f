import { openPlan } from "wattsplit";
import { describe, expect, it } from "vitest";
import { blockMeans, outageBands, supplySeries, useSeries } from "../../src/charts/chart-data.ts";
import { planView } from "../../src/planner/plan-view.ts";
import { texasWeek } from "../../src/site/presets/texas-week.ts";

const view = planView(openPlan(texasWeek).result, 0);

describe("series of the charts", () => {
  it("use and supply are equal in every hour", () => {
    if (!view.schedule) throw new Error(view.status);
    const use = useSeries(view.schedule).filter(({ look }) => look === "area");
    const supply = supplySeries(view.schedule);
    for (let t = 0; t < 168; t++) {
      const [used, supplied] = [use, supply].map((series) => series.reduce((mw, { values }) => mw + values[t], 0));
      expect(used).toBeCloseTo(supplied, 6);
    }
  });

  it("AI stands on top of mining", () => {
    if (!view.schedule) throw new Error(view.status);
    const names = useSeries(view.schedule).map(({ label }) => label);
    expect(names.indexOf("inference")).toBeGreaterThan(names.indexOf("S21 XP"));
  });

  it("the curtailment of Wednesday is one band of twelve hours", () => {
    expect(outageBands(texasWeek)).toEqual([{ from: 58, count: 12, kind: "outage", label: "grid ≤ 65 MW" }]);
  });

  it("blocks have the means of their intervals, the last one of what is left", () => {
    expect([...blockMeans([1, 3, 5, 7, 9], { from: 0, count: 5 }, 2)]).toEqual([2, 6, 9]);
  });
});
