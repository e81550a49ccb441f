import { expect, it } from "vitest";
import { progressLine } from "../../src/cli/progress-line.ts";
import { MemoryTerminal } from "../support/memory-terminal.ts";

const progress = { phase: "dual", iterations: 7, primalInfeasibility: 0, objective: 0 };

it("is written over four times a second at most, and is gone in the end", () => {
  const terminal = new MemoryTerminal();
  terminal.isWatched = true;
  let now = 0;
  const line = progressLine(terminal, () => now);
  for (; now < 1000; now += 50) line.onProgress(progress);
  expect(terminal.noted.match(/planning/gu)).toHaveLength(3);
  expect(terminal.noted).toContain("planning: dual, 7 iterations, 0.3 s");
  line.clear();
  expect(terminal.noted.endsWith("\r\u001B[K")).toBe(true);
});

it("says nothing where nobody watches", () => {
  const terminal = new MemoryTerminal();
  let now = 0;
  const line = progressLine(terminal, () => (now += 1000));
  line.onProgress(progress);
  line.clear();
  expect(terminal.noted).toBe("");
});
