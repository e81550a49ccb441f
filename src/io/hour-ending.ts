const HOUR = /^\s*(\d{1,2})(?::00)?\s*$/;

/** An hour ending, `1` to `24`, `01`, `01:00`; NaN where the text is none. The label less an hour is the start on the clock, in spring too. */
export function hourEndingOf(text: string): number {
  const found = HOUR.exec(text);
  const hour = found ? Number(found[1]) : Number.NaN;
  return hour >= 1 && hour <= 24 ? hour : Number.NaN;
}
