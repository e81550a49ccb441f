import { describe, expect, it } from "vitest";
import { run } from "../../../src/cli/run.ts";
import { runOnSite } from "../../support/memory-terminal.ts";

const axes = "--axis bitcoin.hashpriceUsdPerPhDay=20,40 --axis grid.importLimitMw=10..20:10";

describe("wattsplit sweep", () => {
  it("prints a row per case, and writes all figures and a page with the map", async () => {
    const { code, terminal } = await runOnSite(`sweep site.json ${axes} --csv out.csv --report map.html`);
    expect(code).toBe(0);
    const rows = terminal.printed.trim().split("\n");
    expect(rows).toHaveLength(2 + 4);
    expect(rows[0]).toMatch(/^bitcoin\.hashpriceUsdPerPhDay +grid\.importLimitMw +status +Net cost, USD$/u);
    expect(terminal.files.get("out.csv")?.split("\r\n")).toHaveLength(1 + 4 + 1);
    expect(terminal.files.get("map.html")).toMatch(/<svg[^]*Net cost, USD, by bitcoin/u);
  });

  it("multiplies, compares, and shows another figure", async () => {
    const { code, terminal } = await runOnSite(
      "sweep site.json --factor grid.importPriceUsdPerMwh=0.5,1 --compare --figure displacedDieselMwh",
      (site) =>
        Object.assign(site, {
          counterfactual: {
            aiOnlyImportLimitMw: 12,
            basis: "letter",
            assetsAiOnlyKeeps: [],
            extraImportUsdPerMwMonth: 5000,
          },
        }),
    );
    expect(code).toBe(0);
    expect(terminal.printed).toContain("Diesel displaced, MWh");
    expect(terminal.printed.trim().split("\n").at(-1)).toMatch(/^ *1 +optimal +0$/u);
  });

  it("says why the first case without a plan has none", async () => {
    const { terminal } = await runOnSite("sweep site.json --axis grid.importLimitMw=20,-1");
    expect(terminal.printed).toMatch(/-1: faulty-input: The plan input has 1 fault:\n.*importLimitMw: got -1/u);
  });

  it("gives in parts what it gives as a whole", async () => {
    const { terminal } = await runOnSite(`sweep site.json ${axes} --answers one.jsonl --part 1/3`);
    expect(terminal.files.get("one.jsonl")?.trim().split("\n")).toHaveLength(2);
    for (const k of [2, 3])
      await run(`sweep site.json ${axes} --answers ${k}.jsonl --part ${k}/3`.split(" "), terminal, () => 0);
    const joined = ["one", "2", "3"].map((name) => terminal.files.get(`${name}.jsonl`)).join("");
    terminal.files.set("all.jsonl", joined);
    await run(`sweep site.json ${axes} --answers all.jsonl --csv all.csv`.split(" "), terminal, () => 0);
    expect(terminal.files.get("all.jsonl")).toBe(joined);
    const whole = await runOnSite(`sweep site.json ${axes} --csv all.csv`);
    expect(terminal.files.get("all.csv")).toBe(whole.terminal.files.get("all.csv"));
    const none = await runOnSite(`sweep site.json ${axes} --part 9/9`);
    expect(none.terminal.printed).toBe("No case is in this part.\n");
  });

  it("keeps its answers when it is interrupted", async () => {
    const { terminal } = await runOnSite("check site.json");
    const controller = new AbortController();
    terminal.isWatched = true;
    const note = terminal.note.bind(terminal);
    terminal.note = (text) => {
      note(text);
      if (text.includes("case 2 of 4")) controller.abort(new Error("Ctrl-C"));
    };
    const args = `sweep site.json ${axes} --answers a.jsonl --csv a.csv`.split(" ");
    expect(await run(args, terminal, () => 0, controller.signal)).toBe(130);
    expect(terminal.files.get("a.jsonl")?.trim().split("\n")).toHaveLength(2);
    expect(terminal.files.has("a.csv")).toBe(false);
  });

  it.each([
    ["--axis gird.importLimitMw=1", 'axes[0].path: got "gird.importLimitMw"'],
    ["--figure price", "--figure price: wanted one of costUsd"],
    ["--part 0/4", "--part 0/4: wanted k/n"],
    ["--part 5/4", "--part 5/4: wanted k/n"],
    ["--axis grid.importLimitMw", "--axis grid.importLimitMw: wanted path=values"],
  ])("refuses %s", async (options, message) => {
    const { code, terminal } = await runOnSite(`sweep site.json ${options}`);
    expect(code).toBe(64);
    expect(terminal.noted).toContain(message);
  });
});
