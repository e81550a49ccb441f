import { expect, it } from "vitest";
import { compareForesight, persistence } from "../../../src/replay.ts";
import type { PlanInput } from "../../../src/plan-input/index.ts";
import { foresightReport } from "../../../src/report/html/foresight-report.ts";
import { battery, firm, grid, horizon } from "../../support/small-sites.ts";

const input = {
  horizon: horizon(3),
  initialState: { bess: { storedMwh: 0 } },
  assets: [grid({ importPriceUsdPerMwh: [10, 100, 20] }), firm({ facilityMw: 10 }), battery()],
} as unknown as PlanInput;
const curve = { asset: "grid", field: "importPriceUsdPerMwh" };

it("has the chart, five numbers, the gap by item and the errors of the forecasts", async () => {
  const page = await foresightReport(
    compareForesight(input, { uncertain: [{ curve, forecast: persistence }], horizonIntervals: 3 }),
  );
  for (const part of ["<svg", "perfect foresight", "import energy", "grid.importPriceUsdPerMwh", "threshold rule"])
    expect(page).toContain(part);
});

it("says why a way ended", async () => {
  const ended = { knowledge: "rule", status: "not-possible", detail: "a limit" } as const;
  const page = await foresightReport({ numbers: [ended] }, { charts: false });
  expect(page).toContain("not-possible: a limit");
});
