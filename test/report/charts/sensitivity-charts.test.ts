import { expect, it } from "vitest";
import { tornadoChart, twoWayMap } from "../../../src/report/charts/sensitivity-charts.ts";

it("sorts the inputs of a tornado by how far they move the result", () => {
  const { values } = tornadoChart(0, [
    { input: "small", lowUsd: -1, highUsd: 1 },
    { input: "great", lowUsd: 9, highUsd: -9 },
  ]).data;
  expect(values.map(({ input, end, usd }) => [input, end, usd])).toEqual([
    ["great", "low end", 9],
    ["great", "high end", -9],
    ["small", "low end", -1],
    ["small", "high end", 1],
  ]);
});

it("marks the points of a map that earn money", () => {
  const { values } = twoWayMap("a", "b", [
    { x: 1, y: 1, usd: -0.5 },
    { x: 2, y: 1, usd: 0 },
  ]).data;
  expect(values.map(({ earns }) => earns)).toEqual([true, false]);
});
