import { describe, expect, it } from "vitest";
import { run } from "../../../src/cli/run.ts";
import { MemoryTerminal, runOnSite } from "../../support/memory-terminal.ts";

const options = {
  from: "2027-01-01T00:00:00Z",
  to: "2028-12-31T00:00:00Z",
  options: [
    { name: "later", stages: [{ from: "2028-01-01T00:00:00Z", importMw: 20 }] },
    { name: "now", stages: [{ from: "2027-01-01T00:00:00Z", importMw: 20 }] },
  ],
};

async function runConnections(args: string, text = JSON.stringify(options)) {
  const { terminal: files } = await runOnSite("check site.json");
  const terminal = new MemoryTerminal();
  terminal.files.set("site.json", files.files.get("site.json") as string);
  terminal.files.set("options.json", text);
  const code = await run(`connections site.json --options options.json ${args}`.trim().split(" "), terminal, () => 0);
  return { code, terminal };
}

describe("wattsplit connections", () => {
  it("prints a row for each option and where the choice turns, and writes a page", async () => {
    const { code, terminal } = await runConnections("--report page.html");
    expect(code).toBe(0);
    expect(terminal.printed).toMatch(/^option +USD per year/u);
    expect(terminal.printed).toContain("Best: now.");
    expect(terminal.printed).toContain("until it is 12.0 months late.");
    expect(terminal.files.get("page.html")).toContain("Best: now.");
  });

  it("prints JSON", async () => {
    const { terminal } = await runConnections("--json -");
    expect((JSON.parse(terminal.printed) as { best: string }).best).toBe("now");
  });

  it("refuses a file that is not JSON", async () => {
    const { code, terminal } = await runConnections("", "{");
    expect([code, terminal.noted]).toEqual([64, expect.stringContaining("options.json: is not JSON")]);
  });
});
