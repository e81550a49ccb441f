import { MissingPackageError } from "../../errors.ts";
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

interface VegaLite {
  compile(spec: unknown): { spec: unknown };
}

/**
 * A chart as SVG, drawn without a page. Needs the optional peers `vega` (6) and `vega-lite` (~6.4 on Node 20).
 * @throws MissingPackageError naming the package.
 */
export async function chartSvg(chart: ChartSpec): Promise<string> {
  const { compile } = await loadVegaLite();
  const { parse, View } = await loadVega();
  const view = new View(parse(compile(chart).spec), { renderer: "none" });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

// NB: imported by name inside `try`, so that a bundler without these packages warns and does not fail.

async function loadVega(): Promise<Vega> {
  try {
    return (await import("vega")) as unknown as Vega;
  } catch (cause) {
    throw missing("vega", cause);
  }
}

async function loadVegaLite(): Promise<VegaLite> {
  try {
    return (await import("vega-lite")) as unknown as VegaLite;
  } catch (cause) {
    throw missing("vega-lite", cause);
  }
}

function missing(name: string, cause: unknown): MissingPackageError {
  return new MissingPackageError(
    `chartSvg draws with the package ${name}, which did not load; install it: npm install ${name}`,
    { cause },
  );
}
