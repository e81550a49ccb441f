import { describe, expect, it } from "vitest";
import * as compareExports from "../src/compare.ts";
import * as explainExports from "../src/explain.ts";
import * as plannerExports from "../src/index.ts";
import * as lpExports from "../src/lp.ts";
import * as reportExports from "../src/report.ts";
import type { LinearProgram } from "../src/lp/linear-program.ts";
import { battery, firm, grid, horizon } from "./support/small-sites.ts";

const planner = { ...plannerExports, ...compareExports, ...explainExports, ...reportExports };
const lp = { ...lpExports };

/** What a caller of JavaScript may give by mistake, and what one may give on purpose. */
const thrower = (): never => {
  throw new RangeError("from the caller's object");
};
const ring: Record<string, unknown> = {};
ring.ring = ring;
const odd: readonly (readonly [string, unknown])[] = [
  ["null", null],
  ["undefined", undefined],
  ["NaN", Number.NaN],
  ["-1", -1],
  ["1e308", 1e308],
  ["text", "text"],
  ["true", true],
  ["BigInt", 10n],
  ["symbol", Symbol("s")],
  ["function", () => 1],
  ["array", [1]],
  ["holes", new Array(3)],
  ["Float32Array", new Float32Array(2)],
  ["Float64Array", new Float64Array(2)],
  ["Date", new Date(0)],
  ["ring", ring],
  ["empty object", {}],
  ["no prototype", Object.create(null)],
  [
    "getter that throws",
    {
      get lp() {
        return thrower();
      },
      get assets() {
        return thrower();
      },
      get timeLimitMs() {
        return thrower();
      },
      get numRows() {
        return 1;
      },
    },
  ],
  ["proxy that throws", new Proxy({}, { get: thrower, ownKeys: thrower, has: thrower, getPrototypeOf: thrower })],
];

const CODES = ["PLAN_INPUT", "LINEAR_PROGRAM"];
/** Runs to the end what gives steps. Anything but the library's own errors is thrown on. */
async function ownErrorsOnly(words: string, call: () => unknown): Promise<void> {
  try {
    let given = await call();
    if (typeof given === "object" && given !== null && "next" in given) {
      const steps = given as Iterator<unknown>;
      for (let i = 0; i < 1000; i++) if (steps.next().done === true) break;
    }
    given = undefined;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    expect([words, CODES.includes(code ?? ""), message]).toEqual([words, true, message]);
    expect(message.length).toBeLessThan(5000);
  }
}

const site = {
  horizon: horizon(2),
  initialState: { bess: { storedMwh: 5 } },
  assets: [grid(), firm(), battery()],
} as unknown as plannerExports.PlanInput;
/** min x + 2 y, x + y >= 3. */
const program: LinearProgram = {
  numRows: 1,
  numCols: 2,
  colStart: Int32Array.of(0, 1, 2),
  rowIndex: Int32Array.of(0, 0),
  value: Float64Array.of(1, 1),
  cost: Float64Array.of(1, 2),
  colLower: new Float64Array(2),
  colUpper: Float64Array.of(Infinity, Infinity),
  rowLower: Float64Array.of(3),
  rowUpper: Float64Array.of(Infinity),
  sense: "min",
  objectiveOffset: 0,
};
const solution = lp.solveLp(program);
const session = planner.openPlan(site);
const prepared = lp.prepareLp(program);

type Call = (given: never, other?: never) => unknown;
/** Each takes the odd value where a sound one is wanted. */
const calls: readonly (readonly [string, Call])[] = [
  ...(
    ["planPower", "planPowerAsync", "compareBaselines", "compareBaselinesAsync", "openPlan", "openPlanAsync"] as const
  ).flatMap((name): [string, Call][] => [
    [`${name}(given)`, (given) => planner[name](given)],
    [`${name}(site, given)`, (given) => planner[name](site, given)],
    ...(
      [
        "solver",
        "signal",
        "onProgress",
        "timeLimitMs",
        "iterationLimit",
        "nodeLimit",
        "branchingTimeLimitMs",
        "relativeGap",
      ] as const
    ).map((option): [string, Call] => [
      `${name}(site, { ${option} })`,
      (given) => planner[name](site, { [option]: given }),
    ]),
  ]),
  ["why(given)", (given) => planner.why(session, given)],
  ["why({ asset })", (given) => planner.why(session, { asset: given, at: 0 })],
  ["why({ at })", (given) => planner.why(session, { asset: "grid", at: given })],
  ["worth(given)", (given) => planner.worth(session, given)],
  ...(["asset", "limit", "perYear", "notice"] as const).map((field): [string, Call] => [
    `worth({ ${field} })`,
    (given) => planner.worth(session, { [field]: given }),
  ]),
  ["why(given, {})", (given) => planner.why(given, { asset: "grid", at: 0 })],
  ["worth(given, {})", (given) => planner.worth(given)],
  ["summary(given)", (given) => planner.summary(given)],
  ["worthText(given)", (given) => planner.worthText(given)],
  ["scheduleRecords(given)", (given) => planner.scheduleRecords(given)],
  ["ledgerEntries(given)", (given) => planner.ledgerEntries(given)],
  ["findRig(given)", (given) => planner.findRig(given)],
  ["presetValues(given)", (given) => planner.presetValues(given)],
  ...(["solveLp", "solveLpAsync", "solveLpSteps", "prepareLp"] as const).flatMap((name): [string, Call][] => [
    [`${name}(given)`, (given) => lp[name](given)],
    [`${name}(program, given)`, (given) => lp[name](program, given)],
    ...(
      [
        "solver",
        "signal",
        "onProgress",
        "timeLimitMs",
        "iterationLimit",
        "primalTolerance",
        "dualTolerance",
        "secondObjective",
        "startBasis",
        "startPrices",
      ] as const
    ).map((option): [string, Call] => [
      `${name}(program, { ${option} })`,
      (given) => lp[name](program, { [option]: given }),
    ]),
  ]),
  ...Object.keys(program).map((field): [string, Call] => [
    `solveLp({ ${field} })`,
    (given) => lp.solveLp({ ...program, [field]: given }),
  ]),
  ...([lp.dualSimplex, lp.interiorPoint, lp.presolved(lp.dualSimplex)] as const).flatMap((engine): [string, Call][] => [
    [`${engine.name}.steps(given)`, (given) => engine.steps(given, {})],
    [`${engine.name}.steps(program, given)`, (given) => engine.steps(program, given)],
  ]),
  ["interiorPointWith(given)", (given) => lp.interiorPointWith(given).steps(program, {})],
  ["presolved(given)", (given) => lp.presolved(given)],
  ["chooseEngine(given)", (given) => lp.chooseEngine(given, {})],
  ["chooseEngine(program, given)", (given) => lp.chooseEngine(program, given)],
  ["resolve(given)", (given) => prepared.resolve(given)],
  ["resolve({}, given)", (given) => prepared.resolve({}, given)],
  ["resolveAsync({}, given)", (given) => prepared.resolveAsync({}, given)],
  ...(["cost", "colLower", "objectiveOffset", "shift"] as const).map((field): [string, Call] => [
    `resolve({ ${field} })`,
    (given) => lp.prepareLp(program).resolve({ [field]: given }),
  ]),
  ["checkProgram(given)", (given) => lp.checkProgram(given)],
  ["checkSolution(given)", (given) => lp.checkSolution(given, solution)],
  ["checkSolution(program, given)", (given) => lp.checkSolution(program, given)],
  ["checkSolution(program, solution, given)", (given) => lp.checkSolution(program, solution, given)],
  ["rangeLp(given)", (given) => lp.rangeLp(given, solution, [])],
  ["rangeLp(program, given)", (given) => lp.rangeLp(program, given, [])],
  ["rangeLp(program, solution, given)", (given) => lp.rangeLp(program, solution, given)],
  ["rangeLp(program, solution, [given])", (given) => lp.rangeLp(program, solution, [given])],
  ["rangeCosts(program, solution, given)", (given) => lp.rangeCosts(program, solution, given)],
  ["rowActivities(program, given)", (given) => lp.rowActivities(program, given)],
];

describe("public functions answer invalid arguments with the library's own errors", () => {
  it.each(calls)("%s", async (name, call) => {
    let count = 0;
    for (const [words, given] of odd) {
      await ownErrorsOnly(`${name} of ${words}`, () => call(given as never));
      count++;
    }
    expect(count).toBe(odd.length);
  });
});

describe("what is refused, by name", () => {
  it.each<[string, () => unknown, RegExp]>([
    ["no options", () => planner.planPower(site, null as never), /options: got null, wanted an object of options/],
    [
      "a number to call",
      () => planner.planPower(site, { onProgress: 5 } as never),
      /options\.onProgress: got 5, wanted a function/,
    ],
    [
      "no number of milliseconds",
      () => planner.planPower(site, { timeLimitMs: Number.NaN }),
      /options\.timeLimitMs: got NaN, wanted a number from 0 up/,
    ],
    ["no question", () => planner.why(session, null as never), /why: got null, wanted \{ asset, at \}/],
    ["no program", () => lp.solveLp(null as never), /^lp: got null, wanted a linear program/],
    [
      "no number of milliseconds of an LP",
      () => lp.solveLp(program, { timeLimitMs: Number.NaN }),
      /^options\.timeLimitMs: got NaN, wanted a number/,
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(message);
  });

  it("what runs in slices rejects and does not throw", async () => {
    for (const call of [
      () => planner.planPowerAsync(site, null as never),
      () => planner.openPlanAsync(site, null as never),
      () => planner.compareBaselinesAsync(site, null as never),
      () => lp.solveLpAsync(null as never),
      () => lp.solveLpAsync(program, null as never),
    ]) {
      const answer = call();
      await expect(answer).rejects.toThrow(/got null/);
    }
  });
});
