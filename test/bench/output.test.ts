import { describe, expect, it } from "vitest";
import { growthPlot, growthPoints } from "../../bench/output/growth-plot.ts";
import { growthSvg } from "../../bench/output/growth-svg.ts";
import { markdownTable } from "../../bench/output/markdown-table.ts";
import type { BenchResults, CaseEntry } from "../../bench/output/results.ts";
import { summaryPage } from "../../bench/output/summary-page.ts";
import { geometricMean, spreadOf } from "../../bench/method/statistics.ts";
import { smokeFaults } from "../../bench/smoke-faults.ts";
import { readRunOptions } from "../../bench/run-options.ts";

const warm = (medianMs: number) => ({
  total: { medianMs, minMs: medianMs / 2, n: 3 },
  handOverMs: 0,
  solveMs: medianMs,
  readMs: 0,
});
const size = (label: string, numIntervals: number, ours: number, theirs: number): CaseEntry => ({
  name: "site",
  what: "a site",
  size: label,
  growth: true,
  numIntervals,
  numRows: 10,
  numCols: 20,
  numNonzeros: 30,
  buildMs: 1,
  entries: [
    {
      solver: "own",
      outcome: "verified",
      warm: warm(ours),
      cold: { status: "optimal", loadMs: 1, firstSolveMs: 2, peakMb: 99, baseMb: 50 },
    },
    { solver: "rival", outcome: "verified", warm: warm(theirs) },
    { solver: "dense", outcome: "limit", reason: "tableau of 99 million cells" },
  ],
});
const results: BenchResults = {
  mode: "default",
  command: "npm run bench",
  startedAt: "2026-01-02T03:04:05.000Z",
  tookS: 60,
  machine: {
    platform: "linux x64",
    cpu: "a cpu",
    cores: 2,
    memoryGb: 8,
    node: "20.0.0",
    v8: "11",
    commit: "abc",
    loadAtStart: 0,
  },
  solvers: [{ name: "own", what: "ours" }],
  cases: [size("day", 24, 2, 4), size("week", 168, 10, 80)],
  rolling: [
    {
      name: "roll",
      what: "a window",
      entries: [{ solver: "own", outcome: "verified", warmStart: { medianMs: 1.5, minMs: 1, n: 24 } }],
    },
  ],
  planner: [{ name: "site", size: "day", solver: "own", status: "optimal", buildMs: 1, solveMs: 2, readMs: 3 }],
  absent: [{ name: "netlib", reason: "no data" }],
};

describe("the table", () => {
  const text = markdownTable(results);
  it("holds times, why there is none, and the mean ratio", () => {
    expect(text).toContain("| week | 10 x 20 | 10.0 (5.00) | 80.0 (40.0) | not tried |");
    expect(text).toContain("- week, dense: tableau of 99 million cells");
    expect(text).toContain("rival 4.00x (2)"); // sqrt(2 * 8)
    expect(text).toContain("| day | 1.00 + 2.00; 99 | - | - |");
    expect(text).toContain("| own | right | 1.50 (1.00), n = 24 | - |");
    expect(text).toContain("| day | own | optimal | 1.00 | 2.00 | 3.00 |");
    expect(text).toContain("netlib: left out, no data.");
    expect(text).toContain("2026-01-02");
  });
});

it("the picture holds the times of growing cases and no others", () => {
  const still = { ...results, cases: [...results.cases, { ...size("month", 744, 1, 1), growth: false }] };
  const points = growthPoints(still);
  expect(points.map(({ solver, intervals, medianMs }) => [solver, intervals, medianMs])).toEqual([
    ["own", 24, 2],
    ["rival", 24, 4],
    ["own", 168, 10],
    ["rival", 168, 80],
  ]);
  expect(growthPlot(still).data.values).toEqual(points);
});

it("statistics", () => {
  expect(spreadOf([3, 1, 2])).toEqual({ medianMs: 2, minMs: 1, n: 3 });
  expect(spreadOf([4, 1, 2, 3]).medianMs).toBe(2.5);
  expect(geometricMean([2, 8])).toBeCloseTo(4, 12);
  expect(() => spreadOf([])).toThrow("no times");
  expect(() => geometricMean([1, NaN])).toThrow("positive");
});

describe("a smoke run fails", () => {
  const ours = new Set(["own"]);
  const withEntry = (solver: string, outcome: "verified" | "limit" | "wrong", name = "site"): BenchResults => ({
    ...results,
    rolling: [],
    planner: [],
    cases: [{ ...size("day", 24, 1, 1), name, entries: [{ solver, outcome, reason: "so" }] }],
  });
  it("for every fault of ours, and for a rival's that is not known", () => {
    expect(smokeFaults(withEntry("own", "verified"), ours)).toEqual([]);
    expect(smokeFaults(withEntry("own", "limit"), ours)).toHaveLength(1);
    expect(smokeFaults(withEntry("rival", "limit"), ours)).toEqual([]);
    expect(smokeFaults(withEntry("rival", "wrong"), ours)).toEqual(["site day, rival: wrong, so"]);
    expect(smokeFaults(withEntry("yalps", "wrong", "badly-scaled"), ours)).toEqual([]);
    expect(smokeFaults(withEntry("yalps", "verified", "badly-scaled"), ours)).toHaveLength(1);
    expect(
      smokeFaults(
        { ...results, planner: [{ name: "site", size: "day", solver: "own", status: "branching-limit" }] },
        ours,
      ),
    ).toHaveLength(1);
    expect(smokeFaults({ ...results, cases: [], rolling: [] }, ours)).toEqual(["nothing was run"]);
  });
});

it("flags", () => {
  const known = { cases: ["site"], solvers: ["own"] };
  expect(readRunOptions(["--full", "--case", "site"], known)).toMatchObject({
    mode: "full",
    cases: ["site"],
    solvers: [],
  });
  expect(() => readRunOptions(["--case", "sight"], known)).toThrow("wanted one of site");
  expect(() => readRunOptions(["--smoke", "--full"], known)).toThrow("at most one");
  expect(() => readRunOptions(["--ful"], known)).toThrow("--ful");
});

it("the picture is drawn without a page, a line a solver in a panel a case", async () => {
  const svg = await growthSvg(growthPlot(results));
  expect(svg).toMatch(/^<svg/u);
  for (const text of ["Time to a verified optimum", "site", "own", "rival", "intervals of the plan"])
    expect(svg).toContain(text);
  expect(svg.match(/aria-roledescription="line mark"/gu)).toHaveLength(2);
});

describe("the summary page", () => {
  const contenders = { own: ["own"], highs: ["rival"], native: ["native"] };
  const many = Array.from({ length: 13 }, (_, k) => ({ ...size(`p${k}`, 1, 10, k === 7 ? 2 : 20), name: "others" }));

  it("gives the ratio of every program, and says which we lose", () => {
    const page = summaryPage({ ...results, cases: [size("day", 24, 4, 2), size("week", 168, 10, 80)] }, contenders);
    expect(page).toContain("| site | day | 10 x 20 | 4.00 | 2.00 | 0.50 | - | - |");
    expect(page).toContain("| site | week | 10 x 20 | 10.0 | 80.0 | 8.00 | - | - |");
    expect(page).toContain("- site, day: HiGHS takes 0.50 of our time");
    expect(page).not.toContain("site, week: HiGHS");
  });

  it("gives the mean of a case of many programs, and one by one those that are more than twice as slow", () => {
    const page = summaryPage({ ...results, cases: many }, contenders);
    expect(page).toContain(`against HiGHS ${(2 ** (12 / 13) * 0.2 ** (1 / 13)).toFixed(2)} (13 programs)`);
    expect(page).toContain("| others | p7 | 10 x 20 | 10.0 | 2.00 | 0.20 | - | - |");
    expect(page).not.toContain("| others | p6 |");
  });
});
