/**
 * Parses instants of files: ISO-8601 with an offset, with `T` or a blank between day and time (as gridstatus and pandas
 * write them). Writes instants in this package's own form.
 */
import { MS_PER_DAY, MS_PER_MINUTE } from "../time/time-grid.ts";
import { dayMs, timeMs } from "./stamp-format.ts";

const OFFSET = /^(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):?(\d\d))$/;
/** Offsets are less than a day. */
const MAX_OFFSET_HOURS = 23;

/** UTC milliseconds, or NaN if the text is not such an instant or the day does not exist. */
export function parseInstant(given: string): number {
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

/** Milliseconds that the end of the text adds to the local time: the fraction of a second, minus the offset. */
function offsetMs(text: string, from: number, hasSeconds: boolean): number {
  if (text.length === from + 1 && text[from] === "Z") return 0;
  const found = OFFSET.exec(text.slice(from));
  if (!found) return Number.NaN;
  const [, fraction, sign, hours, minutes] = found;
  if (fraction !== undefined && !hasSeconds) return Number.NaN;
  const fractionMs = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  if (sign === undefined) return fractionMs;
  if (Number(hours) > MAX_OFFSET_HOURS || Number(minutes) >= 60) return Number.NaN;
  return fractionMs - (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MS_PER_MINUTE;
}

/**
 * Writes instants as `toISOString` does. The texts of the day and of the minute are made once each, because a series
 * repeats both, and are then joined. For 4 million intervals this takes 0.52 GB and 1.8 s, instead of 0.99 GB and 8 s
 * for separate strings.
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
      // NB: after the year 9999 a stamp is longer.
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
