import { type ChartWindow, chosenInterval, chosenRange, hoveredInterval } from "../state/page-state.ts";

/** Lines and shades over a plot: the hour under the pointer, the chosen hour, the chosen hours. */
export function ChartMarkers({ window }: { readonly window: ChartWindow }) {
  const { from, count } = window;
  const isIn = (t: number | undefined): t is number => t !== undefined && t >= from && t < from + count;
  const place = (t: number, width: number) => ({
    left: `calc(var(--plot-left, 52px) + var(--plot-width, 100%) * ${(t - from) / count})`,
    width: `calc(var(--plot-width, 100%) * ${width / count})`,
  });
  const hovered = hoveredInterval.value;
  const chosen = chosenInterval.value;
  const range = chosenRange.value;
  return (
    <div class="markers" aria-hidden="true">
      {isIn(hovered) && <div class="marker hovered" style={place(hovered, 1)} />}
      {isIn(chosen) && <div class="marker chosen" style={place(chosen, 1)} />}
      {range && isIn(range.from) && (
        <div class="marker range" style={place(range.from, Math.min(range.count, from + count - range.from))} />
      )}
    </div>
  );
}
