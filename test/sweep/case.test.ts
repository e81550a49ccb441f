import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { caseId } from "../../src/sweep/case.ts";
import type { PlanInput } from "../../src/plan-input/index.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const input = (fields: object) => fields as unknown as PlanInput;

it("is SHA-256 of the canonical JSON, as another implementation computes it", () => {
  expect(caseId({ input: input({ b: "\u20ac", a: [1, 2.5] }) })).toBe(
    sha256('{"input":{"a":[1,2.5],"b":"\u20ac"},"question":"plan"}'),
  );
  expect(caseId({ input: input({}), question: "compare", limits: { nodeLimit: 5 } })).toBe(
    sha256('{"input":{},"limits":{"nodeLimit":5},"question":"compare"}'),
  );
});

it("does not depend on the order of fields, on typed arrays, or on the sign of zero", () => {
  const id = caseId({ input: input({ a: [0, 1], b: { c: 1, d: 2 } }) });
  expect(caseId({ input: input({ b: { d: 2, c: 1 }, a: Float64Array.of(-0, 1) }) })).toBe(id);
  expect(caseId({ input: input({ a: [0, 1.0000000000000002], b: { c: 1, d: 2 } }) })).not.toBe(id);
});

it("refuses a number that JSON has not", () => {
  expect(() => caseId({ input: input({ a: NaN }) })).toThrow("input.a: got NaN");
});
