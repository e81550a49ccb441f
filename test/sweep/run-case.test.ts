import { describe, expect, it } from "vitest";
import type { PlanInput } from "../../src/plan-input/index.ts";
import { planPower } from "../../src/plan-power.ts";
import { runCase, runCaseAsync } from "../../src/sweep/run-case.ts";
import { sweep } from "../../src/sweep/sweep.ts";
import { bitcoin, firm, fleet, grid, horizon } from "../support/small-sites.ts";

const input = { horizon: horizon(2), bitcoin, assets: [grid(), firm(), fleet()] } as unknown as PlanInput;
const first = (over: Partial<PlanInput> = {}, options = {}) => sweep({ ...input, ...over }, [], options).case(0);

describe("runCase", () => {
  it("answers as planPower does, in JSON", async () => {
    const one = first();
    const answer = runCase(one);
    const plan = planPower(input);
    expect(answer.figures.costUsd).toBe(plan.status === "optimal" ? plan.objectiveUsd : NaN);
    expect(answer).toMatchObject({ id: one.id, status: "optimal" });
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    expect(runCase(JSON.parse(JSON.stringify(one)))).toStrictEqual(answer);
    expect(await runCaseAsync(one)).toStrictEqual(answer);
  });

  it("has the faults of a faulty input", () => {
    const answer = runCase(first({ bitcoin: { hashpriceUsdPerPhDay: "forty" } as never }));
    expect(answer).toMatchObject({ status: "faulty-input", figures: {} });
    expect(answer.faults?.map(({ path }) => path)).toEqual(["bitcoin.hashpriceUsdPerPhDay"]);
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  });

  it("needs a counterfactual to compare, and says so as a fault", () => {
    const answer = runCase(first({}, { question: "compare" }));
    expect(answer).toMatchObject({ status: "faulty-input", faults: [{ path: "counterfactual" }] });
  });

  it("answers a comparison by its headline", () => {
    const counterfactual = { aiOnlyImportLimitMw: 40, basis: "letter", assetsAiOnlyKeeps: [] };
    const answer = runCase(first({ counterfactual } as never, { question: "compare" }));
    expect(answer).toMatchObject({ status: "optimal", figures: { displacedDieselAtMostMwh: 0 } });
    expect(answer.detail).toMatch(/^Diesel displaced is undetermined, at most/u);
    expect(answer.figures.displacedDieselMwh).toBeUndefined();
  });

  it("stops at the limits that the case carries", () => {
    const answer = runCase(first({}, { limits: { iterationLimit: 0 } }));
    expect(answer.status).toBe("iteration-limit");
    expect(answer.detail).toContain("iterationLimit");
  });

  it("refuses a case that was changed after it had its id", () => {
    const one = first();
    const changed = { ...one, input: { ...one.input, bitcoin: { hashpriceUsdPerPhDay: 1 } } };
    expect(() => runCase(changed)).toThrow(`case.id: got ${one.id}`);
    expect(() => runCase({ ...one, question: "compare" })).toThrow("case.id");
    expect(() => runCase({ ...one, question: "why" as never })).toThrow("case.question");
    expect(() => runCase(5 as never)).toThrow("case: got 5");
  });

  it("rejects with the reason of the signal", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(runCaseAsync(first(), { signal })).rejects.toThrow("enough");
  });
});
