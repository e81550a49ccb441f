import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { judgeSeeds } from "./support/soak/solve-seeds.ts";

/** A process that answers, hangs or falls, by the seed. */
const CHILD = `process.on("message", ({ seed, kind }) => {
  if (seed === 1) for (;;);
  if (seed === 2) process.exit(3);
  process.send({ seed, kind, status: "optimal", objective: seed, judgements: {} });
});`;

describe("the soak's harness", () => {
  it("goes on after a program that never ends and one that brings the process down, and names both", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "soak-")), "child.cjs");
    writeFileSync(path, CHILD);
    const seen: string[] = [];
    const requests = [0, 1, 2, 3].map((seed) => ({ seed, kind: "mixed", engines: ["solveLp"] }));
    for await (const { seed, judgements } of judgeSeeds(requests, 3000, path))
      seen.push(`${seed} ${judgements.solveLp?.verdict ?? "answered"}`);
    expect(seen).toEqual(["0 answered", "1 endless", "2 crashed", "3 answered"]);
  });
});
