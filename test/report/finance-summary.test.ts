import { describe, expect, it } from "vitest";
import { financeSite } from "../../src/finance/finance-site.ts";
import { usualStresses } from "../../src/finance/stress.ts";
import { financeSummary, threeSentences } from "../../src/report/finance-summary.ts";
import { smallSite } from "../support/finance-site.ts";

/** The small site in million USD. */
function inMillions(more: object = {}) {
  const { lines, ...site } = smallSite(more);
  return financeSite({ ...site, lines: lines.map((line) => ({ ...line, usd: line.usd.map((usd) => 1e6 * usd) })) });
}

describe("a finance result as text", () => {
  it("the answer in three sentences", () => {
    const stresses = usualStresses("2030");
    const conditions = { lockUpDscr: 1.2, defaultDscr: 1.1 };
    expect(threeSentences(inMillions({ stresses, conditions }))).toEqual([
      "small carries 80.0 million USD of debt in 1 loan, 80.0 % of its funds: gearing is the limit.",
      expect.stringMatching(
        /^DSCR is at least 1\.80 \(20\d\d\), 1\.80 on average, and owners earn \d+\.\d % a year\.$/u,
      ),
      "Without stress no covenant is breached; breached under tenant default (default, 2030), delay of 6 months " +
        "(default, 2028).",
    ]);
    expect(threeSentences(inMillions({ stresses: [{ name: "a", powerChange: 0.01 }] }))[2]).toBe(
      "Without stress no covenant is breached; nor is it under any stress.",
    );
  });

  it("says what is missing: no cash, no cost, no service, no return", () => {
    const poor = smallSite().lines.filter(({ kind }) => kind !== "contracted");
    const [first, second] = threeSentences(inMillions({ lines: poor.slice(0, 2) }));
    expect(first).toContain("it has no cash that could pay debt service");
    expect(second).toMatch(/^No debt service is due, and owners earn no single return: /u);
    expect(threeSentences(inMillions({ sculpted: { ...smallSite().sculpted, gearing: 0 } }))[0]).toContain(
      "gearing allows no debt",
    );
    expect(threeSentences(inMillions({ conditions: { lockUpDscr: 2 } }))[2]).toMatch(
      /^Without stress: 2028: DSCR 1\.80 is below/u,
    );
  });

  it("tables of funds, periods and stress, then breaches and notices", () => {
    const text = financeSummary(inMillions({ stresses: usualStresses("2030") }));
    expect(text).toMatch(/^term loan +80\.0$/mu);
    expect(text).toMatch(/^ *2028 +36\.0 +36\.0 +20\.0 +1\.80 +\d+\.\d +16\.0$/mu);
    expect(text).toMatch(/^hashprice -30 % +1\.53 +34\.5 % +\d+\.\d % +none$/mu);
    expect(text).toContain("- All amounts are nominal.");
    const breached = financeSummary(inMillions({ conditions: { lockUpDscr: 2 } }));
    expect(breached).toContain("breaches:\n  2028: DSCR 1.80 is below the lock-up covenant");
  });

  it("refuses what is not a result", () => {
    expect(() => financeSummary({} as never)).toThrow("pass what financeSite returned");
  });
});
