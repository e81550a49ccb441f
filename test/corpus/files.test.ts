/**
 * Replays inputs that failed once: their outcome, the length of the message, and time and memory relative to the length
 * of the text.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { InputFileError, PlanInputError } from "../../src/errors.ts";
import type { CorpusCase } from "./files/case.ts";
import { corpus } from "./files/index.ts";
import { isSoak, runs } from "../support/runs.ts";

/**
 * CPU time below which differences are noise, ms; and the maximum growth of time relative to the growth of the text.
 */
const NOISE_MS = 60;
const MOST_GROWTH = 2.5;

function outcomeOf({ read }: CorpusCase, text: string): { readonly answer?: unknown; readonly refused?: string } {
  try {
    return { answer: read(text) };
  } catch (error) {
    if (!(error instanceof InputFileError || error instanceof PlanInputError)) throw error;
    return { refused: error.message };
  }
}

/** The minimum CPU time of three runs, because other work on the machine only adds time. */
function msOf(given: CorpusCase, text: string): number {
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    outcomeOf(given, text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

describe("the corpus of files", () => {
  it.each(corpus.map((given) => [given.name, given] as const))("%s", (_, given) => {
    const text = given.make(given.size);
    const { answer, refused } = outcomeOf(given, text);
    if (given.refused === undefined) expect({ answer, refused }).toEqual({ answer: given.answer, refused: undefined });
    else expect(refused).toContain(given.refused);
    expect((refused ?? "").length).toBeLessThan(30_000);
    if (given.size < 100 || !isSoak) return;
    const part = given.make(Math.floor(given.size / 4));
    const longer = msOf(given, text);
    if (longer > NOISE_MS)
      expect(longer - NOISE_MS, `${longer} ms`).toBeLessThan(
        MOST_GROWTH * (text.length / part.length) * msOf(given, part),
      );
  });

  // Without its limit, each of these takes a gigabyte or more.
  const heavy = [
    ["a curve A03 of a year a line: 193 kB to 1.3 GB", 500],
    ["carriage returns alone: 2.2 GB for 20 MB", 20_000_000],
    ["months read in steps of five minutes: 9,000 times the text", 500],
    ["points without end", 1_000_000],
  ] as const;
  it.each(heavy.slice(0, runs(4, 1)))("%s, in 200 MB", (name, size) => {
    const script = fileURLToPath(new URL("./files/heavy.ts", import.meta.url));
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", "--max-old-space-size=200", script, name, String(size)],
      { encoding: "utf8" },
    );
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });
});
