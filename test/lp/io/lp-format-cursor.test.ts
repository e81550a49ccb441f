import { describe, expect, it } from "vitest";
import { parseBoundConstant, lpCursor } from "../../../src/lp/io/lp-format-cursor.ts";

describe("lpCursor", () => {
  it("looks ahead without consuming tokens, and stays at the end", () => {
    const cursor = lpCursor("min c: x");
    expect(cursor.takeSection()).toBe("objective");
    expect([cursor.isLabel(), cursor.takeLabel(), cursor.isLabel(), cursor.takeLabel()]).toEqual([
      true,
      "c",
      false,
      undefined,
    ]);
    expect([cursor.next().text, cursor.next().kind, cursor.next().kind, cursor.isSection()]).toEqual([
      "x",
      "stop",
      "stop",
      true,
    ]);
  });

  it("multiplies signs and reads bounds as they are written", () => {
    const cursor = lpCursor("min - - 3 -inf + Infinity -1e20 -0.5 x");
    cursor.takeSection();
    expect([1, 2, 3, 4, 5].map(() => cursor.takeBound())).toEqual([
      { text: "3", value: 3 },
      { text: "0", value: -Infinity },
      { text: "0", value: Infinity },
      { text: "-1e20", value: -Infinity },
      { text: "-0.5", value: -0.5 },
    ]);
    expect(() => cursor.takeBound()).toThrow('line 1: got "x", wanted a number or infinity.');
  });

  it("gives relations as one character", () => {
    const cursor = lpCursor("min < <= =< > >= => = x");
    cursor.takeSection();
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(() => cursor.takeRelation())).toEqual([
      "<",
      "<",
      "<",
      ">",
      ">",
      ">",
      "=",
      undefined,
    ]);
  });
});

describe("boundOf", () => {
  it("treats 1e20 and more as infinite", () => {
    expect(["9e19", "-1e20", "1e999"].map((text) => parseBoundConstant(text).value)).toEqual([
      9e19,
      -Infinity,
      Infinity,
    ]);
  });
});
