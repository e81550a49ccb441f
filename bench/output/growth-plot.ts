import type { BenchResults } from "./results.ts";

/** One point of the plot. */
export interface GrowthPoint {
  readonly case: string;
  readonly size: string;
  readonly solver: string;
  readonly intervals: number;
  readonly medianMs: number;
  readonly minMs: number;
}

export function growthPoints({ cases }: BenchResults): GrowthPoint[] {
  return cases
    .filter(({ growth }) => growth)
    .flatMap(({ name, size, numIntervals, entries }) =>
      entries.flatMap(({ solver, warm }) =>
        warm === undefined
          ? []
          : [
              {
                case: name,
                size,
                solver,
                intervals: numIntervals,
                medianMs: warm.total.medianMs,
                minMs: warm.total.minMs,
              },
            ],
      ),
    );
}

/** Time against horizon on logarithmic axes, one panel per case, as a Vega-Lite specification with its data. */
export function growthPlot(results: BenchResults) {
  const { machine, startedAt } = results;
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    background: "white",
    title: {
      text: "Time to a verified optimum against the length of the plan",
      subtitle:
        `${startedAt.slice(0, 10)}, ${machine.platform}, ${machine.cores} cores, Node ${machine.node}, commit ` +
        `${machine.commit}; warm process, median`,
    },
    data: { values: growthPoints(results) },
    facet: { column: { field: "case", type: "nominal", title: null } },
    spec: {
      width: 320,
      height: 320,
      mark: { type: "line", point: true },
      encoding: {
        x: { field: "intervals", type: "quantitative", scale: { type: "log" }, title: "intervals of the plan" },
        y: { field: "medianMs", type: "quantitative", scale: { type: "log" }, title: "time (ms)" },
        color: { field: "solver", type: "nominal", sort: null, title: "solver", legend: { labelLimit: 0 } },
        tooltip: ["solver", "size", "intervals", "medianMs", "minMs"].map((field) => ({ field })),
      },
    },
  };
}
