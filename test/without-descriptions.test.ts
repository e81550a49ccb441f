import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { withoutDescriptions } from "../scripts/without-descriptions.ts";

it.each([
  ['a: number(quantity.powerMw, "At the plug"),', "a: number(quantity.powerMw),"],
  ['a: number(q, "At " +\n  "the plug", wanted).optional(),', "a: number(q, void 0\n, wanted).optional(),"],
  ['a: z.string().describe("Why").optional(),', "a: z.string().optional(),"],
  ['a: z\n  .string()\n  .describe(\n    "Why",\n  )\n  .min(1),', "a: z\n  .string()\n\n\n\n  .min(1),"],
  ["a: curve(q, `every ${MONTHS}`)", "a: curve(q)"],
  ['z.int().meta({ unit: "min", description: "5 or 15" })', 'z.int().meta({ unit: "min", description: void 0 })'],
  ['strictObject({ a: z.string().describe("x") }).describe("y")', "strictObject({ a: z.string() })"],
])("%s", (text, wanted) => {
  expect(withoutDescriptions(text)).toBe(wanted);
});

it.each([
  'report("maxStoredMwh", "80", "at most", "lower it");',
  "schema.describe(description)",
  'z.number({ error: "a number; correct it" })',
  'describe("a test", () => {});',
])("leaves alone: %s", (text) => {
  expect(withoutDescriptions(text)).toBe(text);
});

it("leaves every line of every schema where it is", () => {
  const folder = new URL("../src/assets/", import.meta.url);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  let cut = 0;
  for (const name of names) {
    const text = readFileSync(new URL(name, folder), "utf8");
    const retained = withoutDescriptions(text);
    expect(retained.split("\n").length, name).toBe(text.split("\n").length);
    cut += text.length - retained.length;
  }
  expect(cut).toBeGreaterThan(5_000);
});
