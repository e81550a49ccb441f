import { describe, expect, it } from "vitest";
import { runOnSite } from "../../support/memory-terminal.ts";

const uncertain = "--uncertain grid.importPriceUsdPerMwh@13";

describe("wattsplit replay", () => {
  it("prints five numbers, and writes the gap and a page with the chart", async () => {
    const { code, terminal } = await runOnSite(
      `replay site.json ${uncertain} --history 1 --look-ahead 3 --forecast persistence ` +
        "--csv gap.csv --report five.html",
    );
    expect(code).toBe(0);
    const rows = terminal.printed.trim().split("\n").slice(2);
    expect(rows.map((row) => row.split("  ")[0])).toEqual([
      "perfect foresight",
      "as published, then forecast",
      "forecast",
      "last value goes on",
      "threshold rule",
    ]);
    expect(terminal.files.get("gap.csv")).toMatch(/^what is known,asset,item,kind,usd\r\n/u);
    expect(terminal.files.get("five.html")).toMatch(/<svg[^]*What foresight is worth/u);
  });

  it("prints the whole comparison as JSON", async () => {
    const { terminal } = await runOnSite(`replay site.json ${uncertain} --history 0 --forecast persistence --json -`);
    expect((JSON.parse(terminal.printed) as { numbers: unknown[] }).numbers).toHaveLength(5);
  });

  it.each([
    ["", "say which curve is not known ahead"],
    ["--uncertain gird.x", "--uncertain gird.x: wanted asset.curve, of grid, ai, rigs"],
    ["--uncertain grid.importLimit --history 0", "wanted a curve of grid: importLimitMw, importPriceUsdPerMwh"],
    [`${uncertain} --forecast crystal`, "--forecast crystal: wanted last-week"],
    [`${uncertain} --history 6`, "options.historyIntervals: got 6, wanted a whole number from 0 to 5"],
    [`${uncertain} --history 2`, "at least 168 before the first forecast of sameHourLastWeek"],
    ["--uncertain grid.importPriceUsdPerMwh@24 --history 0", "publishedAtHour: got 24"],
  ])("refuses %j", async (options, message) => {
    const { code, terminal } = await runOnSite(`replay site.json ${options}`.trim());
    expect(terminal.noted).toContain(message);
    expect(code).toBe(64);
  });
});
