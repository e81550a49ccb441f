import { dayLabel, instantOf } from "../site/plan-time.ts";
import { chartWindow, isPriceEdited, time } from "../state/page-state.ts";
import { HourLine } from "./hour-line.tsx";
import { moveWindow, showAll } from "../state/actions.ts";

/** Which part of a long plan the charts show, and whether prices are drawn on them. */
export function WindowBar() {
  const { from, count } = chartWindow.value;
  const axis = time.value;
  const isPart = count < axis.count;
  const isLong = axis.count > 168;
  return (
    <div class="window-bar">
      <p class="window-dates">
        {dayLabel(axis, instantOf(axis, from))} – {dayLabel(axis, instantOf(axis, from + count) - 1)}{" "}
        <span class="zone">{axis.timeZone}</span>
      </p>
      {isLong && (
        <div class="buttons">
          <button type="button" disabled={!isPart || from === 0} onClick={() => moveWindow(from - count)}>
            ‹ Earlier
          </button>
          <button
            type="button"
            disabled={!isPart || from + count >= axis.count}
            onClick={() => moveWindow(from + count)}
          >
            Later ›
          </button>
          <button type="button" aria-pressed={!isPart} onClick={() => showAll(isPart)}>
            Whole plan
          </button>
        </div>
      )}
      <button
        type="button"
        class="draw-prices"
        aria-pressed={isPriceEdited.value}
        onClick={() => (isPriceEdited.value = !isPriceEdited.value)}
      >
        Draw prices
      </button>
      <HourLine />
    </div>
  );
}
