import { afterEach, describe, expect, it } from "vitest";
import { PlanInputError } from "../../src/errors.ts";
import { planInputJsonSchema } from "../../src/schema/json-schemas.ts";
import { battery, bitcoin, diesel, firm, fleet, grid, horizon } from "../support/small-sites.ts";
import { compareBaselines, openPlan, planPower } from "../support/untyped.ts";

const site = () => ({
  horizon: horizon(2),
  bitcoin,
  initialState: { bess: { storedMwh: 5 } },
  assets: [grid(), firm(), diesel(), battery(), fleet()],
});

/** Every field that an input may have. */
function fieldsOf(schema: unknown, found = new Set<string>()): Set<string> {
  if (typeof schema !== "object" || schema === null) return found;
  for (const [key, below] of Object.entries(schema)) {
    if (key === "properties") for (const name of Object.keys(below as object)) found.add(name);
    fieldsOf(below, found);
  }
  return found;
}
const fields = [...fieldsOf(planInputJsonSchema())];

const everyObject = Object.prototype;
let planted: string | undefined;
function plant(name: string, value: unknown, enumerable: boolean): void {
  planted = name;
  const descriptor = Object.assign(Object.create(null) as object, { value, enumerable, configurable: true });
  Object.defineProperty(everyObject, name, descriptor);
}
function unplant(): void {
  if (planted !== undefined) Reflect.deleteProperty(everyObject, planted);
  planted = undefined;
}
afterEach(unplant);

/** What is thrown while the field is planted; expectations run without it. */
function thrownWith(name: string, value: unknown, enumerable: boolean, run: () => unknown): unknown {
  plant(name, value, enumerable);
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  } finally {
    unplant();
  }
}

describe("a field planted on Object.prototype", () => {
  it("is named, with its value and how to mend it", () => {
    const error = thrownWith("permit", 5, true, () => planPower(site()));
    expect((error as PlanInputError).faults).toEqual([
      {
        path: "Object.prototype.permit",
        given: "5",
        wanted: "no field there: every object of this program has it, the plan input too",
        fix: "delete it; a merge of JSON with a field __proto__ may have planted it",
      },
    ]);
  });

  it("is refused whichever field of the input it is, enumerable or not", () => {
    expect(fields.length).toBeGreaterThan(250);
    const others: string[] = [];
    for (const name of fields) {
      for (const [i, value] of [5, {}, "x", [1], true].entries()) {
        const error = thrownWith(name, value, i % 2 === 0, () => planPower(site()));
        const isOwn = error instanceof PlanInputError && error.faults[0].path === `Object.prototype.${name}`;
        if (!isOwn) others.push(`${name} ${String(value)}: ${String(error)}`);
      }
    }
    expect(others).toEqual([]);
  });

  it.each([
    ["compareBaselines", () => compareBaselines(site())],
    ["openPlan", () => openPlan(site())],
  ])("%s refuses it as well", (_, run) => {
    expect(thrownWith("initialState", {}, false, run)).toBeInstanceOf(PlanInputError);
  });

  it("methods of polyfills are left alone, and getters are not run", () => {
    const error = thrownWith(
      "should",
      () => 1,
      false,
      () => planPower(site()),
    );
    expect(error).toBeUndefined();
    Object.defineProperty(everyObject, "should", {
      get: () => {
        throw new Error("run");
      },
      configurable: true,
    });
    planted = "should";
    expect(planPower(site()).status).toBe("optimal");
  });
});
