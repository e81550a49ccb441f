import { expect, it } from "vitest";
import { run } from "../../../src/cli/run.ts";
import { MemoryTerminal } from "../../support/memory-terminal.ts";
import { oneBlock, site, years } from "../../support/years-site.ts";

const full = { ...site, bitcoin: { hashpriceUsdPerPhDay: 48 } };

async function runOn(model: unknown, args: string) {
  const terminal = new MemoryTerminal();
  terminal.files.set("site.json", JSON.stringify(full));
  terminal.files.set("years.json", typeof model === "string" ? model : JSON.stringify(model));
  const code = await run(`years site.json --years years.json ${args}`.trim().split(" "), terminal, () => 0);
  return { code, terminal };
}

const input = years({ conversions: [oneBlock({ rent: 100, capexUsdPerMw: 1e5 })] });

it("prints the answer, and writes charts and cash lines", async () => {
  const { code, terminal } = await runOn(input, "--charts out --lines lines.json");
  expect([code, terminal.noted]).toEqual([0, ""]);
  expect(terminal.printed).toMatch(/^Convert 10\.0 MW of hall from 2025-Q1/u);
  expect([...terminal.files.keys()]).toEqual(expect.arrayContaining(["out-gantt.svg", "out-megawatts.svg"]));
  expect(JSON.parse(terminal.files.get("lines.json") as string)).toMatchObject({ periods: { every: "quarter" } });
});

it("--json - prints the result in place of the summary", async () => {
  const { terminal } = await runOn(input, "--json -");
  expect(JSON.parse(terminal.printed)).toMatchObject({ status: "planned" });
});

it("says why there is no plan, and what is faulty", async () => {
  const least = { ...oneBlock({ rent: 1, capexUsdPerMw: 0 }), leastMw: 10 };
  const fleets = [{ asset: "rigs", exits: [{ way: "sell" as const, usdPerMw: 0, mostMw: 5 }] }];
  const none = await runOn(years({ fleets, conversions: [least] }), "");
  expect(none.code).not.toBe(0);
  expect(none.terminal.noted).toContain("No schedule satisfies all limits");
  const faulty = await runOn({ ...input, quarters: 0 }, "");
  expect(faulty.terminal.noted).toContain("years.quarters: got 0");
  const text = await runOn("{", "");
  expect([text.code, text.terminal.noted]).toEqual([64, expect.stringContaining("years.json: is not JSON")]);
});
