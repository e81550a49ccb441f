import { unzipSync } from "fflate";
import { expect, it } from "vitest";
import { run } from "../../../src/cli/run.ts";
import { smallSite } from "../../support/finance-site.ts";
import { MemoryTerminal } from "../../support/memory-terminal.ts";

async function runOn(model: unknown, args: string) {
  const terminal = new MemoryTerminal();
  terminal.files.set("model.json", typeof model === "string" ? model : JSON.stringify(model));
  const code = await run(`finance model.json ${args}`.trim().split(" "), terminal, () => 0);
  return { code, terminal };
}

it("prints the answer, and writes tables, spreadsheet and charts", async () => {
  const { code, terminal } = await runOn(smallSite(), "--csv out.csv --xlsx out.xlsx --charts out");
  expect([code, terminal.noted]).toEqual([0, ""]);
  expect(terminal.printed).toMatch(/^small carries /u);
  expect(terminal.files.get("out.csv")).toMatch(/^period,/u);
  expect(Object.keys(unzipSync(terminal.bytes.get("out.xlsx") as Uint8Array))).toContain("xl/workbook.xml");
  expect([...terminal.files.keys()]).toEqual(expect.arrayContaining(["out-cash.svg", "out-debt-service.svg"]));
});

it("--json - prints the result in place of the summary", async () => {
  const { terminal } = await runOn(smallSite(), "--json -");
  expect(JSON.parse(terminal.printed)).toMatchObject({ version: 1, name: "small", sizing: { debtUsd: 80 } });
});

it("faults are reported as those of a site are", async () => {
  const wrong = await runOn({ ...smallSite(), discountRatePerYear: 12 }, "");
  expect(wrong.code).toBe(64);
  expect(wrong.terminal.noted).toContain("wattsplit: The finance input has 1 fault:\n  input.discountRatePerYear");
  const text = await runOn("{", "");
  expect([text.code, text.terminal.noted]).toEqual([64, expect.stringContaining("model.json: is not JSON")]);
});
