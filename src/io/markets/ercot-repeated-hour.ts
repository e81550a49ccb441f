/**
 * ERCOT's flag of the autumn hour. It marks the SECOND of the two and is N in every other hour, summer included. NB: read as
 * "daylight time" it puts both hours of the day wrong; its 2016 file falls from 28907 (N) over 27707 to 26982 MW (Y).
 */
import { Clock } from "../series-rows.ts";

const SECOND = /^\s*(?:y|yes|true|1)\s*$/i;
const FIRST = /^\s*(?:n|no|false|0|)\s*$/i;

/** Undefined where the text is no flag. */
export function clockOfFlag(text: string): Clock | undefined {
  if (text === "N" || FIRST.test(text)) return Clock.wallFirst;
  return SECOND.test(text) ? Clock.wallSecond : undefined;
}
