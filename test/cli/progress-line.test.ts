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

it("states the share done and about how long it still takes, where that can be foretold", () => {
  const terminal = new MemoryTerminal();
  terminal.isWatched = true;
  let now = 0;
  const line = progressLine(terminal, () => now);
  now = 4000;
  line.onProgress({ ...progress, phase: "interior-point" });
  expect(terminal.noted).toBe("\r\u001B[Kplanning: about 50 %, interior-point, 4.0 s, about 4 s left");
  now = 8000;
  line.onProgress({ ...progress, phase: "polish" });
  expect(terminal.noted).toMatch(/planning: about 93 %, polish, 8\.0 s, about 1 s left$/u);
  // A second program counts its own time.
  now = 9000;
  line.onProgress({ ...progress, phase: "setup" });
  now = 10_000;
  line.onProgress({ ...progress, phase: "setup" });
  expect(terminal.noted).toMatch(/planning, program 2: about 27 %, setup, 1\.0 s, about 3 s left$/u);
});

it("says nothing where nobody watches", () => {
  const terminal = new MemoryTerminal();
  let now = 0;
  const line = progressLine(terminal, () => (now += 1000));
  line.onProgress(progress);
  line.clear();
  expect(terminal.noted).toBe("");
});
