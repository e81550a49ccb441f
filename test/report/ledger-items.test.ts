import { expect, it } from "vitest";
import { ledgerItems } from "../../src/report/ledger-items.ts";

it("adds the lines of one item of one asset, and leaves out what comes to nothing", () => {
  const line = (asset: string, item: string, usd: number) => ({ asset, item, kind: "cash" as const, usd });
  const lines = [line("grid", "import", 5), line("grid", "demand", 2), line("grid", "import", -8), line("sun", "a", 0)];
  expect(ledgerItems(lines)).toEqual([line("grid", "import", -3), line("grid", "demand", 2)]);
});
