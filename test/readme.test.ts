/** The README says only what the code does: its first program prints its first answer, and no gap is left open. */
import { execFile } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const run = promisify(execFile);
const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(`${root}README.md`, "utf8");
const blocks = [...readme.matchAll(/```(\w*)\n([\s\S]*?)```/g)].map(([, language, text]) => ({ language, text }));

describe("README", () => {
  it("has no open place", () => {
    expect(readme).not.toContain("@@");
  });

  const programs = blocks.flatMap(({ language, text }, at) =>
    language === "ts" && blocks[at + 1]?.language === "" ? [{ text, printed: blocks[at + 1].text }] : [],
  );

  it("has its two programs", () => {
    expect(programs).toHaveLength(2);
  });

  it.each(programs.map((program, at) => ({ ...program, at })))(
    "prints what it says its program $at prints",
    async ({ text, printed, at }) => {
      const file = `${root}test/readme-program-${at}.tmp.ts`;
      writeFileSync(file, text);
      try {
        const { stdout } = await run(process.execPath, ["--import", "tsx", file], { cwd: root });
        expect(stdout.trim()).toBe(printed.trim());
      } finally {
        rmSync(file);
      }
    },
  );

  it("shows of the demo's answer what the demo's last comment promises", () => {
    const demo = readFileSync(`${root}examples/week-at-a-texas-site.ts`, "utf8");
    const promised = demo.slice(demo.lastIndexOf("\n/*\n")).split("\n");
    const shown = blocks.find(({ text }) => text.startsWith("diesel against the AI-only site"))?.text.split("\n") ?? [];
    const both = shown.filter((line) => promised.includes(line) && line !== "");
    expect(both.map((line) => line.split(/[ :]/)[0])).toEqual(
      expect.arrayContaining(["B2", "Diesel", "Mining's", "Today's"]),
    );
    for (const line of shown.filter((text) => text.startsWith("Diesel displaced") || text.startsWith("Today's")))
      expect(promised).toContain(line);
  });

  it("names every example and every door", () => {
    for (const door of [
      "`wattsplit`",
      "`wattsplit/lp`",
      "`wattsplit/lp/io`",
      "`wattsplit/highs`",
      "`wattsplit/io`",
      "`wattsplit/javascript-lp-solver`",
    ])
      expect(readme).toContain(door);
    for (const example of [
      "week-at-a-texas-site",
      "when-does-mining-yield-to-ai",
      "excess-wind-to-hpc-or-mining",
      "what-a-curtailment-does-to-diesel",
      "embedding-in-a-worker",
      "linear-program-by-names",
      "ercot-prices-over-a-clock-change",
      "price-table-with-a-gap",
      "tariff-of-a-utility",
      "fleet-spreadsheet",
      "plan-on-file",
    ]) {
      expect(readme).toContain(`examples/${example}.ts`);
    }
  });
});
