import { expect, it } from "vitest";
import { financeSite } from "../../src/finance/finance-site.ts";
import { smallSite } from "../support/finance-site.ts";

it("operating cash before operation is a source, an operating loss a use; lines of 0 are left out", () => {
  const early = (usd: number) => {
    const lines = smallSite().lines.map((line) =>
      line.name === "mining" ? { ...line, usd: [usd, ...line.usd.slice(1)] } : line,
    );
    return financeSite(smallSite({ lines }));
  };
  expect(early(5).sources).toEqual([
    { name: "term loan", usd: 80 },
    { name: "operating cash before operation", usd: 5 },
    { name: "equity", usd: 15 },
  ]);
  expect(early(-5).uses).toEqual([
    { name: "construction cost", usd: 100 },
    { name: "operating loss before operation", usd: 5 },
  ]);
});
