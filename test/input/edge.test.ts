import { describe, expect, it } from "vitest";
import { addFault, addFaultBy, addRepeated, addSuspicion, watch, type Edge } from "../../src/input/edge.ts";

const newEdge = (): Edge => ({ faults: [], notices: [] });
const repeat = (edge: Edge, wrong: readonly number[]) =>
  addRepeated(
    edge,
    "x",
    9000,
    (i) => wrong.includes(i),
    (i) => [`[${i}]`, "null", "a number", "give one"],
  );

describe("addRepeated", () => {
  it("tells up to three faults one by one", () => {
    const edge = newEdge();
    repeat(edge, [1, 5, 9]);
    expect(edge.faults.map(({ path }) => path)).toEqual(["x[1]", "x[5]", "x[9]"]);
  });

  it("counts the others under the curve's own path, and names the last", () => {
    const edge = newEdge();
    repeat(edge, [1, 5, 9, 11, 8000]);
    expect(edge.faults).toHaveLength(4);
    expect(edge.faults[3]).toEqual({
      path: "x",
      given: "that fault in 2 more, the last at [8000]",
      wanted: "a number",
      fix: "give one",
    });
  });

  it("is silent of none", () => {
    const edge = newEdge();
    repeat(edge, []);
    expect(edge.faults).toEqual([]);
  });
});

describe("addSuspicion", () => {
  it("is a fault with a way out, unless the input has taken it", () => {
    const edge = newEdge();
    addSuspicion(edge, "x", "1", "2", "multiply");
    addSuspicion({ ...edge, unitsAsStated: ["x"] }, "x", "1", "2", "multiply");
    expect(edge.faults).toEqual([
      { path: "x", given: "1", wanted: "2", fix: 'multiply; if it is meant so, list "x" in unitsAsStated' },
    ]);
  });
});

describe("watch", () => {
  it("answers whether a fault was added since", () => {
    const edge = newEdge();
    addFault(edge, "x", "1", "2", "correct it");
    const isSound = watch(edge);
    expect(isSound()).toBe(true);
    addFault(edge, "y", "1", "2", "correct it");
    expect(isSound()).toBe(false);
    expect(watch(edge)()).toBe(true);
  });
});

describe("faults without end", () => {
  it("are counted beyond the hundredth, their words not asked for, and still no soundness", () => {
    const edge = newEdge();
    let asked = 0;
    const words = () => {
      asked++;
      return ["1", "2", "mend"] as const;
    };
    for (let i = 0; i < 1_000_000; i++) addFaultBy(edge, `x[${i}]`, words);
    expect([edge.faults.length, asked]).toEqual([100, 100]);
    expect(edge.faults[99]).toEqual({ path: "x[99]", given: "1", wanted: "2", fix: "mend", more: 999_900 });
    const isSound = watch(edge);
    addFault(edge, "y", "1", "2", "mend");
    expect(isSound()).toBe(false);
    expect(edge.faults[99].more).toBe(999_901);
  });
});
