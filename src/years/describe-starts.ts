import { periodLabels } from "../finance/periods.ts";
import type { YearsFrame } from "./years-frame.ts";

/** Shares below this count as nothing. */
const NOTHING = 1e-6;

/** MW that are started in all, and the label of the first quarter with a start. */
export function describeStarts(
  { model, parts }: YearsFrame,
  starts: readonly (readonly number[])[],
): { readonly mw: number; readonly first: string | undefined } {
  const mw = starts.reduce(
    (total, shares, o) => total + shares.reduce((sum, one) => sum + one, 0) * parts.parts[model.fleets.length + o].mw,
    0,
  );
  const first = periodLabels(model.periods).find((_, q) => starts.some((shares) => shares[q] > NOTHING));
  return { mw, first };
}
