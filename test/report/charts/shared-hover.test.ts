import { parse, View } from "vega";
import { compile } from "vega-lite";
import { expect, it } from "vitest";
import { dispatchChart } from "../../../src/report/charts/dispatch-chart.ts";
import { hoverBars } from "../../../src/report/charts/shared-hover.ts";
import { priceChart } from "../../../src/report/charts/price-chart.ts";
import { reportPlan } from "../../support/report-plan.ts";

interface Mark {
  readonly tooltip?: Readonly<Record<string, string>>;
  readonly items?: readonly Mark[];
}

/** What each mark of a drawn chart shows when it is hovered. */
async function tooltips(chart: object): Promise<Readonly<Record<string, string>>[]> {
  const view = await new View(parse(compile(chart as never).spec as never), { renderer: "none" }).runAsync();
  const found: Readonly<Record<string, string>>[] = [];
  const visit = (mark: Mark): void => {
    if (mark.tooltip !== undefined) found.push(mark.tooltip);
    mark.items?.forEach(visit);
  };
  // The types of Vega 6 do not name the root of its scene graph.
  visit((view.scenegraph() as unknown as { readonly root: Mark }).root);
  view.finalize();
  return found;
}

it("shows all uses and supplies of an hour at once", async () => {
  const shown = (await tooltips(dispatchChart(reportPlan))).filter((tooltip) => "inference use, MW" in tooltip);
  // One for each hour, in both panels.
  expect(shown).toHaveLength(48);
  const noon = shown.find(({ from }) => from.endsWith("12:00"));
  const drawn = reportPlan.assets["inference"].netBusMw[12];
  expect(Number(noon?.["inference use, MW"])).toBeCloseTo(-drawn, 2);
  expect(Object.keys(noon ?? {}).filter((name) => name.endsWith("supply, MW")).length).toBeGreaterThan(0);
});

it("shows the value of power and every strike price at once", async () => {
  const shown = await tooltips(priceChart(reportPlan));
  const hour = shown.find(({ from }) => from?.endsWith("05:00"));
  expect(Object.keys(hour ?? {})).toHaveLength(4);
  expect(Number(hour?.["value of power at the site, USD/MWh"])).toBeCloseTo(reportPlan.prices.powerUsdPerMwh[5], 1);
});

it("takes names with dots and brackets as they are", async () => {
  const name = `S21.XP [b] "c"`;
  const values = [{ at: "2026-07-14T00:00:00Z", until: "2026-07-14T01:00:00Z", local: "x", name, mw: 7 }];
  const x = { field: "at", type: "temporal" };
  const layer = hoverBars([{ name, title: "fleet" }], { name: "name", value: "mw", unit: "MW" }, x, []);
  const [shown] = await tooltips({ data: { values }, ...layer });
  expect(shown).toMatchObject({ from: "x", "fleet, MW": "7.00" });
});
