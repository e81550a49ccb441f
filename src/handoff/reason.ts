/** Why a load has its level over a span, in one sentence of at most 256 characters, with the prices that decide. */
import type { PowerPlan } from "../plan/plan-result.ts";
import { type ControlledLoad, isLimited } from "./loads.ts";
import type { Span } from "./spans.ts";

/** Prices closer than this are equal, relative to max(1, price). */
const EQUAL_PRICES = 1e-6;

export function reasonOf({ prices }: PowerPlan, load: ControlledLoad, span: Span): string {
  const power = rangeOf(span, (t) => prices.powerUsdPerMwh[t]);
  const strike = rangeOf(span, (t) => load.strikeUsdPerMwh(t));
  const levelKw = load.levelKw(span.from);
  const value = `Value of power ${rangeText(power)} USD/MWh`;
  if (!isLimited(load, span.from)) {
    if (!strike || !isAtMost(power, strike)) return `All it asks for. ${value}.`;
    return `${value}, at most the strike price of ${rangeText(strike)}: it runs.`;
  }
  if (load.freeKw(span.from) === undefined) return `Scheduled by its deadlines, at ${levelKw} kW. ${value}.`;
  if (strike && isAtMost(strike, power)) {
    const isInPart = levelKw > 0 && !load.fleet;
    return `${value}, at least the strike price of ${rangeText(strike)}: it yields${isInPart ? " in part" : ""}.`;
  }
  const others = strike ? `, strike price ${rangeText(strike)}` : "";
  return `Another limit of the plan sets this level; why() of wattsplit/explain names it. ${value}${others}.`;
}

interface Range {
  readonly least: number;
  readonly most: number;
}

function rangeOf<Value extends number | undefined>(
  { from, to }: Span,
  value: (t: number) => Value,
): Value extends number ? Range : Range | undefined;
function rangeOf({ from, to }: Span, value: (t: number) => number | undefined): Range | undefined {
  let [least, most] = [Infinity, -Infinity];
  for (let t = from; t < to; t++) {
    const at = value(t);
    if (at === undefined) return undefined;
    least = Math.min(least, at);
    most = Math.max(most, at);
  }
  return { least, most };
}

/** Whether the whole of one range is at most the other, interval by interval being too fine for a sentence. */
function isAtMost(low: Range, high: Range): boolean {
  return low.most <= high.least + EQUAL_PRICES * Math.max(1, Math.abs(high.least));
}

function rangeText({ least, most }: Range): string {
  const [from, to] = [least.toFixed(2), most.toFixed(2)];
  return from === to ? from : `${from} to ${to}`;
}
