/** `02X` (ISO New England) and `02*` (Alberta) mark the second of the two hours that end at 02 in autumn. */
const HOUR = /^(?:HE ?)?(\d{1,2})(?::00(?::00)?)? ?([X*])?$/i;

export interface HourLabel {
  /** 1 to 24; NaN if the text is not a label. */
  readonly hour: number;
  /** The label itself marks the second of two equal hours. */
  readonly isSecond: boolean;
}

/** Parses an hour-ending label: `1` to `24`, `01`, `01:00`, `02X`. The hour starts one hour before the label. */
export function parseHourLabel(text: string): HourLabel {
  const found = HOUR.exec(text.trim());
  const hour = found ? Number(found[1]) : Number.NaN;
  return { hour: hour >= 1 && hour <= 24 ? hour : Number.NaN, isSecond: found?.[2] !== undefined };
}

/** The hour of a label that cannot mark the second of two; NaN if the text is not such a label. */
export function parseHourEnding(text: string): number {
  const { hour, isSecond } = parseHourLabel(text);
  return isSecond ? Number.NaN : hour;
}
