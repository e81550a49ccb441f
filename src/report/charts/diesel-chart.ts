import type { BaselineComparison } from "../../plan/compare-cases.ts";
import { type ChartSpec, LABELLED_WIDTH, chartSpec } from "./chart-spec.ts";

/**
 * Diesel of the hybrid and of every AI-only case as dots: the distance to the case of the headline is what the
 * flexibility displaces. A case without a plan has no dot and stands in the list with its status.
 */
export function dieselChart({ hybridFigures, cases, headline }: BaselineComparison): ChartSpec {
  const of = (label: string, mwh: number | undefined, part: string, place: number) => ({
    label,
    dieselMwh: mwh ?? null,
    part,
    place,
  });
  const rows = [
    of("Hybrid", hybridFigures?.dieselMwh, "hybrid", 0),
    ...cases.map(({ id, what, figures, status }, k) =>
      of(
        figures === undefined ? `${id}: ${what} (${status})` : `${id}: ${what}`,
        figures?.dieselMwh,
        headline.comparable && headline.against === id ? "case of the headline" : "other case",
        k + 1,
      ),
    ),
  ];
  return chartSpec("Diesel with and without mining", headline.sentence, rows, {
    width: LABELLED_WIDTH,
    height: { step: 30 },
    mark: { type: "point", filled: true, size: 140 },
    encoding: {
      y: {
        field: "label",
        type: "nominal",
        sort: { field: "place" },
        axis: { title: null, labelLimit: 320, grid: true },
      },
      x: { field: "dieselMwh", type: "quantitative", scale: { zero: true }, axis: { title: "Diesel generation, MWh" } },
      color: {
        field: "part",
        type: "nominal",
        scale: { domain: ["hybrid", "case of the headline", "other case"], range: ["#0072b2", "#d55e00", "#8c8c8c"] },
      },
      shape: {
        field: "part",
        type: "nominal",
        scale: { domain: ["hybrid", "case of the headline", "other case"], range: ["circle", "diamond", "square"] },
      },
      tooltip: [
        { field: "label", title: "case" },
        { field: "dieselMwh", title: "diesel, MWh", format: ",.1f" },
      ],
    },
  });
}
