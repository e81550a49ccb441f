import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { PlanInputError } from "../src/errors.ts";
import { planPower } from "./support/untyped.ts";

interface Case {
  readonly why: string;
  readonly input: unknown;
  /** Paths of the faults. */
  readonly paths?: readonly string[];
  readonly startIso?: string;
  /** By `asset limit`. */
  readonly raiseTo?: Readonly<Record<string, number>>;
}

const cases = JSON.parse(readFileSync(new URL("corpus/plan/inputs.json", import.meta.url), "utf8")) as Case[];

it.each(cases)("plan input: $why", ({ input, paths, startIso, raiseTo }) => {
  let faults: readonly string[] | undefined;
  try {
    const result = planPower(input);
    if (startIso !== undefined) expect(result).toMatchObject({ status: "optimal", startIso });
    const reported =
      result.status === "infeasible"
        ? result.conflicts.flatMap(({ bindingLimits }) =>
            bindingLimits.map(({ asset, limit, raiseTo: to }) => [`${asset} ${limit}`, to]),
          )
        : undefined;
    expect(reported && Object.fromEntries(reported)).toEqual(raiseTo);
  } catch (error) {
    if (!(error instanceof PlanInputError)) throw error;
    faults = error.faults.map(({ path }) => path);
  }
  expect(faults).toEqual(paths);
});
