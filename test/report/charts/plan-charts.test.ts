import { Ajv } from "ajv";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { chartSvg } from "../../../src/report/charts/chart-svg.ts";
import { dieselChart } from "../../../src/report/charts/diesel-chart.ts";
import { planChart, planChartKinds } from "../../../src/report/charts/plan-charts.ts";
import { tornadoChart, twoWayMap } from "../../../src/report/charts/sensitivity-charts.ts";
import { waterfallChart } from "../../../src/report/charts/waterfall-chart.ts";
import { reportComparison, reportPlan } from "../../support/report-plan.ts";

// Vega-Lite's own schema is the judge of what a specification may hold.
const schema: unknown = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("vega-lite/vega-lite-schema.json"), "utf8"),
);
const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema as object);

const charts = {
  ...Object.fromEntries(planChartKinds.map((kind) => [kind, planChart(reportPlan, kind)])),
  diesel: dieselChart(reportComparison),
  waterfall: waterfallChart("Rule", { name: "plan", usd: 10 }, { name: "rule", usd: 30 }, [
    { asset: "grid", item: "import energy", usd: 25 },
    { asset: "rigs", item: "income", usd: -5 },
  ]),
  tornado: tornadoChart(-100, [{ input: "hashprice", lowUsd: -50, highUsd: -160 }]),
  "two-way map": twoWayMap("hashprice", "power price", [
    { x: 30, y: 20, usd: 4 },
    { x: 50, y: 20, usd: -9 },
  ]),
};

describe.each(Object.entries(charts))("the chart %s", (_, chart) => {
  it("is a valid Vega-Lite specification of plain JSON with rows", () => {
    validate(JSON.parse(JSON.stringify(chart)));
    expect(validate.errors ?? []).toEqual([]);
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
    expect(chart.data.values.length).toBeGreaterThan(0);
  });

  it("is drawn in Node, with its title in the picture", async () => {
    expect(await chartSvg(chart)).toMatch(new RegExp(`^<svg [^]*${chart.title.text.slice(0, 12)}[^]*</svg>$`, "u"));
  });
});

it("refuses what is not a plan and a name that is not a chart", () => {
  expect(() => planChart({ status: "infeasible" } as never, "dispatch")).toThrow(/planChart/);
  expect(() => planChart(reportPlan, "toString" as never)).toThrow(/kind: got "toString", wanted "dispatch", "prices"/);
});
