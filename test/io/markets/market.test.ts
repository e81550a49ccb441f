import { describe, expect, it } from "vitest";
import { Header } from "../../../src/io/header.ts";
import { inBrackets, placeIn } from "../../../src/io/markets/market.ts";

describe("placeIn", () => {
  it("counts columns from 1 and names their heading", () => {
    expect(placeIn(new Header(["a", "b"]), 7, 1)).toEqual({ line: 7, column: 2, heading: "b" });
  });
});

describe("inBrackets", () => {
  it.each([
    ["MTU (CET/CEST)", "CET/CEST"],
    ["a (b) c (d)", "b) c (d"],
    ["none", ""],
    ["(", ""],
    [")(", ""],
  ])("of %j is %j", (heading, words) => {
    expect(inBrackets(heading)).toBe(words);
  });
});
