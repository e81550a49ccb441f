import { describe, expect, it } from "vitest";
import { mpsBounds } from "../../../src/lp/io/mps-bounds.ts";

const line = { number: 9, isHeader: false, text: "" };
const integers = (...columns: number[]): Map<number, number> => new Map(columns.map((j) => [j, 4]));
const boundsOf = (...cards: string[][]): [number, number] => boundValues(integers(), false, cards);
const boundValues = (marked: Map<number, number>, relax: boolean, cards: readonly string[][]): [number, number] => {
  const bounds = mpsBounds(new Map([["x", 0]]), marked, relax);
  for (const [type, number] of cards) bounds.set([type, "B", "x", ...(number === undefined ? [] : [number])], line);
  const { colLower, colUpper } = bounds.bounds(1);
  return [colLower[0], colUpper[0]];
};

describe("mpsBounds", () => {
  it.each<[string[][], [number, number]]>([
    [[], [0, Infinity]],
    [[["UP", "5"]], [0, 5]],
    [[["UP", "0"]], [0, 0]],
    [[["UP", "-5"]], [-Infinity, -5]],
    [
      [
        ["UP", "-5"],
        ["LO", "-9"],
      ],
      [-9, -5],
    ],
    [
      [
        ["LO", "-9"],
        ["UP", "-5"],
      ],
      [-9, -5],
    ],
    [[["LO", "3"]], [3, Infinity]],
    [[["FX", "-2"]], [-2, -2]],
    [[["FR"]], [-Infinity, Infinity]],
    [[["MI"]], [-Infinity, Infinity]],
    [
      [["MI"], ["UP", "4"]],
      [-Infinity, 4],
    ],
    [[["PL"]], [0, Infinity]],
    [
      [["LO", "1"], ["PL"]],
      [1, Infinity],
    ],
    [[["up", "1e20"]], [0, Infinity]],
  ])("%j gives %j", (cards, bounds) => {
    expect(boundsOf(...cards)).toEqual(bounds);
  });

  it.each<[string[][], RegExp]>([
    [
      [
        ["LO", "5"],
        ["UP", "4"],
      ],
      /^line 9: column "x" now has the bounds \[5, 4\], wanted lower <= upper/u,
    ],
    [
      [
        ["UP", "-5"],
        ["LO", "0"],
      ],
      /now has the bounds \[0, -5\]/u,
    ],
    [[["FR"], ["LO", "0"]], /got the lower bound of column "x" a second time/u],
    [
      [
        ["FX", "1"],
        ["UP", "2"],
      ],
      /got the upper bound of column "x" a second time/u,
    ],
    [[["UP"]], /got nothing for the UP bound of "x"/u],
    [[["BV"]], /got bound type BV on "x", wanted a continuous column; pass \{ integers: "relax" \}/u],
    [[["SI", "3"]], /bound type SI/u],
  ])("refuses %j", (cards, message) => {
    expect(() => boundsOf(...cards)).toThrow(message);
  });

  it.each<[string, boolean, string[][], [number, number]]>([
    ["an integer column without bounds", true, [], [0, 1]],
    ["an integer column with a lower bound", true, [["LO", "2"]], [2, Infinity]],
    ["an integer column declared unbounded", true, [["PL"]], [0, Infinity]],
    ["a binary column", false, [["BV"]], [0, 1]],
    ["a binary column with its number", false, [["BV", "1"]], [0, 1]],
    [
      "integer bounds",
      false,
      [
        ["LI", "-2"],
        ["UI", "7"],
      ],
      [-2, 7],
    ],
    ["a lower integer bound alone", false, [["LI", "3"]], [3, Infinity]],
    [
      "a semicontinuous column: 0 or 3..9, the hull",
      false,
      [
        ["LO", "3"],
        ["SC", "9"],
      ],
      [0, 9],
    ],
    [
      "a semicontinuous column below zero: 0 or -9..-3",
      false,
      [
        ["LO", "-9"],
        ["SC", "-3"],
      ],
      [-9, 0],
    ],
    ["a semicontinuous column without bound", false, [["SC", "1e30"]], [0, Infinity]],
  ])("reads the relaxation of %s", (_, marked, cards, bounds) => {
    const found = integers(...(marked ? [0] : []));
    expect(boundValues(found, true, cards)).toEqual(bounds);
    expect([...found.keys()]).toEqual([0]);
  });
});
