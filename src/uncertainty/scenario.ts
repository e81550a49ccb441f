import { PlanInputError, type PlanInputFault } from "../errors.ts";
import type { PlanChanges } from "../plan-changes.ts";

/** One way things may come. */
export interface Scenario {
  readonly name: string;
  /** 0 to 1; over all scenarios they sum to 1. Default, if no scenario has one: all are equally probable. */
  readonly probability?: number;
  /** What differs from the input: `{ assets: { grid: { importPriceUsdPerMwh: prices } } }`. */
  readonly changes: PlanChanges;
}

/** Decimal probabilities add up to 1 but for rounding: 10 times 0.1, or thirds with seven digits. */
const ROUNDING = 1e-6;

/** The probabilities, their sum 1 to the last bit. @throws PlanInputError for a faulty list. */
export function checkScenarios(given: unknown, root = "options.scenarios"): number[] {
  const faults: PlanInputFault[] = [];
  const refuse = (path: string, was: string, wanted: string, fix: string) =>
    faults.push({ path: `${root}${path}`, given: was, wanted, fix });
  if (!Array.isArray(given) || given.length === 0) {
    refuse("", Array.isArray(given) ? "an empty list" : typeof given, "a list of scenarios", "give at least one");
    throw new PlanInputError(faults);
  }
  const names = new Set<unknown>();
  const list = given as readonly (Partial<Scenario> | undefined)[];
  const isWeighted = list.some((one) => one?.probability !== undefined);
  for (const [i, one] of list.entries()) {
    const name = one?.name;
    if (typeof name !== "string" || name.trim() === "" || name in {})
      refuse(`[${i}].name`, String(name), "a name of its own", "name the scenario");
    else if (names.has(name)) refuse(`[${i}].name`, JSON.stringify(name), "a name of its own", "rename one of the two");
    names.add(name);
    const probability = one?.probability;
    if (isWeighted && !(typeof probability === "number" && probability >= 0 && probability <= 1))
      refuse(
        `[${i}].probability`,
        String(probability),
        "a number from 0 to 1",
        "give it for every scenario, or for none",
      );
  }
  if (faults.length > 0) throw new PlanInputError(faults);
  if (!isWeighted) return list.map(() => 1 / list.length);
  const sum = list.reduce((total, one) => total + (one?.probability ?? 0), 0);
  if (Math.abs(sum - 1) > ROUNDING) {
    refuse("", `probabilities that sum to ${sum}`, "a sum of 1", "correct them");
    throw new PlanInputError(faults);
  }
  return list.map((one) => (one?.probability ?? 0) / sum);
}
