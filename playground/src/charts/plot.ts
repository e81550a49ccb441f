import uPlot from "uplot";
import { dayLabel, hourLabel, instantOf, type PlanTime } from "../site/plan-time.ts";
import type { ChartWindow } from "../state/page-state.ts";
import { type Band, blockMeans, type ChartSeries } from "./chart-data.ts";
import { colourOf } from "./theme.ts";

export interface PlotContent {
  readonly series: readonly ChartSeries[];
  readonly bands: readonly Band[];
  readonly window: ChartWindow;
  readonly time: PlanTime;
  readonly scale: "linear" | "money";
  /** Range of the vertical axis that other charts share. */
  readonly range?: readonly [number, number] | undefined;
}

/** More blocks than this are thinner than a pixel of a narrow screen. */
const MOST_BLOCKS = 400;
const MS_PER_S = 1000;
const DAY_S = 86_400;
/** Prices on the axis whose middle is stretched, USD/MWh. */
const MONEY_TICKS = [-500, -200, -100, -50, -20, 0, 20, 50, 100, 200, 500, 1000, 2000, 5000, 20_000];
const MONEY_LINEAR_TO = 40;
/** Half the width of a time label. */
const LABEL_HALF_PX = 24;

/** Intervals drawn as one block. */
export function blockSize({ count }: ChartWindow, { stepMs }: PlanTime): number {
  const perHour = Math.max(1, Math.round(3_600_000 / stepMs));
  const sizes = [1, ...[1, 2, 3, 4, 6, 8, 12, 24, 48, 168].map((hours) => hours * perHour)];
  return sizes.find((size) => Math.ceil(count / size) <= MOST_BLOCKS) ?? Math.ceil(count / MOST_BLOCKS);
}

/** Columns of the plot: times, then series as drawn; areas are stacked, the tallest first. */
export function plotData(content: PlotContent): uPlot.AlignedData {
  const { series, window, time } = content;
  const size = blockSize(window, time);
  const blocks = Math.ceil(window.count / size);
  const x = new Float64Array(blocks + 1);
  for (let b = 0; b <= blocks; b++)
    x[b] = instantOf(time, Math.min(window.from + window.count, window.from + b * size)) / MS_PER_S;
  const reached = { area: new Float64Array(blocks + 1), pale: new Float64Array(blocks + 1) };
  const columns = series.map(({ values, look }) => {
    const own = new Float64Array(blocks + 1);
    own.set(blockMeans(values, window, size));
    own[blocks] = own[blocks - 1];
    if (look === "area" || look === "pale") {
      const stack = reached[look];
      for (let b = 0; b <= blocks; b++) own[b] = stack[b] += own[b];
      return own.slice();
    }
    return own;
  });
  return [x, ...columns.toReversed()] as unknown as uPlot.AlignedData;
}

const stepped = uPlot.paths.stepped?.({ align: 1 });

function seriesOptions({ label, shade, look }: ChartSeries): uPlot.Series {
  const colour = colourOf(shade);
  const paths = stepped ? { paths: stepped } : {};
  const points = { show: false };
  if (look === "area") return { label, fill: colour, stroke: colourOf("paper"), width: 0.5, points, ...paths };
  if (look === "pale") return { label, fill: `${colour}40`, width: 0, points, ...paths };
  return { label, stroke: colour, width: 1.75, points, ...paths, ...(look === "dashed" && { dash: [5, 4] }) };
}

export function createPlot(root: HTMLElement, content: PlotContent, height: number, current: () => PlotContent): uPlot {
  const { series, time, scale } = content;
  const isMoney = scale === "money";
  const options: uPlot.Options = {
    width: Math.max(200, root.clientWidth),
    height,
    padding: [8, 8, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * MS_PER_S), time.timeZone),
    scales: {
      x: { time: true },
      y: {
        ...(isMoney && { distr: 4 as const, asinh: MONEY_LINEAR_TO }),
        range: (_, low, high) => yRange(low ?? 0, high ?? 1, current()),
      },
    },
    axes: [timeAxis(time), yAxis(isMoney)],
    series: [{}, ...series.toReversed().map(seriesOptions)],
    hooks: {
      drawClear: [(u) => drawBands(u, current(), false)],
      // A conflict stands in front of what it is about.
      draw: [(u) => drawBands(u, current(), true)],
    },
  };
  return new uPlot(options, plotData(content), root);
}

/** Room beyond the values, as a share of the axis. */
const ROOM = 0.06;

function yRange(low: number, high: number, { range, scale }: PlotContent): [number, number] {
  const [least, most] = range ?? [low, high];
  const [bend, straighten] =
    scale === "money"
      ? [(usd: number) => Math.asinh(usd / MONEY_LINEAR_TO), (at: number) => MONEY_LINEAR_TO * Math.sinh(at)]
      : [(value: number) => value, (at: number) => at];
  const [bottom, top] = [bend(Math.min(0, least)), bend(Math.max(0, most))];
  const room = (top - bottom || 1) * ROOM;
  return [bottom === 0 ? 0 : straighten(bottom - room), straighten(top + room)];
}

function timeAxis(time: PlanTime): uPlot.Axis {
  return {
    stroke: colourOf("axis"),
    font: `12px ${fontFamily()}`,
    grid: { show: false },
    ticks: { stroke: colourOf("rule"), width: 1, size: 4 },
    space: 64,
    size: 26,
    values: (u, splits, __, ___, spacing) =>
      splits.map((seconds) =>
        // A label at the very end would be cut.
        u.valToPos(seconds, "x") > u.bbox.width / devicePixelRatio - LABEL_HALF_PX
          ? ""
          : spacing >= DAY_S
            ? dayLabel(time, seconds * MS_PER_S)
            : hourOrDay(time, seconds * MS_PER_S),
      ),
  };
}

function hourOrDay(time: PlanTime, ms: number): string {
  const hour = hourLabel(time, ms);
  return hour === "00:00" ? dayLabel(time, ms) : hour;
}

function yAxis(isMoney: boolean): uPlot.Axis {
  return {
    stroke: colourOf("axis"),
    font: `12px ${fontFamily()}`,
    grid: { stroke: colourOf("rule"), width: 1 },
    ticks: { show: false },
    size: 52,
    gap: 6,
    space: 28,
    values: (_, splits) => splits.map((value) => (value === null ? "" : value.toLocaleString("en-US"))),
    ...(isMoney && {
      splits: (u: uPlot) => moneyTicks(u),
      filter: (_: uPlot, splits: number[]) => splits,
    }),
  };
}

/** Ticks that stand at least a line of text apart. */
function moneyTicks(u: uPlot): number[] {
  const [low, high] = [u.scales["y"].min ?? 0, u.scales["y"].max ?? 1];
  const at = (value: number) => Math.asinh(value / MONEY_LINEAR_TO);
  const least = ((at(high) - at(low)) * 18) / Math.max(60, u.height - 40);
  const spaced: number[] = [];
  for (const tick of MONEY_TICKS.filter((value) => value >= low && value <= high)) {
    const last = spaced.at(-1);
    if (last === undefined || at(tick) - at(last) >= least) spaced.push(tick);
    else if (tick === 0) spaced[spaced.length - 1] = tick;
  }
  return spaced;
}

function drawBands(u: uPlot, { bands, time, window }: PlotContent, isFront: boolean): void {
  const { ctx, bbox } = u;
  ctx.save();
  for (const { from, count, kind } of bands) {
    if ((kind === "conflict") !== isFront) continue;
    const left = Math.max(from, window.from);
    const right = Math.min(from + count, window.from + window.count);
    if (right <= left) continue;
    const [x0, x1] = [left, right].map((t) => u.valToPos(instantOf(time, t) / MS_PER_S, "x", true));
    ctx.fillStyle = colourOf(`band-${kind}`);
    ctx.fillRect(x0, bbox.top, Math.max(1, x1 - x0), bbox.height);
  }
  ctx.restore();
}

function fontFamily(): string {
  return getComputedStyle(document.body).fontFamily;
}
