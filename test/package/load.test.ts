import { describe, expect, inject, it } from "vitest";
import { readManifest } from "./consumer-project.ts";
import { runCommand } from "./run-command.ts";

const { folder } = inject("consumer");

interface Seen {
  readonly version: string;
  readonly exports: Readonly<
    Record<
      | "main"
      | "compare"
      | "explain"
      | "report"
      | "handoff"
      | "schema"
      | "finance"
      | "replay"
      | "sizing"
      | "years"
      | "sweep"
      | "uncertainty"
      | "connections"
      | "lp"
      | "lpIo"
      | "adapter",
      readonly string[]
    >
  >;
  readonly own: unknown;
  readonly other: { readonly status: string; readonly objective: number };
  readonly withoutHighs: string;
  readonly inputError: unknown;
  readonly programError: unknown;
}

/** Runs with another version of Node: `WATTSPLIT_NODE=/path/to/node`. */
const node = process.env.WATTSPLIT_NODE ?? process.execPath;
const load = (fixture: string): Seen => JSON.parse(runCommand(node, [fixture], folder)) as Seen;

describe.each(["load.mjs", "load.cjs"])("%s", (fixture) => {
  const seen = load(fixture);

  it("finds the version and the pinned names", () => {
    expect(seen.version).toBe(readManifest().version);
    expect(seen.exports.main).toEqual(expect.arrayContaining(["PlanInputError", "findRig", "openPlan", "planPower"]));
    expect(seen.exports.compare).toEqual(["compareBaselines", "compareBaselinesAsync"]);
    expect(seen.exports.explain).toEqual(["why", "whyAsync", "worth", "worthAsync"]);
    expect(seen.exports.report).toEqual(
      expect.arrayContaining(["htmlReport", "ledgerEntries", "planChart", "scheduleRecords", "summary", "worthText"]),
    );
    expect(seen.exports.handoff).toEqual(expect.arrayContaining(["bidCurve", "handOffToJson", "powerTargets"]));
    expect(seen.exports.finance).toEqual(expect.arrayContaining(["financeSite", "internalReturn", "sculptDebt"]));
    expect(seen.exports.sweep).toEqual(expect.arrayContaining(["caseId", "runCase", "runCases", "sweep"]));
    expect(seen.exports.sizing).toEqual(["capitalRecoveryFactor", "sizeSite", "sizeSiteAsync"]);
    expect(seen.exports.years).toEqual(expect.arrayContaining(["planYears", "planYearsAsync", "shiftSeries"]));
    expect(seen.exports.replay).toEqual(expect.arrayContaining(["compareForesight", "persistence", "replay"]));
    expect(seen.exports.uncertainty).toEqual(expect.arrayContaining(["planUnderUncertainty"]));
    expect(seen.exports.connections).toEqual(expect.arrayContaining(["compareConnections"]));
    expect(seen.exports.schema).toContain("planInputJsonSchema");
    expect(seen.exports.lp).toEqual(expect.arrayContaining(["checkSolution", "solveLp"]));
    expect(seen.exports.lpIo).toEqual(expect.arrayContaining(["readMps", "writeMps"]));
    expect(seen.exports.adapter).toContain("javascriptLpSolver");
  });

  // min -3x - 2y, x + y <= 4, x + 3y <= 6, 0 <= x <= 3: both x <= 3 and x + y <= 4 bind, x = 3, y = 1, objective -11.
  it("solves, with our solver and with the adapter", () => {
    expect(seen.own).toEqual({ status: "optimal", objective: -11, x: [3, 1], ok: true });
    expect(seen.other.status).toBe("optimal");
    expect(seen.other.objective).toBeCloseTo(-11, 9);
  });

  it("the entry point for HiGHS exists, and says what is missing if the optional package is absent", () => {
    expect(seen.withoutHighs).toContain("npm install highs");
  });

  it("errors have codes and are the same classes in every entry", () => {
    expect(seen.inputError).toEqual({ code: "PLAN_INPUT", same: true });
    expect(seen.programError).toEqual({ code: "LINEAR_PROGRAM", sameAcrossEntries: true });
  });
});

it("import and require offer the same names", () => {
  expect(load("load.cjs").exports).toEqual(load("load.mjs").exports);
});
