/** When a product may be sold, over which intervals what is sold stays the same, and when it is called. */
import { intervalStartMs, MS_PER_HOUR, MS_PER_MINUTE, type TimeGrid } from "../../time/time-grid.ts";
import { instant, strictObject } from "../fields/fields.ts";

export const windowSchema = strictObject({
  start: instant().describe("When the window begins"),
  end: instant().describe("When the window ends"),
});

export interface Window {
  /** UTC epoch milliseconds. */
  readonly start: number;
  readonly end: number;
}

export interface ProductCalendar {
  /** 1 where it may be sold, else 0. */
  readonly open: Float64Array;
  /** 1 where as much is sold as in the interval before. */
  readonly joined: Float64Array;
  /** 1 where it is called. */
  readonly called: Float64Array;
  readonly callsOutside: number;
  /** The block of the first interval began before the plan. */
  readonly beginsBefore: boolean;
  /** The block of the last interval goes on after the plan. */
  readonly goesOn: boolean;
}

interface CalendarFields {
  readonly blockHours?: number | undefined;
  readonly windows?: readonly Window[] | undefined;
  readonly calls?: readonly Window[] | undefined;
}

/** This near a whole interval (rounding of a step of 5 minutes) an instant is its border. */
const WHOLE = 1e-9;

/** `report` receives the place of every window that begins or ends inside an interval of the plan. */
export function productCalendar(
  { blockHours, windows, calls = [] }: CalendarFields,
  time: TimeGrid,
  report: (path: string) => void,
): ProductCalendar {
  const { count } = time;
  const stepMs = time.stepHours * MS_PER_HOUR;
  const placeOf = (ms: number) => (ms - time.startMs) / stepMs;
  /** The intervals of a window, `from >= to` outside the plan. */
  const intervalsOf = (window: Window, path: string) => {
    for (const edge of ["start", "end"] as const) {
      const place = placeOf(window[edge]);
      if (place > 0 && place < count && Math.abs(place - Math.round(place)) > WHOLE) report(`${path}.${edge}`);
    }
    return {
      from: Math.max(0, Math.round(placeOf(window.start))),
      to: Math.min(count, Math.round(placeOf(window.end))),
    };
  };
  const open = new Float64Array(count).fill(windows ? 0 : 1);
  const called = new Float64Array(count);
  // Number of the block of every interval, and of the one after the plan.
  let blocks = Float64Array.from({ length: count + 1 }, (_, t) => t);
  let beginsBefore = false;
  const endMs = intervalStartMs(time, count);
  let goesOn = false;
  if (blockHours !== undefined) {
    // By wall clock from midnight: a block may have an hour more or less where clocks change.
    const blockMs = blockHours * MS_PER_HOUR;
    const localMs = (t: number) => intervalStartMs(time, t) + time.offsetMinutes[t] * MS_PER_MINUTE;
    blocks = blocks.map((t) => Math.floor(localMs(t) / blockMs));
    beginsBefore = localMs(0) % blockMs !== 0;
    goesOn = blocks[count] === blocks[count - 1];
  }
  windows?.forEach((window, w) => {
    const { from, to } = intervalsOf(window, `windows[${w}]`);
    if (from >= to) return;
    open.fill(1, from, to);
    blocks.fill(-1 - w, from, to);
    beginsBefore ||= window.start < time.startMs;
    goesOn ||= window.end > endMs;
  });
  let callsOutside = 0;
  calls.forEach((call, c) => {
    const { from, to } = intervalsOf(call, `calls[${c}]`);
    if (from < to) called.fill(1, from, to);
    else callsOutside++;
  });
  return {
    open,
    called,
    joined: open.map((_, t) => (t > 0 && blocks[t] === blocks[t - 1] ? 1 : 0)),
    callsOutside,
    beginsBefore,
    goesOn,
  };
}
