import { describe, expect, it } from "vitest";
import { addFault, addRepeated, type Edge } from "../../src/input/edge.ts";

const newEdge = (): Edge => ({ faults: [], notices: [] });
const tellOn = (edge: Edge) => (i: number) => addFault(edge, `x[${i}]`, "null", "a number", "give one");

describe("addRepeated", () => {
  it("tells up to three faults one by one", () => {
    const edge = newEdge();
    addRepeated(edge, "x", [1, 5, 9], tellOn(edge));
    expect(edge.faults.map(({ path }) => path)).toEqual(["x[1]", "x[5]", "x[9]"]);
  });

  it("counts the others under the curve's own path, and names the last", () => {
    const edge = newEdge();
    addRepeated(edge, "x", [1, 5, 9, 11, 8000], tellOn(edge));
    expect(edge.faults).toHaveLength(4);
    expect(edge.faults[3]).toEqual({ path: "x", given: "that fault in 2 more, the last at [8000]", wanted: "a number", fix: "give one" });
  });

  it("is silent of none", () => {
    const edge = newEdge();
    addRepeated(edge, "x", [], tellOn(edge));
    expect(edge.faults).toEqual([]);
  });
});
