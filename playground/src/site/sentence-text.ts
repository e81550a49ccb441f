import { shortNumbers } from "./number-text.ts";
import { instantLabel, type PlanTime } from "./plan-time.ts";

/** An instant in a sentence of the planner. */
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d|Z)/gu;

/** A sentence of the planner for the reader of the page: times by the site's clock, numbers of few digits. */
export function sentenceText(sentence: string, time: PlanTime): string {
  return shortNumbers(sentence.replaceAll(INSTANT, (stamp) => instantLabel(time, Date.parse(stamp))));
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
