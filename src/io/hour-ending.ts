/** `02X` (ISO New England) and `02*` (Alberta) are the second of the two hours that end at 02 in autumn. */
const HOUR = /^(?:HE ?)?(\d{1,2})(?::00(?::00)?)? ?([X*])?$/i;

export interface HourLabel {
  /** 1 to 24; NaN where the text is no label. */
  readonly hour: number;
  /** It says of itself that it is the second of two. */
  readonly isSecond: boolean;
}

/** An hour ending, `1` to `24`, `01`, `01:00`, `02X`. The label less an hour is the start on the clock. */
export function hourLabelOf(text: string): HourLabel {
  const found = HOUR.exec(text.trim());
  const hour = found ? Number(found[1]) : Number.NaN;
  return { hour: hour >= 1 && hour <= 24 ? hour : Number.NaN, isSecond: found?.[2] !== undefined };
}

/** The hour of a label that cannot say more than the hour; NaN where the text is none. */
export function hourEndingOf(text: string): number {
  const { hour, isSecond } = hourLabelOf(text);
  return isSecond ? Number.NaN : hour;
}
