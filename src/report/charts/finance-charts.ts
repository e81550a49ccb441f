import { FinanceInputError } from "../../errors.ts";
import type { FinanceResult } from "../../finance/finance-result.ts";
import { checkFinanceResult } from "../../finance/check-finance-result.ts";
import { threeSentences } from "../finance-summary.ts";
import { CHART_WIDTH, LABELLED_WIDTH, type ChartRow, type ChartSpec, chartSpec } from "./chart-spec.ts";

/** The charts of a finance result; adding one is a function and a line here. */
const FINANCE_CHARTS = { cash: cashChart, "debt-service": debtServiceChart } as const satisfies Readonly<
  Record<string, (result: FinanceResult) => ChartSpec>
>;

/** Names of the charts of a finance result. */
export type FinanceChartKind = keyof typeof FINANCE_CHARTS;

export const financeChartKinds = Object.keys(FINANCE_CHARTS) as readonly FinanceChartKind[];

/**
 * A chart of a finance result as a Vega-Lite 6 specification. `cash`: cash by kind, and CFADS. `debt-service`: interest
 * and principal as bars, the DSCR as a line, and the covenants. Amounts are in million USD.
 *
 * @throws FinanceInputError where `result` is not a result of `financeSite`, or `kind` is not one of
 * `financeChartKinds`.
 */
export function financeChart(result: FinanceResult, kind: FinanceChartKind): ChartSpec {
  checkFinanceResult("financeChart", result);
  if (!Object.hasOwn(FINANCE_CHARTS, kind)) {
    const wanted = financeChartKinds.map((name) => `"${name}"`).join(", ");
    throw new FinanceInputError([{ path: "kind", given: `"${String(kind)}"`, wanted, fix: "give one of these names" }]);
  }
  return FINANCE_CHARTS[kind](result);
}

const MILLION = 1e6;
const HEIGHT = 300;

/** Colours that readers with colour blindness tell apart (Okabe and Ito, 2008), by kind of cash. */
const CASH_COLOURS: Readonly<Record<string, string>> = {
  contracted: "#0072b2",
  merchant: "#e69f00",
  hedge: "#f0e442",
  power: "#d55e00",
  operations: "#8c8c8c",
  tax: "#cc79a7",
  capex: "#56b4e9",
  reserve: "#009e73",
  CFADS: "#000000",
};

function cashChart(result: FinanceResult): ChartSpec {
  const { cashFlow, waterfall, periods } = result;
  const series = { ...cashFlow.usdByKind, tax: waterfall.taxUsd.map((usd) => -usd) };
  const rows = periods.flatMap((period, t): ChartRow[] => [
    ...Object.entries(series)
      .filter(([, usd]) => usd[t] !== 0)
      .map(([kind, usd]) => ({ period, part: kind, millionUsd: usd[t] / MILLION })),
    { period, part: "CFADS", cfadsMillionUsd: waterfall.cfadsUsd[t] / MILLION },
  ]);
  const shown = Object.keys(CASH_COLOURS).filter((kind) => rows.some(({ part }) => part === kind));
  const range = shown.map((kind) => CASH_COLOURS[kind]);
  const color = { field: "part", type: "nominal", scale: { domain: shown, range } };
  const x = periodAxis(result);
  return chartSpec("Cash by kind, and cash available for debt service", threeSentences(result)[0], rows, {
    width: CHART_WIDTH,
    height: HEIGHT,
    layer: [
      {
        transform: [{ filter: "isValid(datum.millionUsd)" }],
        mark: { type: "bar" },
        encoding: {
          x,
          y: { field: "millionUsd", type: "quantitative", stack: true, axis: { title: "million USD" } },
          color,
          tooltip: tooltip("part", "millionUsd"),
        },
      },
      {
        transform: [{ filter: "isValid(datum.cfadsMillionUsd)" }],
        mark: { type: "line", point: { filled: true, size: 30 } },
        encoding: {
          x,
          y: { field: "cfadsMillionUsd", type: "quantitative" },
          color,
          tooltip: tooltip("part", "cfadsMillionUsd"),
        },
      },
    ],
  });
}

function debtServiceChart(result: FinanceResult): ChartSpec {
  const { waterfall, periods, conditions, ratios, operationFrom } = result;
  const interest = periods.map((_, t) => waterfall.debts.reduce((sum, debt) => sum + debt.interestUsd[t], 0));
  const rows = periods.flatMap((period, t): ChartRow[] => {
    const bars = [
      { period, part: "interest", millionUsd: interest[t] / MILLION },
      { period, part: "principal", millionUsd: (waterfall.serviceDueUsd[t] - interest[t]) / MILLION },
    ].filter(({ millionUsd }) => millionUsd !== 0);
    const dscr = t < operationFrom ? undefined : ratios.coverage.dscr[t];
    return dscr === undefined ? bars : [...bars, { period, part: "DSCR", dscr }];
  });
  const limits = [
    ...(conditions.lockUpDscr > 0 ? [{ part: "lock-up", limit: conditions.lockUpDscr, period: periods[0] }] : []),
    ...(conditions.defaultDscr > 0 ? [{ part: "default", limit: conditions.defaultDscr, period: periods[0] }] : []),
  ];
  const x = periodAxis(result);
  const domain = ["interest", "principal", "DSCR", "lock-up", "default"];
  const color = {
    field: "part",
    type: "nominal",
    scale: { domain, range: ["#56b4e9", "#0072b2", "#000000", "#e69f00", "#d55e00"] },
  };
  const ratioAxis = { title: "DSCR", orient: "right", grid: false };
  return chartSpec(
    "Debt service, and how often cash covers it",
    threeSentences(result).slice(1),
    [...rows, ...limits],
    {
      // "fit" cuts the title off beside an axis on the right.
      autosize: { type: "pad" },
      width: LABELLED_WIDTH + 160,
      height: HEIGHT,
      resolve: { scale: { y: "independent" } },
      layer: [
        {
          transform: [{ filter: "isValid(datum.millionUsd)" }],
          mark: { type: "bar" },
          encoding: {
            x,
            y: { field: "millionUsd", type: "quantitative", stack: true, axis: { title: "debt service, million USD" } },
            color,
            tooltip: tooltip("part", "millionUsd"),
          },
        },
        {
          layer: [
            {
              transform: [{ filter: "isValid(datum.dscr)" }],
              mark: { type: "line", point: { filled: true, size: 30 } },
              encoding: {
                x,
                y: { field: "dscr", type: "quantitative", scale: { zero: true }, axis: ratioAxis },
                color,
                tooltip: tooltip("part", "dscr"),
              },
            },
            {
              transform: [{ filter: "isValid(datum.limit)" }],
              mark: { type: "rule", strokeDash: [6, 4], strokeWidth: 1.5 },
              encoding: { y: { field: "limit", type: "quantitative", axis: ratioAxis }, color },
            },
          ],
        },
      ],
    },
  );
}

/** Periods in their order; every fourth label or fewer where there are many. */
function periodAxis({ periods }: FinanceResult): Readonly<Record<string, unknown>> {
  const every = Math.ceil(periods.length / MOST_LABELS);
  const shown = periods.filter((_, t) => t % every === 0);
  return {
    field: "period",
    type: "ordinal",
    scale: { domain: periods },
    axis: { title: null, values: shown, labelAngle: shown.length > 12 ? -45 : 0 },
  };
}

const MOST_LABELS = 24;

function tooltip(part: string, value: string): readonly Readonly<Record<string, string>>[] {
  return [{ field: "period" }, { field: part }, { field: value, format: ",.2f", type: "quantitative" }];
}
