import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type uPlot from "uplot";
import { intervalLabel } from "../site/plan-time.ts";
import { paper } from "./theme.ts";
import { ChartLegend } from "./chart-legend.tsx";
import { ChartMarkers } from "./chart-markers.tsx";
import { chartKeys } from "./chart-keys.ts";
import { drawSoon } from "./draw-queue.ts";
import { createPlot, plotData, type PlotContent } from "./plot.ts";
import { pointerHandlers } from "./chart-pointer.ts";
import { chosenInterval, present, time as siteTime } from "../state/page-state.ts";

export interface TimeChartProps extends PlotContent {
  readonly title: string;
  readonly unit: string;
  readonly height: number;
  /** What the chart shows, for those who do not see it. */
  readonly description: string;
  /** Sets a value by dragging on the chart; absent: dragging chooses hours. */
  readonly onDraw?: ((interval: number, value: number) => void) | undefined;
  /** Whether the chart follows pointer and keys; charts of pinned cases do not. */
  readonly isStill?: boolean;
}

/** One chart over time. The plot is drawn on a canvas; markers, keys and words are elements. */
export function TimeChart(props: TimeChartProps) {
  const { title, unit, height, description, series, window, time, scale, range, isStill = false, onDraw } = props;
  const root = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  const content = useRef<TimeChartProps>(props);
  content.current = props;
  const structure = JSON.stringify([
    series.map(({ label, shade, look }) => [label, shade, look]),
    scale,
    time.timeZone,
    height,
    paper.value,
  ]);

  useLayoutEffect(() => {
    // The old plot stays until the new one is drawn.
    drawSoon(root, () => {
      const element = root.current;
      if (!element) return;
      plot.current?.destroy();
      plot.current = createPlot(element, content.current, height, () => content.current);
      placeMarkers(element, plot.current);
    });
  }, [structure]);

  useLayoutEffect(() => {
    drawSoon(plot, () => plot.current?.setData(plotData(content.current)));
  }, [...series.map(({ values }) => values), JSON.stringify(props.bands), window, time, range?.[0], range?.[1]]);

  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      const made = plot.current;
      if (!made) return;
      const width = Math.max(200, element.clientWidth);
      if (width !== made.width) made.setSize({ width, height: content.current.height });
      placeMarkers(element, made);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.current?.destroy();
      plot.current = undefined;
    };
  }, []);

  useEffect(() => {
    const element = root.current;
    if (!element || isStill) return undefined;
    const handlers = pointerHandlers(
      element,
      () => plot.current,
      () => content.current,
    );
    for (const [name, handle] of Object.entries(handlers)) element.addEventListener(name, handle as EventListener);
    return () => {
      for (const [name, handle] of Object.entries(handlers)) element.removeEventListener(name, handle as EventListener);
    };
  }, [isStill]);

  const chosen = chosenInterval.value ?? window.from;
  const slider = isStill
    ? { role: "img" as const, "aria-label": `${title}, ${unit}. ${description}` }
    : {
        role: "slider" as const,
        tabIndex: 0,
        "aria-label": `${title}, ${unit}: choose an hour with the arrow keys. ${description}`,
        "aria-valuemin": 0,
        "aria-valuemax": siteTime.value.count - 1,
        "aria-valuenow": chosen,
        "aria-valuetext": `${intervalLabel(siteTime.value, chosen)}: ${valuesText(props, chosen)}`,
        onKeyDown: chartKeys(onDraw, () => content.current.series[0]?.values),
      };
  return (
    <figure class="chart">
      <figcaption>
        <span class="chart-title">{title}</span> <span class="chart-unit">{unit}</span>
        <ChartLegend series={series} bands={props.bands} />
      </figcaption>
      <div
        data-planned={present.value?.id}
        class={`plot${onDraw ? " drawn-on" : ""}`}
        ref={root}
        style={{ height: `${height}px` }}
        {...slider}
      >
        {!isStill && <ChartMarkers window={window} />}
      </div>
    </figure>
  );
}

/** The markers are elements over the plot and need to know where it is. */
function placeMarkers(element: HTMLElement, { bbox }: uPlot): void {
  element.style.setProperty("--plot-left", `${bbox.left / devicePixelRatio}px`);
  element.style.setProperty("--plot-width", `${bbox.width / devicePixelRatio}px`);
}

function valuesText({ series, unit }: TimeChartProps, t: number): string {
  const told = series.filter(({ values }) => Math.abs(values[t] ?? 0) > 0.005);
  return told.length === 0
    ? `nothing`
    : told.map(({ label, values }) => `${label} ${values[t].toFixed(1)} ${unit}`).join(", ");
}
