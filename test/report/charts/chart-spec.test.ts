import { expect, it } from "vitest";
import { chartSpec } from "../../../src/report/charts/chart-spec.ts";

it("wraps a long subtitle at words, and reads title and subtitle aloud", () => {
  const words = Array.from({ length: 60 }, (_, k) => `word${k}`).join(" ");
  const { title, description } = chartSpec("Title", words, [], { width: 10 });
  expect(title.subtitle?.every((line) => line.length <= 78)).toBe(true);
  expect(title.subtitle?.join(" ")).toBe(words);
  expect(description).toBe(`Title. ${words}`);
});
