/**
 * Wall-clock stamps in one fixed layout, read fast. `date-fns/parse` reads the same layouts at about 10 us each, too slow
 * for a year of five minutes in a second; this is a regular expression made once and `Date.UTC`, checked there and back.
 * Letters as in Unicode TR 35: yyyy MM dd HH (00-24) h mm ss a; others stand for themselves. One digit may stand for two.
 */
const PART = /yyyy|yy|MM|dd|HH|h|mm|ss|a/g;
const PATTERN: Readonly<Record<string, string>> = { yyyy: String.raw`(\d{4})`, a: "([AaPp][Mm])" };

/** Milliseconds of the wall clock counted as if it were UTC, or NaN where the text is no stamp of the layout. */
export type ReadStamp = (text: string) => number;

export function stampFormat(layout: string): ReadStamp {
  const parts: readonly string[] = layout.match(PART) ?? [];
  const escaped = layout.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const pattern = new RegExp(`^\\s*${escaped.replaceAll(PART, (part) => PATTERN[part] ?? String.raw`(\d{1,2})`)}\\s*$`);
  const place = (part: string): number => parts.indexOf(part) + 1;
  const [year, month, day, hour, halfDayHour, minute, second, half] = ["yyyy", "MM", "dd", "HH", "h", "mm", "ss", "a"].map(place);
  return (text) => {
    const found = pattern.exec(text);
    if (!found) return Number.NaN;
    const at = (group: number): number => (group === 0 ? 0 : Number(found[group]));
    const date = Date.UTC(at(year), at(month) - 1, at(day));
    // NB: `Date.UTC` reads 30 February as 2 March.
    const back = new Date(date);
    const isDay = back.getUTCMonth() === at(month) - 1 && back.getUTCDate() === at(day);
    let hours = at(hour);
    if (half > 0) {
      const twelve = at(halfDayHour);
      if (twelve < 1 || twelve > 12) return Number.NaN;
      hours = (twelve % 12) + (found[half].toLowerCase() === "pm" ? 12 : 0);
    }
    const isTime = at(minute) < 60 && at(second) < 60 && (hours < 24 || (hours === 24 && at(minute) === 0 && at(second) === 0));
    return isDay && isTime ? date + ((hours * 60 + at(minute)) * 60 + at(second)) * 1000 : Number.NaN;
  };
}

/** The first layout that reads `text`; undefined where none does. A file keeps one layout, so the first row settles it. */
export function layoutOf(text: string, layouts: readonly string[]): ReadStamp | undefined {
  return layouts.map(stampFormat).find((read) => !Number.isNaN(read(text)));
}
