import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { growthPlot } from "./growth-plot.ts";

/** The plot as SVG, rendered without a browser. */
export async function growthSvg(plot: ReturnType<typeof growthPlot>): Promise<string> {
  const view = new View(parse(compile(plot as TopLevelSpec).spec), { renderer: "none" });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
