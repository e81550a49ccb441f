/**
 * Parses local time stamps in one fixed layout, fast. `date-fns/parse` reads the same layouts in about 10 us each, too
 * slow for a year of five minutes in a second. Here the layout is analysed once.
 *
 * Letters are those of Unicode TR 35: yyyy yy MM M MMM (Jan to Dec, English) dd d HH H (00-24) hh h mm ss SSS a. Other
 * characters match themselves. A two-digit part may have one digit. A fraction of a second (.SSS, with any number of
 * digits) may be absent, because programs omit it for a whole second.
 */
import { MS_PER_DAY } from "../time/time-grid.ts";

const PART = /yyyy|yy|MMM|MM?|dd?|HH?|hh?|mm|ss|[.,]S+|a|[^]/g;
/** Digits of a fraction: nanoseconds. */
const MAX_FRACTION_DIGITS = 9;

/** Returns local milliseconds counted as if they were UTC, or NaN if the text does not fit the layout. */
export type ParseStamp = (text: string) => number;

/** Index of each field in the parsed values: year, month, day, hour, hour of a half day, minute, second. */
const FIELD: Readonly<Record<string, number>> = {
  yyyy: 0,
  yy: 0,
  MMM: 1,
  MM: 1,
  M: 1,
  dd: 2,
  d: 2,
  HH: 3,
  H: 3,
  hh: 4,
  h: 4,
  mm: 5,
  ss: 6,
};
const [HALF, LITERAL, FRACTION, MONTH_NAME] = [-1, -2, -3, -4];
const MONTH_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const [YEAR, MONTH, DAY, HOUR, HALF_DAY_HOUR, MINUTE, SECOND] = [0, 1, 2, 3, 4, 5, 6];

/** Whether a layout has a complete date, and an am/pm mark if and only if it has 12-hour clock hours. */
export function isLayout(layout: string): boolean {
  const parts: readonly string[] = layout.match(PART) ?? [];
  const fields = parts.flatMap((part) => FIELD[part] ?? []);
  const isOnce = new Set(fields).size === fields.length;
  return (
    isOnce &&
    [YEAR, MONTH, DAY].every((field) => fields.includes(field)) &&
    fields.includes(HALF_DAY_HOUR) === parts.includes("a") &&
    !(fields.includes(HOUR) && parts.includes("a"))
  );
}

export function stampParser(layout: string): ParseStamp {
  const steps = (layout.match(PART) ?? []).map((part) => ({
    field: part === "a" ? HALF : part === "MMM" ? MONTH_NAME : part.endsWith("S") ? FRACTION : (FIELD[part] ?? LITERAL),
    most: part === "yyyy" ? 4 : 2,
    least: part === "yyyy" ? 4 : part === "yy" ? 2 : 1,
    century: part === "yy" ? 2000 : 0,
    code: part.charCodeAt(0),
  }));
  const isHalfDay = layout.includes("h");
  const value = new Int32Array(7);
  return (given) => {
    const text = given.trim();
    let at = 0;
    let isAfternoon = false;
    let fractionMs = 0;
    value.fill(0);
    for (const { field, most, least, century, code } of steps) {
      if (field === LITERAL) {
        if (text.charCodeAt(at++) !== code) return Number.NaN;
      } else if (field === FRACTION) {
        if (text.charCodeAt(at) !== code) continue;
        const from = ++at;
        while (isDigit(text, at)) at++;
        if (at === from || at - from > MAX_FRACTION_DIGITS) return Number.NaN;
        fractionMs = Math.floor(Number(`0.${text.slice(from, at)}`) * 1000);
      } else if (field === MONTH_NAME) {
        value[MONTH] = MONTH_NAMES.indexOf(text.slice(at, at + 3).toLowerCase()) + 1;
        at += 3;
      } else if (field === HALF) {
        const half = text.slice(at, at + 2).toLowerCase();
        if (half !== "am" && half !== "pm") return Number.NaN;
        isAfternoon = half === "pm";
        at += 2;
      } else {
        const from = at;
        let number = 0;
        for (; at - from < most; at++) {
          const digit = text.charCodeAt(at) - 48;
          if (!(digit >= 0 && digit <= 9)) break;
          number = number * 10 + digit;
        }
        if (at - from < least) return Number.NaN;
        value[field] = century + number;
      }
    }
    if (at !== text.length) return Number.NaN;
    if (isHalfDay && (value[HALF_DAY_HOUR] < 1 || value[HALF_DAY_HOUR] > 12)) return Number.NaN;
    const hours = isHalfDay ? (value[HALF_DAY_HOUR] % 12) + (isAfternoon ? 12 : 0) : value[HOUR];
    return dayMs(value[YEAR], value[MONTH], value[DAY]) + timeMs(hours, value[MINUTE], value[SECOND]) + fractionMs;
  };
}

function isDigit(text: string, at: number): boolean {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** UTC milliseconds of the start of a day; NaN if the calendar has no such day. */
export function dayMs(year: number, month: number, day: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1] + (month === 2 && isLeap ? 1 : 0);
  // NB: `Date.UTC` reads the years 0 to 99 as 1900 to 1999.
  return isDay && year >= 100 ? Date.UTC(year, month - 1, day) : Number.NaN;
}

/** Milliseconds since the start of the day, up to 24:00; NaN if the clock has no such time. */
export function timeMs(hours: number, minutes: number, seconds: number): number {
  const ms = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return minutes < 60 && seconds < 60 && ms <= MS_PER_DAY ? ms : Number.NaN;
}

/** The first layout that fits `text`; undefined if none does. A file has one layout, so the first row decides it. */
export function firstFittingParser(text: string, layouts: readonly string[]): ParseStamp | undefined {
  return layouts.map(stampParser).find((read) => !Number.isNaN(read(text)));
}

/** Layouts of dates and times in files, the most specific first. */
const KNOWN_DATES = [
  "yyyy-MM-dd",
  "yyyy/MM/dd",
  "MM/dd/yyyy",
  "dd/MM/yyyy",
  "dd.MM.yyyy",
  "MM/dd/yy",
  "dd/MM/yy",
  "dd-MM-yyyy",
  "MM-dd-yyyy",
];
const KNOWN_TIMES = [
  " HH:mm",
  " HH:mm:ss",
  " HH:mm:ss.SSS",
  "THH:mm",
  "THH:mm:ss",
  "THH:mm:ss.SSS",
  " h:mm a",
  " h:mm:ss a",
  "",
];

/** The usual layouts that fit `text`: two if day and month can be exchanged. */
export function usualLayoutsOf(text: string): string[] {
  const all = KNOWN_DATES.flatMap((date) => KNOWN_TIMES.map((time) => date + time));
  const reading = all.filter((layout) => !Number.isNaN(stampParser(layout)(text)));
  // A layout with an optional fraction fits whatever the layout without it fits.
  return reading.filter((layout) => !reading.includes(layout.replace(".SSS", "")) || !layout.includes(".SSS"));
}
