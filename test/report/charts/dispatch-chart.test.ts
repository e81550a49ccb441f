import { expect, it } from "vitest";
import { dispatchChart } from "../../../src/report/charts/dispatch-chart.ts";
import { planPower } from "../../../src/plan-power.ts";
import { reportPlan } from "../../support/report-plan.ts";

const { values } = dispatchChart(reportPlan).data;
const sumMw = (panel: string, at: unknown): number =>
  values.reduce((sum, row) => (row["panel"] === panel && row["at"] === at ? sum + Number(row["mw"]) : sum), 0);

it("stacks in every hour what the result says, and use is as high as supply", () => {
  const times = [...new Set(values.map(({ at }) => at))];
  expect(times).toHaveLength(24);
  times.forEach((at, t) => {
    const supplied = Object.values(reportPlan.assets).reduce((sum, { netBusMw }) => sum + Math.max(0, netBusMw[t]), 0);
    expect(sumMw("supply", at)).toBeCloseTo(supplied, 9);
    expect(sumMw("use", at)).toBeCloseTo(supplied, 6);
  });
});

it("puts AI on top of the uses, and each bar begins where the one below it ends", () => {
  const noon = values.filter((row) => row["panel"] === "use" && String(row["local"]).endsWith("12:00"));
  expect(noon.at(-1)).toMatchObject({ asset: "inference" });
  expect(noon[0]["fromMw"]).toBe(0);
  for (let k = 1; k < noon.length; k++) expect(noon[k]["fromMw"]).toBe(noon[k - 1]["toMw"]);
});

it("shows mining that yields below the line, as much as the fleet draws less than its most", () => {
  const { netBusMw } = reportPlan.assets["old rigs"];
  const mostMw = Math.max(...netBusMw.map((mw) => -mw));
  const idleMwh = values.reduce(
    (sum, row) => (row["panel"] === "idle" && row["asset"] === "old rigs" ? sum + Number(row["mw"]) : sum),
    0,
  );
  expect(idleMwh).toBeCloseTo(
    netBusMw.reduce((sum, mw) => sum + mostMw + mw, 0),
    9,
  );
  expect(idleMwh).toBeGreaterThan(1);
  for (const row of values) if (row["panel"] === "idle") expect(Number(row["toMw"])).toBeLessThan(0);
});

it("labels hours by the site's clock, whatever the reader's", () => {
  expect(values[0]).toMatchObject({ at: "2026-07-14T00:00:00.000Z", local: "2026-07-14 00:00" });
});

it("draws an outage as a band of its hours", () => {
  const plan = planPower({
    horizon: { start: "2026-07-14T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 6 },
    assets: [
      { kind: "grid", name: "grid", importLimitMw: [20, 20, 0, 0, 20, 5], importPriceUsdPerMwh: 40 },
      { kind: "diesel", name: "gensets", sets: 6, unitMw: 2, fuelUsdPerL: 0.92, omUsdPerMwh: 20 },
      { kind: "ai-firm", name: "load", facilityMw: 10 },
    ],
  });
  if (plan.status !== "optimal") throw new Error(plan.status);
  const bands = dispatchChart(plan).data.values.filter(({ panel }) => panel === "outage");
  // Hour 5 imports 5 MW at its limit: less connection, and no outage.
  expect(bands).toEqual([
    {
      panel: "outage",
      asset: "grid",
      at: "2026-07-14T02:00:00.000Z",
      until: "2026-07-14T04:00:00.000Z",
      local: "2026-07-14 02:00",
      mw: 0,
    },
  ]);
});
