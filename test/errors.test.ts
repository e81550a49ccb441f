import { describe, expect, it } from "vitest";
import { PlanInputError, ProgramError } from "../src/errors.ts";

describe("PlanInputError", () => {
  const fault = {
    path: "assets[2].importLimitMw[17]",
    given: "null",
    wanted: "a number of MW",
    fix: "give every entry a value",
  };

  it("lists every fault with path, given, wanted and fix, one per line", () => {
    const error = new PlanInputError([fault, { ...fault, path: "horizon.count" }]);
    expect(error.message.split("\n")).toEqual([
      "The plan input has 2 faults:",
      "  assets[2].importLimitMw[17]: got null, wanted a number of MW; give every entry a value",
      "  horizon.count: got null, wanted a number of MW; give every entry a value",
    ]);
    expect(error.faults).toHaveLength(2);
  });

  it("says fault, not faults, of one", () => {
    expect(new PlanInputError([fault]).message).toMatch(/^The plan input has 1 fault:/);
  });

  it("carries a code, so that hosts with two builds need no instanceof", () => {
    expect(new PlanInputError([fault])).toMatchObject({ name: "PlanInputError", code: "PLAN_INPUT" });
    expect(new ProgramError("rowLower[3]", "NaN")).toMatchObject({
      name: "ProgramError",
      code: "LINEAR_PROGRAM",
      path: "rowLower[3]",
      message: "rowLower[3]: NaN",
    });
  });
});

describe("a PlanInputError of many faults", () => {
  it("lists a hundred and counts the rest, those counted before included", () => {
    const fault = { path: "x", given: "1", wanted: "2", fix: "mend it" };
    const error = new PlanInputError([{ ...fault, more: 7 }, ...Array.from({ length: 150 }, () => fault)]);
    expect(error.faults).toHaveLength(100);
    expect(error.faults[99]).toEqual({ ...fault, more: 58 });
    expect(error.message.split("\n")).toHaveLength(102);
    expect(error.message).toMatch(/^The plan input has 158 faults:\n/);
    expect(error.message).toMatch(/\n {2}and 58 more$/);
    expect(new PlanInputError([fault]).faults).toEqual([fault]);
  });
});
