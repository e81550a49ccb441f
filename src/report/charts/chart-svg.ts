import type { ChartSpec } from "./chart-spec.ts";

/** What is used of the optional peers `vega` and `vega-lite`. */
interface Vega {
  parse(spec: unknown): unknown;
  View: new (
    runtime: unknown,
    options: { readonly renderer: "none" },
  ) => {
    toSVG(): Promise<string>;
    finalize(): void;
  };
}

/**
 * A chart as SVG, drawn without a page. Needs the optional peers `vega` (6) and `vega-lite` (~6.4 on Node 20).
 * @throws Error naming the missing package.
 */
export async function chartSvg(chart: ChartSpec): Promise<string> {
  const { parse, View } = await peer<Vega>("vega", () => import("vega"));
  const { compile } = await peer<{ compile(spec: unknown): { spec: unknown } }>("vega-lite", () => import("vega-lite"));
  const view = new View(parse(compile(chart).spec), { renderer: "none" });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

async function peer<Module>(name: string, load: () => Promise<unknown>): Promise<Module> {
  try {
    return (await load()) as Module;
  } catch (cause) {
    throw new Error(
      `chartSvg draws with the package ${name}, which could not be loaded; install it: npm install ${name}`,
      {
        cause,
      },
    );
  }
}
