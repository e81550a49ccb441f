import { expect, it } from "vitest";
import { checkResult } from "../../src/report/check-result.ts";

it("takes what has one of the fields, and says what was wanted of anything else", () => {
  expect(() => checkResult("summary", { status: "optimal" }, ["status", "hybrid"], "a result")).not.toThrow();
  expect(() => checkResult("summary", { hybrid: {} }, ["status", "hybrid"], "a result")).not.toThrow();
  for (const given of [null, undefined, 5, "text", 1n, Symbol("s"), {}, [], { status: 5 }]) {
    expect(() => checkResult("summary", given, ["status", "hybrid"], "a result")).toThrow(
      /summary: got .*, wanted a result; pass what the planner returned/,
    );
  }
});
