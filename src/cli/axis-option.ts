/** Axes of a sweep as the command line writes them. */
import type { Axis } from "../sweep/axis.ts";
import { UsageError } from "./usage-error.ts";

const EXAMPLE = "e.g. bitcoin.hashpriceUsdPerPhDay=30,40,50 or grid.importLimitMw=60..120:20";
/** Digits that survive counting up in steps of a decimal fraction. */
const STEP_DIGITS = 12;
const MOST_STEPS = 1_000_000;

/** `path=30,40,50`, or `path=60..120:20` for every 20 from 60 to 120. */
export function valuesAxis(text: string): Axis {
  const [path, values] = parted(text, "--axis");
  return { path, values: listOf(values, text, "--axis") };
}

/** `path=0.8,1,1.2`: multiplies the number or curve at the path. */
export function factorsAxis(text: string): Axis {
  const [path, values] = parted(text, "--factor");
  const factors = listOf(values, text, "--factor");
  const wrong = factors.find((factor) => typeof factor !== "number");
  if (wrong !== undefined) throw new UsageError(`--factor ${text}: ${String(wrong)} is not a number`);
  return { path, factors: factors as readonly number[] };
}

function parted(text: string, option: string): readonly [string, string] {
  const at = text.indexOf("=");
  if (at < 1 || at === text.length - 1) throw new UsageError(`${option} ${text}: wanted path=values, ${EXAMPLE}`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function listOf(values: string, text: string, option: string): readonly (string | number | boolean | null)[] {
  const range = /^(.*)\.\.(.*?):(.*)$/u.exec(values);
  if (!range) return values.split(",").map(scalarOf);
  const [from, to, step] = range.slice(1).map((part) => (part.trim() === "" ? NaN : Number(part)));
  const steps = Math.floor((to - from) / step + 1 / MOST_STEPS);
  if (!(Number.isFinite(from) && Number.isFinite(to) && steps >= 0 && steps < MOST_STEPS))
    throw new UsageError(
      `${option} ${text}: wanted from..to:step with a step that leads from one to the other, ${EXAMPLE}`,
    );
  return Array.from({ length: steps + 1 }, (_, k) => Number((from + k * step).toPrecision(STEP_DIGITS)));
}

/** JSON where it is a number, true, false or null, else the text itself. */
function scalarOf(text: string): string | number | boolean | null {
  try {
    const value: unknown = JSON.parse(text);
    if (value === null || ["number", "boolean", "string"].includes(typeof value)) return value as string;
  } catch {
    // A text without quotation marks.
  }
  return text;
}
