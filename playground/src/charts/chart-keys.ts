import { chooseInterval } from "../state/actions.ts";
import { chartWindow, chosenInterval, chosenRange, hoveredInterval, time } from "../state/page-state.ts";

/** Step of a price by one key, USD/MWh. */
const DRAWN_STEP = 5;

/**
 * Keys on a plot: arrows move by an interval, with Shift they choose several, Page Up and Down move by a day. On a chart
 * that is drawn on, arrows up and down change the value of the chosen hour.
 */
export function chartKeys(
  onDraw: ((interval: number, value: number) => void) | undefined,
  drawn: () => ArrayLike<number> | undefined,
): (event: KeyboardEvent) => void {
  return (event) => {
    const { count, stepMs } = time.value;
    const perDay = Math.max(1, Math.round(86_400_000 / stepMs));
    const at = chosenInterval.value ?? chartWindow.value.from;
    const isUp = event.key === "ArrowUp";
    if (onDraw && (isUp || event.key === "ArrowDown")) {
      onDraw(at, (drawn()?.[at] ?? 0) + (isUp ? DRAWN_STEP : -DRAWN_STEP));
      event.preventDefault();
      return;
    }
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      PageDown: at + perDay,
      PageUp: at - perDay,
      Home: 0,
      End: count - 1,
    };
    const next = chosenInterval.value === undefined && event.key.startsWith("Arrow") ? at : moves[event.key];
    if (event.key === "Escape") chosenRange.value = undefined;
    if (next === undefined) return;
    event.preventDefault();
    hoveredInterval.value = undefined;
    if (event.shiftKey) extendRange(at, Math.max(0, Math.min(count - 1, next)));
    else chosenRange.value = undefined;
    chooseInterval(next);
  };
}

/** The end that moves is the one at the chosen hour. */
function extendRange(at: number, next: number): void {
  const range = chosenRange.value ?? { from: at, count: 1 };
  const anchor = at === range.from ? range.from + range.count - 1 : range.from;
  const [from, to] = [Math.min(anchor, next), Math.max(anchor, next)];
  chosenRange.value = { from, count: to - from + 1 };
}
