import { describe, expect, it } from "vitest";
import {
  addFault,
  addFaultLazily,
  addFaultsOfOneKind,
  addSuspicion,
  faultWatch,
  type ParseContext,
} from "../../src/input/parse-context.ts";

const newEdge = (): ParseContext => ({ faults: [], notices: [] });
const repeat = (context: ParseContext, wrong: readonly number[]) =>
  addFaultsOfOneKind(
    context,
    "x",
    9000,
    (i) => wrong.includes(i),
    (i) => [`[${i}]`, "null", "a number", "give one"],
  );

describe("addRepeated", () => {
  it("tells up to three faults one by one", () => {
    const context = newEdge();
    repeat(context, [1, 5, 9]);
    expect(context.faults.map(({ path }) => path)).toEqual(["x[1]", "x[5]", "x[9]"]);
  });

  it("counts the others under the curve's own path, and names the last", () => {
    const context = newEdge();
    repeat(context, [1, 5, 9, 11, 8000]);
    expect(context.faults).toHaveLength(4);
    expect(context.faults[3]).toEqual({
      path: "x",
      given: "that fault in 2 more, the last at [8000]",
      wanted: "a number",
      fix: "give one",
    });
  });

  it("is silent of none", () => {
    const context = newEdge();
    repeat(context, []);
    expect(context.faults).toEqual([]);
  });
});

describe("addSuspicion", () => {
  it("is a fault with a way out, unless the input has taken it", () => {
    const context = newEdge();
    addSuspicion(context, "x", "1", "2", "multiply");
    addSuspicion({ ...context, unitsAsStated: ["x"] }, "x", "1", "2", "multiply");
    expect(context.faults).toEqual([
      { path: "x", given: "1", wanted: "2", fix: 'multiply; if it is intended, list "x" in unitsAsStated' },
    ]);
  });
});

describe("watch", () => {
  it("answers whether a fault was added since", () => {
    const context = newEdge();
    addFault(context, "x", "1", "2", "correct it");
    const isSound = faultWatch(context);
    expect(isSound()).toBe(true);
    addFault(context, "y", "1", "2", "correct it");
    expect(isSound()).toBe(false);
    expect(faultWatch(context)()).toBe(true);
  });
});

describe("faults without end", () => {
  it("are counted beyond the hundredth, their words not asked for, and still no soundness", () => {
    const context = newEdge();
    let asked = 0;
    const words = () => {
      asked++;
      return ["1", "2", "mend"] as const;
    };
    for (let i = 0; i < 1_000_000; i++) addFaultLazily(context, `x[${i}]`, words);
    expect([context.faults.length, asked]).toEqual([100, 100]);
    expect(context.faults[99]).toEqual({ path: "x[99]", given: "1", wanted: "2", fix: "mend", more: 999_900 });
    const isSound = faultWatch(context);
    addFault(context, "y", "1", "2", "mend");
    expect(isSound()).toBe(false);
    expect(context.faults[99].more).toBe(999_901);
  });
});
