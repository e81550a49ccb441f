import { expect, it } from "vitest";
import { run } from "../../../src/cli/run.ts";
import { MemoryTerminal } from "../../support/memory-terminal.ts";
import { chargedPerHour, twoPrices } from "../../support/sizing-cases.ts";

const site = {
  horizon: { start: "2026-07-14T00:00:00Z", timeZone: "UTC", intervalMinutes: 60, count: 2 },
  initialState: twoPrices.initialState,
  assets: twoPrices.assets,
};
const choices = {
  rate: { realPerYear: 0 },
  choices: [chargedPerHour({ asset: "bess", size: "systemMwh", most: 20 }, 30)],
};

async function runOn(given: unknown, args = "") {
  const terminal = new MemoryTerminal();
  terminal.files.set("site.json", JSON.stringify(site));
  terminal.files.set("choices.json", typeof given === "string" ? given : JSON.stringify(given));
  const code = await run(`size site.json --choices choices.json ${args}`.trim().split(" "), terminal, () => 0);
  return { code, terminal };
}

it("prints the sizes, and writes a chart", async () => {
  const { code, terminal } = await runOn(choices, "--compare --chart out.svg");
  expect([code, terminal.noted]).toEqual([0, ""]);
  expect(terminal.printed).toMatch(/^plan: optimal\. Built are 10\.0 MWh of bess/u);
  expect(terminal.printed).toMatch(/simple payback, years/u);
  expect(terminal.files.get("out.svg")).toMatch(/^<svg/u);
});

it("--json - prints the result in place of the summary, with curves where they are asked for", async () => {
  const { terminal } = await runOn(choices, "--json - --curve-points 3");
  const result = JSON.parse(terminal.printed) as { sizes: { chosen: number; curve: unknown[] }[] };
  expect(result.sizes[0].chosen).toBeCloseTo(10, 9);
  expect(result.sizes[0].curve).toHaveLength(3);
});

it("--set changes the site; without a plan there is no chart", async () => {
  const firm = await runOn(
    { ...choices, choices: [{ ...choices.choices[0], asset: "grid", size: "importMw", most: 5 }] },
    '--set ai={"kind":"ai-firm","name":"ai","facilityMw":10} --chart out.svg',
  );
  expect(firm.code).toBe(64);
  const infeasible = new MemoryTerminal();
  const must = site.assets.map((asset) => (asset.kind === "ai-firm" ? { ...asset, vollUsdPerMwh: undefined } : asset));
  infeasible.files.set("site.json", JSON.stringify({ ...site, assets: must }));
  const grid = chargedPerHour({ asset: "grid", size: "importMw", most: 5 }, 1);
  infeasible.files.set("choices.json", JSON.stringify({ ...choices, choices: [grid] }));
  const args = "size site.json --choices choices.json --chart out.svg".split(" ");
  expect(await run(args, infeasible, () => 0)).toBe(2);
  expect(infeasible.noted).toContain("no chart was written");
  expect(infeasible.files.has("out.svg")).toBe(false);
});

it.each([
  ["{", "choices.json: is not JSON"],
  ["[]", "choices.json: holds no object"],
  [{ ...choices, rates: 1 }, "choices.json: holds rates; only rate and choices are known"],
  [{ ...choices, choices: [] }, "options.choices"],
])("refuses %j", async (given, words) => {
  const { code, terminal } = await runOn(given);
  expect(code).toBe(64);
  expect(terminal.noted).toContain(words);
});
