import { expect, it } from "vitest";
import { assetColours } from "../../../src/report/charts/asset-colours.ts";

it("gives assets of one role different colours, and begins again after the last", () => {
  const roles = Object.fromEntries(["a", "b", "c", "d"].map((name) => [name, { role: "mining" as const }]));
  const colours = assetColours({ ...roles, grid: { role: "connection" } });
  expect(new Set(["a", "b", "c"].map((name) => colours.get(name))).size).toBe(3);
  expect(colours.get("d")).toBe(colours.get("a"));
  expect(colours.get("grid")).not.toBe(colours.get("a"));
});
