import { describe, expect, it, vi } from "vitest";
import type { ParseContext } from "../../src/input/parse-context.ts";
import { SectionMemory } from "../../src/input/section-memory.ts";

const context = (unitsAsStated: readonly unknown[] = NONE): ParseContext => ({
  faults: [],
  notices: [],
  unitsAsStated,
});
const NONE: readonly unknown[] = [];

describe("SectionMemory", () => {
  it("parses the same objects once, and repeats the notices", () => {
    const memory = new SectionMemory();
    const [asset, time] = [{}, {}];
    const [first, second] = [context(), context()];
    const parse = vi.fn<(to: ParseContext) => object>((to) => {
      to.notices.push("a default");
      return { parsed: true };
    });
    const section = memory.section([asset, time], first, () => parse(first));
    expect(memory.section([asset, time], second, () => parse(second))).toBe(section);
    expect(parse).toHaveBeenCalledTimes(1);
    expect(second.notices).toEqual(["a default"]);
  });

  it("parses again where an object, the time axis, or the units meant so are others", () => {
    const memory = new SectionMemory();
    const [asset, time] = [{}, {}];
    const parse = vi.fn<() => number>(() => 1);
    memory.section([asset, time], context(), parse);
    memory.section([{}, time], context(), parse);
    memory.section([asset, {}], context(), parse);
    memory.section([asset, time], context(["assets[0].itMw"]), parse);
    expect(parse).toHaveBeenCalledTimes(4);
  });

  it("does not remember a section with a fault, nor what is not an object", () => {
    const memory = new SectionMemory();
    const asset = {};
    const faulty = vi.fn<(to: ParseContext) => number>((to) =>
      to.faults.push({ path: "a", given: "b", wanted: "c", fix: "d" }),
    );
    for (const to of [context(), context()]) memory.section([asset], to, () => faulty(to));
    expect(faulty).toHaveBeenCalledTimes(2);
    const parse = vi.fn<() => number>(() => 1);
    for (const to of [context(), context()]) memory.section([undefined], to, parse);
    expect(parse).toHaveBeenCalledTimes(2);
  });
});
