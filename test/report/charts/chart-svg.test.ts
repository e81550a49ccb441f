import { expect, it, vi } from "vitest";
import { chartSvg } from "../../../src/report/charts/chart-svg.ts";
import { chartSpec } from "../../../src/report/charts/chart-spec.ts";

const chart = chartSpec(
  "Two bars",
  "",
  [
    { a: "x", b: 1 },
    { a: "y", b: 3 },
  ],
  {
    mark: "bar",
    encoding: { x: { field: "a", type: "nominal" }, y: { field: "b", type: "quantitative" } },
  },
);

it("draws the same picture every time", async () => {
  const svg = await chartSvg(chart);
  expect(svg).toContain("Two bars");
  expect(await chartSvg(chart)).toBe(svg);
});

it("names the package that is missing", async () => {
  vi.doMock("vega-lite", () => {
    throw new Error("not found");
  });
  vi.resetModules();
  const { chartSvg: without } = await import("../../../src/report/charts/chart-svg.ts");
  await expect(without(chart)).rejects.toThrow(
    "chartSvg draws with the package vega-lite, which did not load; install it: npm install vega-lite",
  );
  vi.doUnmock("vega-lite");
});
