import { dayLabel, instantOf, type PlanTime } from "../site/plan-time.ts";
import type { ChartWindow } from "../state/page-state.ts";
import { type ChartSeries, blockMeans } from "./chart-data.ts";
import { shadeOn } from "./palette.ts";

export interface SvgChart {
  readonly title: string;
  readonly unit: string;
  readonly series: readonly ChartSeries[];
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [760, 230, 56, 12, 44, 24];
const MOST_BLOCKS = 380;
const MOST_DAYS = 8;

/** A chart over the whole plan as SVG on light paper, for a report: the stacks and lines of the page. */
export function chartSvg({ title, unit, series }: SvgChart, time: PlanTime): string {
  const window: ChartWindow = { from: 0, count: time.count };
  const size = Math.max(1, Math.ceil(time.count / MOST_BLOCKS));
  const stacked = stackedBlocks(series, window, size);
  const values = stacked.flatMap(({ upper, lower }) => [...upper, ...lower]);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const ticks = niceTicks(least, most);
  const [bottom, top] = [Math.min(least, ticks[0]), Math.max(most, ticks[ticks.length - 1])];
  const blocks = Math.ceil(time.count / size);
  const x = (b: number) => LEFT + ((WIDTH - LEFT - RIGHT) * Math.min(time.count, b * size)) / time.count;
  const y = (value: number) => TOP + ((HEIGHT - TOP - BOTTOM) * (top - value)) / (top - bottom || 1);
  const marks = stacked.map(({ upper, lower, one: { shade, look } }) => {
    const colour = shadeOn("light", shade);
    const path = steps(upper, blocks, x, y);
    if (look === "line" || look === "dashed")
      return `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="1.5"${look === "dashed" ? ' stroke-dasharray="5 4"' : ""}/>`;
    const back = steps(lower, blocks, x, y).split("L").toReversed().join("L");
    return `<path d="M${path}L${back}Z" fill="${colour}"${look === "pale" ? ' fill-opacity="0.3"' : ""}/>`;
  });
  const axis = shadeOn("light", "axis");
  const grid = ticks.map(
    (tick) =>
      `<path d="M${LEFT} ${at(y(tick))}H${WIDTH - RIGHT}" stroke="${shadeOn("light", "rule")}"/>` +
      `<text x="${LEFT - 6}" y="${at(y(tick) + 4)}" text-anchor="end" fill="${axis}">${tick.toLocaleString("en-US")}</text>`,
  );
  return (
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" xmlns="http://www.w3.org/2000/svg" font-family="system-ui, sans-serif" font-size="11">` +
    `<text x="0" y="13" font-size="13" font-weight="600">${escaped(title)}, ${escaped(unit)}</text>` +
    `${legend(series, axis)}${grid.join("")}${marks.join("")}${days(time, x, size, axis)}</svg>`
  );
}

interface StackedBlocks {
  readonly one: ChartSeries;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

function stackedBlocks(series: readonly ChartSeries[], window: ChartWindow, size: number): StackedBlocks[] {
  const reached = new Map<ChartSeries["look"], Float64Array>();
  return series.map((one) => {
    const own = blockMeans(one.values, window, size);
    const lower = new Float64Array(own.length);
    if (one.look === "line" || one.look === "dashed") return { one, lower, upper: own };
    lower.set(reached.get(one.look) ?? lower);
    const upper = own.map((value, b) => value + lower[b]);
    reached.set(one.look, upper);
    return { one, lower, upper };
  });
}

function steps(values: Float64Array, blocks: number, x: (b: number) => number, y: (value: number) => number): string {
  const points: string[] = [];
  for (let b = 0; b < blocks; b++)
    points.push(`${at(x(b))} ${at(y(values[b]))}`, `${at(x(b + 1))} ${at(y(values[b]))}`);
  return points.join("L");
}

/** About four round numbers between the least and the greatest value. */
function niceTicks(least: number, most: number): number[] {
  const rough = (most - least || 1) / 4;
  const tenth = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * tenth).find((size) => size >= rough) ?? 10 * tenth;
  const from = Math.ceil(least / step);
  const to = Math.floor(most / step);
  return Array.from({ length: to - from + 1 }, (_, k) => (from + k) * step);
}

function days(time: PlanTime, x: (b: number) => number, size: number, colour: string): string {
  const perDay = 86_400_000 / time.stepMs;
  const every = Math.max(1, Math.ceil(time.count / perDay / MOST_DAYS)) * perDay;
  const texts: string[] = [];
  for (let t = 0; t < time.count - every / 4; t += every)
    texts.push(
      `<text x="${at(x(t / size))}" y="${HEIGHT - 6}" fill="${colour}">${dayLabel(time, instantOf(time, t))}</text>`,
    );
  return texts.join("");
}

function legend(series: readonly ChartSeries[], colour: string): string {
  let left = 0;
  return series
    .filter(({ look }) => look !== "pale")
    .map(({ label, shade }) => {
      const item =
        `<rect x="${left}" y="23" width="9" height="9" fill="${shadeOn("light", shade)}"/>` +
        `<text x="${left + 13}" y="31" fill="${colour}">${escaped(label)}</text>`;
      left += 26 + label.length * 6.2;
      return item;
    })
    .join("");
}

function at(pixels: number): string {
  return String(Number(pixels.toFixed(1)));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
