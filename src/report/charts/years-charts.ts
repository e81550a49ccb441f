import { PlanInputError } from "../../errors.ts";
import type { YearsPlan } from "../../years/years-result.ts";
import { yearsSentences } from "../years-summary.ts";
import { CHART_WIDTH, type ChartRow, type ChartSpec, chartSpec } from "./chart-spec.ts";

/** The charts of a plan over years; adding one is a function and a line here. */
const YEARS_CHARTS = { gantt, megawatts, "break-even-map": breakEvenMap } as const satisfies Readonly<
  Record<string, (plan: YearsPlan) => ChartSpec>
>;

/** Names of the charts of a plan over years. */
export type YearsChartKind = keyof typeof YEARS_CHARTS;

export const yearsChartKinds = Object.keys(YEARS_CHARTS) as readonly YearsChartKind[];

/**
 * A chart of a plan over years as a Vega-Lite 6 specification. `gantt`: what each fleet and hall is in each quarter.
 * `megawatts`: megawatts by use. `break-even-map`: what is converted by factors on hashprice and rent; it needs
 * `breakEvenMap` in the input.
 *
 * @throws PlanInputError where `kind` is not one of `yearsChartKinds`, or the plan has no map.
 */
export function yearsChart(plan: YearsPlan, kind: YearsChartKind): ChartSpec {
  if (Object.hasOwn(YEARS_CHARTS, kind)) return YEARS_CHARTS[kind](plan);
  const wanted = yearsChartKinds.map((name) => `"${name}"`).join(", ");
  throw new PlanInputError([{ path: "kind", given: `"${String(kind)}"`, wanted, fix: "give one of these names" }]);
}

/** Below this a part counts as not there, MW. */
const LEAST_MW = 1e-3;
const ROW_HEIGHT = 30;
const HEIGHT = 280;
const MOST_LABELS = 24;
/** Colours that readers with colour blindness tell apart (Okabe and Ito, 2008). */
const PHASES = { mining: "#e69f00", construction: "#8c8c8c", leased: "#0072b2", rented: "#009e73" } as const;

interface Use {
  readonly part: string;
  readonly phase: keyof typeof PHASES;
  readonly mw: readonly number[];
}

function usesOf({ fleets, conversions, bridges }: YearsPlan): readonly Use[] {
  return [
    ...fleets.map(({ name, mw }): Use => ({ part: name, phase: "mining", mw })),
    ...conversions.flatMap(({ name, buildingMw, onlineMw }): Use[] => [
      { part: name, phase: "construction", mw: buildingMw },
      { part: name, phase: "leased", mw: onlineMw },
    ]),
    ...bridges.map(({ name, mw }): Use => ({ part: name, phase: "rented", mw })),
  ];
}

/** As `usesOf`; construction counts where its space no longer mines, so that the sum is the space in use. */
function spacesOf(plan: YearsPlan): readonly Use[] {
  const spaceOf = new Map(plan.conversions.map(({ name, spaceMw, onlineMw }) => [name, { spaceMw, onlineMw }]));
  return usesOf(plan).map((use): Use => {
    const hall = spaceOf.get(use.part);
    if (use.phase !== "construction" || !hall) return use;
    return { ...use, mw: hall.spaceMw.map((mw, q) => Math.max(0, mw - hall.onlineMw[q])) };
  });
}

function rowsOf(plan: YearsPlan, uses: readonly Use[]): ChartRow[] {
  return uses.flatMap(({ part, phase, mw }) =>
    mw.flatMap((value, q) => (value > LEAST_MW ? [{ quarter: plan.quarters[q], part, phase, mw: value }] : [])),
  );
}

function gantt(plan: YearsPlan): ChartSpec {
  const parts = [...new Set(usesOf(plan).map(({ part }) => part))];
  return chartSpec("Fleets and halls by quarter", yearsSentences(plan)[0], rowsOf(plan, usesOf(plan)), {
    width: CHART_WIDTH,
    height: { step: ROW_HEIGHT },
    mark: { type: "rect" },
    encoding: {
      x: quarterAxis(plan),
      y: { field: "part", type: "nominal", scale: { domain: parts }, axis: { title: null } },
      color: phaseColour(),
      opacity: { field: "mw", type: "quantitative", scale: { range: [0.3, 1] }, legend: null },
      tooltip: tooltip(),
    },
  });
}

function megawatts(plan: YearsPlan): ChartSpec {
  const subtitle = [
    yearsSentences(plan)[0],
    "Construction counts from the time at which its space no longer mines, until the hall is fully leased.",
  ];
  return chartSpec("Megawatts by use", subtitle, rowsOf(plan, spacesOf(plan)), {
    width: CHART_WIDTH,
    height: HEIGHT,
    mark: { type: "bar" },
    encoding: {
      x: quarterAxis(plan),
      y: { field: "mw", type: "quantitative", stack: true, axis: { title: "MW, mean of the quarter" } },
      color: phaseColour(),
      detail: { field: "part" },
      tooltip: tooltip(),
    },
  });
}

function breakEvenMap({ map }: YearsPlan): ChartSpec {
  if (map.length === 0)
    throw new PlanInputError([
      {
        path: "plan.map",
        given: "no map",
        wanted: "a plan with breakEvenMap",
        fix: "give years.breakEvenMap and plan again",
      },
    ]);
  const rows = map.map(({ hashpriceFactor, leaseFactor, convertedMw, firstStart, valueUsd }) => ({
    hashprice: percent(hashpriceFactor),
    rent: percent(leaseFactor),
    mw: Math.round(convertedMw),
    start: firstStart ?? "never",
    millionUsd: valueUsd / 1e6,
  }));
  const mostMw = Math.max(...rows.map(({ mw }) => mw));
  const order = (name: "hashprice" | "rent") => [...new Set(rows.map((row) => row[name]))];
  return chartSpec(
    "What is converted, by hashprice and rent",
    "MW converted within the plan, and the quarter of the first start.",
    rows,
    {
      width: { step: 84 },
      height: { step: 40 },
      encoding: {
        x: {
          field: "hashprice",
          type: "ordinal",
          sort: order("hashprice"),
          axis: { title: "hashprice", labelAngle: 0 },
        },
        y: { field: "rent", type: "ordinal", sort: order("rent").toReversed(), axis: { title: "rent" } },
      },
      layer: [
        {
          mark: { type: "rect" },
          encoding: {
            color: { field: "mw", type: "quantitative", scale: { scheme: "blues" }, legend: { title: "MW" } },
            tooltip: [
              { field: "hashprice" },
              { field: "rent" },
              { field: "mw" },
              { field: "start" },
              { field: "millionUsd", format: ",.1f" },
            ],
          },
        },
        {
          mark: { type: "text", fontSize: 11 },
          encoding: {
            text: { field: "start" },
            color: { condition: { test: `datum.mw > ${mostMw / 2}`, value: "#ffffff" }, value: "#000000" },
          },
        },
      ],
    },
  );
}

/** `+20 %` of 1.2. */
function percent(factor: number): string {
  const change = 100 * (factor - 1);
  return `${change >= 0 ? "+" : "-"}${Number(Math.abs(change).toFixed(1))} %`;
}

function phaseColour(): Readonly<Record<string, unknown>> {
  return { field: "phase", type: "nominal", scale: { domain: Object.keys(PHASES), range: Object.values(PHASES) } };
}

function quarterAxis({ quarters }: YearsPlan): Readonly<Record<string, unknown>> {
  const every = Math.ceil(quarters.length / MOST_LABELS);
  return {
    field: "quarter",
    type: "ordinal",
    scale: { domain: quarters },
    axis: { title: null, values: quarters.filter((_, q) => q % every === 0), labelAngle: -45 },
  };
}

function tooltip(): readonly Readonly<Record<string, string>>[] {
  return [{ field: "quarter" }, { field: "part" }, { field: "phase" }, { field: "mw", format: ",.1f" }];
}
