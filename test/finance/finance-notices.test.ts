import { describe, expect, it } from "vitest";
import { financeSite } from "../../src/finance/finance-site.ts";
import { smallSite } from "../support/finance-site.ts";

describe("notices", () => {
  const of = (more: object) => financeSite(smallSite(more)).notices.join("\n");

  it("say what limits the loan", () => {
    expect(of({})).toContain(
      "All amounts are nominal.\nGearing limits the sculpted loan to 80 USD; cash would carry 100 USD.",
    );
    expect(of({ sculpted: { ...smallSite().sculpted, gearing: 0 } })).toContain("gearing allows no debt");
    const lines = smallSite().lines.map((line) =>
      line.kind === "capex" ? { ...line, usd: [-900, 0, 0, 0, 0, 0] } : line,
    );
    expect(of({ lines })).toContain("Cash limits the sculpted loan to 100 USD; gearing would allow 720 USD.");
  });

  it("name the periods in which interest is all that is paid, tax, stress and look-back", () => {
    const lines = smallSite().lines.map((line) =>
      line.kind === "contracted" ? { ...line, usd: [0, 5, 300, 300, 300, 300] } : line,
    );
    const tax = { rate: 0.2 };
    const text = of({ lines, tax, stresses: [{ name: "a", powerChange: 0.1 }], conditions: { lookBackMonths: 24 } });
    expect(text).toContain("Interest alone uses the whole service in 2028");
    expect(text).toContain("DSCR after true tax is at least its target");
    expect(text).toContain("do not dispatch again");
    expect(text).toContain("2 periods together");
  });

  it("say why there is no return", () => {
    expect(of({ lines: [{ name: "a", kind: "contracted", usd: [0, 1, 1, 1, 1, 1] }] })).toContain(
      "nothing is ever paid in",
    );
  });
});
