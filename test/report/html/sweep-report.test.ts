import { expect, it } from "vitest";
import { sweepReport } from "../../../src/report/html/sweep-report.ts";
import type { PlacedAnswer } from "../../../src/sweep/run-cases.ts";

const answers: PlacedAnswer[] = [
  { id: "a", status: "optimal", figures: { costUsd: 5 }, at: { "<a>": 1 } },
  { id: "b", status: "infeasible", detail: "limits conflict", figures: {}, at: { "<a>": 2 } },
];

it("has the map, the cases without a plan with their reason, and a table", async () => {
  const page = await sweepReport(answers, { question: "How far?" });
  expect(page).toContain("<title>How far?</title>");
  expect(page).toContain("2 cases, 1 with an optimal plan.");
  expect(page).toContain("limits conflict");
  expect(page).toContain("<svg");
  expect(page).toContain("&lt;a&gt; 2");
  expect(page).not.toContain("<a>");
});

it("leaves the map out on request, and where nothing varies", async () => {
  expect(await sweepReport(answers, { charts: false })).not.toContain("<svg");
  expect(await sweepReport([{ ...answers[0], at: {} }])).not.toContain("<svg");
});
