import type uPlot from "uplot";
import { chooseInterval } from "../state/actions.ts";
import { chosenRange, hoveredInterval } from "../state/page-state.ts";
import type { TimeChartProps } from "./time-chart.tsx";

/** A pointer that moves less has clicked, pixels. */
const CLICK_WITHIN_PX = 5;

/**
 * Pointer on a plot: moving tells about an hour, a click or tap chooses it, dragging chooses several or, on a chart that
 * is drawn on, sets values.
 */
export function pointerHandlers(
  element: HTMLElement,
  plot: () => uPlot | undefined,
  props: () => TimeChartProps,
): Readonly<Record<string, (event: PointerEvent) => void>> {
  let down: { readonly x: number; readonly interval: number } | undefined;
  let isDragging = false;

  const intervalAt = ({ clientX }: PointerEvent): number | undefined => {
    const u = plot();
    if (!u) return undefined;
    const { window } = props();
    const left = u.over.getBoundingClientRect().left;
    const share = (clientX - left) / u.over.clientWidth;
    if (share < -0.01 || share > 1.01) return undefined;
    return window.from + Math.min(window.count - 1, Math.max(0, Math.floor(share * window.count)));
  };

  const draw = (event: PointerEvent, interval: number): void => {
    const u = plot();
    if (u) props().onDraw?.(interval, u.posToVal(event.clientY - u.over.getBoundingClientRect().top, "y"));
  };

  return {
    pointermove(event) {
      const interval = intervalAt(event);
      if (event.pointerType === "mouse" || down) hoveredInterval.value = interval;
      if (!down || interval === undefined) return;
      if (Math.abs(event.clientX - down.x) >= CLICK_WITHIN_PX) isDragging = true;
      if (!isDragging) return;
      if (props().onDraw) draw(event, interval);
      else {
        const [from, to] = [Math.min(down.interval, interval), Math.max(down.interval, interval)];
        chosenRange.value = { from, count: to - from + 1 };
      }
    },
    pointerdown(event) {
      const interval = intervalAt(event);
      if (event.button !== 0 || interval === undefined) return;
      down = { x: event.clientX, interval };
      isDragging = false;
      element.setPointerCapture(event.pointerId);
      element.focus({ preventScroll: true });
      if (props().onDraw) draw(event, interval);
    },
    pointerup(event) {
      if (down && !isDragging) {
        chosenRange.value = undefined;
        chooseInterval(down.interval);
      }
      down = undefined;
      if (event.pointerType !== "mouse") hoveredInterval.value = undefined;
    },
    pointercancel() {
      down = undefined;
    },
    pointerleave() {
      hoveredInterval.value = undefined;
    },
  };
}
