import type { DrawnChart } from "wattsplit/report";
import { priceSeries, storeSeries, supplySeries, useSeries } from "../charts/chart-data.ts";
import { chartSvg, type SvgChart } from "../charts/chart-svg.ts";
import type { ExportKind } from "../planner/write-export.ts";
import { linkOf, LinkTooLongError } from "../site/link.ts";
import { client, tell, tellProblem } from "./actions.ts";
import { present, site, time } from "./page-state.ts";

const FILES: Readonly<Record<ExportKind, { readonly ending: string; readonly type: string }>> = {
  schedule: { ending: "schedule.csv", type: "text/csv" },
  statement: { ending: "statement.csv", type: "text/csv" },
  site: { ending: "site.json", type: "application/json" },
  result: { ending: "result.json", type: "application/json" },
  report: { ending: "report.html", type: "text/html" },
};

/** Saves one export as a file. */
export async function saveExport(kind: ExportKind): Promise<void> {
  const name = site.value.name ?? "plan";
  try {
    const text = await client.ask("writeExport", {
      kind,
      question: name,
      site: site.value,
      charts: kind === "report" ? reportCharts() : [],
    }).answer;
    const { ending, type } = FILES[kind];
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${name.toLowerCase().replaceAll(/[^a-z\d]+/gu, "-")}-${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    tell("note", `Saved ${link.download}.`);
  } catch (error) {
    tellProblem(error);
  }
}

/** The charts of the page over the whole plan. */
function reportCharts(): DrawnChart[] {
  const schedule = present.value?.view.schedule;
  if (!schedule) return [];
  const energy = storeSeries(schedule.assets, "MWh");
  const charts: SvgChart[] = [
    { title: "Use", unit: "MW", series: useSeries(schedule) },
    { title: "Supply", unit: "MW", series: supplySeries(schedule) },
    { title: "Price, value of power, strike prices", unit: "USD/MWh", series: priceSeries(schedule, site.value) },
    ...(energy.length > 0 ? [{ title: "Stored energy", unit: "MWh", series: energy }] : []),
  ];
  return charts.map((chart) => ({ title: chart.title, svg: chartSvg(chart, time.value) }));
}

/** Puts a link that holds the site into the address and the clipboard; says so where the site is too large. */
export async function copyLink(): Promise<void> {
  try {
    const link = await linkOf(site.value, location.href);
    history.replaceState(undefined, "", link);
    const isCopied = await copied(link);
    tell(
      "note",
      `${isCopied ? "The link is copied" : "The link stands in the address bar"}: ${link.length.toLocaleString("en-US")} characters that hold the whole site. Nothing of it is sent to a server.`,
    );
  } catch (error) {
    if (error instanceof LinkTooLongError)
      tell("problem", `${error.message} Take away the site as JSON instead; the page opens it again.`);
    else tellProblem(error);
  }
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
