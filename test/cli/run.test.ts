import { describe, expect, it } from "vitest";
import { run } from "../../src/cli/run.ts";
import { MemoryTerminal, runOnSite } from "../support/memory-terminal.ts";

describe("a command line", () => {
  it("prints its help, with the exit codes", async () => {
    const terminal = new MemoryTerminal();
    expect(await run(["--help"], terminal, () => 0)).toBe(0);
    expect(terminal.printed).toMatch(/Usage: wattsplit[^]*init[^]*plan[^]*Exit codes: 0 optimal, 2 infeasible/u);
  });

  it.each([["frobnicate"], ["plan"], ["plan", "site.json", "--unknown"]])("refuses %s %s with 64", async (...args) => {
    const terminal = new MemoryTerminal();
    expect(await run(args, terminal, () => 0)).toBe(64);
    expect(terminal.noted).toMatch(/^error: /u);
  });

  it("tells faults of the site as text, or as JSON where it is asked for", async () => {
    const text = await runOnSite("plan site.json --set grid.importLimitMw=-1");
    expect(text.code).toBe(64);
    expect(text.terminal.noted).toMatch(
      /^wattsplit: The plan input has 1 fault:\n {2}assets\[0\]\.importLimitMw: got -1/u,
    );
    const json = await runOnSite("--errors json plan site.json --set grid.importLimitMw=-1");
    expect(json.code).toBe(64);
    expect(JSON.parse(json.terminal.noted)).toMatchObject({
      error: { code: "PLAN_INPUT", faults: [{ path: "assets[0].importLimitMw" }] },
    });
  });

  it("says which file is missing", async () => {
    const { code, terminal } = await runOnSite("plan nothing.json");
    expect(code).toBe(64);
    expect(terminal.noted).toBe("wattsplit: ENOENT: no such file or directory, open 'nothing.json'\n");
  });
});
