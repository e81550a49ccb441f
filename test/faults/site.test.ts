import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type PlanResult } from "wattsplit";
import { worth } from "wattsplit/explain";
import { openPlan, planPower, compareBaselines } from "../support/untyped.ts";

/**
 * Small sites reported by planners that were once solved wrongly, each with its correct values; the name contains the
 * derivation. `run` states how a site is used: planned (default), planned in consecutive pieces (`chain`, each from the
 * end state of the previous one), compared, or asked for the worth of its limits.
 */
interface Item {
  readonly name: string;
  readonly run?: "chain" | "compareBaselines" | "openPlan";
  readonly input?: Fields;
  readonly inputs?: readonly Fields[];
  readonly at: Fields;
}
type Fields = Readonly<Record<string, unknown>>;

const items = JSON.parse(readFileSync(new URL("site.json", import.meta.url), "utf8")) as readonly Item[];

describe("sites that were once solved wrongly", () => {
  it.for(items)("$name", ({ name: _name, at, ...item }) => {
    const answer = answerOf(item);
    for (const [path, wanted] of Object.entries(at)) expectAt(answer, path, wanted);
  });
});

function answerOf({ run, input, inputs = [] }: Omit<Item, "name" | "at">): unknown {
  if (run === "compareBaselines") return compareBaselines(input);
  if (run === "openPlan") {
    const session = openPlan(input);
    const answer = worth(session);
    if (answer.status !== "optimal") throw new Error(answer.detail);
    return {
      result: session.result,
      worthBy: Object.fromEntries(answer.limits.map((limit) => [`${limit.asset}|${limit.limit}`, limit])),
    };
  }
  if (run !== "chain") return planPower(input);
  const results: PlanResult[] = [];
  let initialState: unknown;
  for (const piece of inputs) {
    const result = planPower(initialState ? { ...piece, initialState } : piece);
    results.push(result);
    if (result.status === "optimal") initialState = result.endState;
  }
  return {
    ...results,
    sumUsd: results.reduce((sum, result) => sum + (result.status === "optimal" ? result.objectiveUsd : Number.NaN), 0),
  };
}

/** The value at a path of names and indices. A name may contain dots if the next part alone matches nothing. */
function valueAt(value: unknown, path: string): unknown {
  if (path === "") return value;
  const parts = path.split(".");
  for (let i = 1; i <= parts.length; i++) {
    const key = parts.slice(0, i).join(".");
    const below = (value as Fields | undefined)?.[key];
    if (below !== undefined) return valueAt(below, parts.slice(i).join("."));
  }
  return undefined;
}

function expectAt(answer: unknown, path: string, wanted: unknown): void {
  const found = valueAt(answer, path);
  const says = `${path}: ${String(found)}`;
  const {
    near,
    within = 0,
    oneOf,
    match,
    notMatch,
  } = (typeof wanted === "object" ? wanted : {}) as {
    near?: number;
    within?: number;
    oneOf?: number[];
    match?: string;
    notMatch?: string;
  };
  if (near !== undefined) expect(Math.abs((found as number) - near), says).toBeLessThanOrEqual(within);
  else if (oneOf)
    expect(
      oneOf.some((one) => Math.abs((found as number) / one - 1) < 0.001),
      says,
    ).toBe(true);
  else if (match) expect(found).toMatch(new RegExp(match, "u"));
  else if (notMatch) expect(found).not.toMatch(new RegExp(notMatch, "u"));
  else if (typeof wanted === "number")
    expect(Math.abs((found as number) - wanted), says).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(wanted)));
  else expect(found, says).toEqual(wanted);
}
