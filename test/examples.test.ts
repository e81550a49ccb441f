/** Every example runs as a user runs it and prints, line for line, what its last comment says. */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { runs } from "./support/runs.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("..", import.meta.url));
const examples = readdirSync(`${root}examples`).filter((file) => file.endsWith(".ts"));

async function linesOf(file: string): Promise<string[]> {
  const { stdout } = await run(process.execPath, ["--import", "tsx", `examples/${file}`], { cwd: root });
  return stdout.split("\n");
}

describe("examples", () => {
  it("there are at least five", () => {
    expect(examples.length).toBeGreaterThanOrEqual(5);
  });

  it.each(examples.slice(0, runs(examples.length, 2)))("%s prints its last comment", async (file) => {
    const source = readFileSync(`${root}examples/${file}`, "utf8");
    const promised = source.slice(source.lastIndexOf("\n/*\n") + 4, source.lastIndexOf("\n*/")).split("\n");
    expect(promised.length).toBeGreaterThan(0);
    const printed = await linesOf(file);
    expect(printed).toEqual(expect.arrayContaining(promised));
  });

  it.each(examples)("%s answers one question in 25 to 110 lines", (file) => {
    const source = readFileSync(`${root}examples/${file}`, "utf8");
    const code = source.slice(0, source.lastIndexOf("\n/*\n")).split("\n").length;
    expect(code).toBeGreaterThanOrEqual(25);
    expect(code).toBeLessThanOrEqual(110);
  });

  it("the demo data is what its generator makes", async () => {
    const texts = () =>
      ["texas-week.json", "prices.csv"].map((name) => readFileSync(`${root}examples/data/${name}`, "utf8"));
    const before = texts();
    await run(process.execPath, ["--import", "tsx", "examples/data/generate.ts"], { cwd: root });
    expect(texts()).toEqual(before);
  });
});
