/**
 * Instants in files: ISO-8601 with an offset, with `T` or a blank between day and time, as gridstatus and pandas write
 * them; and instants as this package writes them.
 */
import { MS_PER_DAY, MS_PER_MINUTE } from "../time/time-grid.ts";
import { dayMs, timeMs } from "./stamp-format.ts";

const OFFSET = /^(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):?(\d\d))$/;
/** Offsets lie within a day of UTC. */
const MOST_OFFSET_HOURS = 23;

/** UTC milliseconds, or NaN where the text is no such instant or names no real day. */
export function instantOf(given: string): number {
  const text = given.trim();
  const isLaidOut =
    text.charCodeAt(4) === DASH &&
    text.charCodeAt(7) === DASH &&
    text.charCodeAt(13) === COLON &&
    (text[10] === "T" || text[10] === " ");
  if (!isLaidOut) return Number.NaN;
  const hasSeconds = text.charCodeAt(16) === COLON;
  const hours = digits(text, 11, 13);
  const clockMs =
    hours === 24 ? Number.NaN : timeMs(hours, digits(text, 14, 16), hasSeconds ? digits(text, 17, 19) : 0);
  const ms = dayMs(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)) + clockMs;
  return ms + offsetMs(text, hasSeconds ? 19 : 16, hasSeconds);
}

const DASH = 45;
const COLON = 58;

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** What the end of the text adds to the clock's time: the fraction of a second, and the offset taken away. */
function offsetMs(text: string, from: number, hasSeconds: boolean): number {
  if (text.length === from + 1 && text[from] === "Z") return 0;
  const found = OFFSET.exec(text.slice(from));
  if (!found) return Number.NaN;
  const [, fraction, sign, hours, minutes] = found;
  if (fraction !== undefined && !hasSeconds) return Number.NaN;
  const fractionMs = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  if (sign === undefined) return fractionMs;
  if (Number(hours) > MOST_OFFSET_HOURS || Number(minutes) >= 60) return Number.NaN;
  return fractionMs - (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MS_PER_MINUTE;
}

/**
 * Writes instants as `toISOString` does. A day's part and a minute's part are made once each, since a series has many
 * of both: a stamp is then the two put together (4 million intervals: 0.52 GB and 1.8 s, where characters of their own
 * take 0.99 GB and 8 s).
 */
export function instantWriter(): (ms: number) => string {
  const clocks = new Map<number, string>();
  let day = Number.NaN;
  let prefix = "";
  return (ms) => {
    const own = Math.floor(ms / MS_PER_DAY);
    if (own !== day) {
      day = own;
      const first = new Date(own * MS_PER_DAY).toISOString();
      // NB: behind the year 9999 a stamp is longer.
      prefix = first.slice(0, first.indexOf("T") + 1);
    }
    const inDayMs = ms - own * MS_PER_DAY;
    if (inDayMs % MS_PER_MINUTE !== 0) return new Date(ms).toISOString();
    let clock = clocks.get(inDayMs);
    if (clock === undefined) {
      clock = new Date(inDayMs).toISOString().slice(11);
      clocks.set(inDayMs, clock);
    }
    return prefix + clock;
  };
}
