import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanInput } from "../../src/plan-input/index.ts";
import type { Case } from "../../src/sweep/case.ts";
import { runCase } from "../../src/sweep/run-case.ts";
import { type CasePool, runCases } from "../../src/sweep/run-cases.ts";
import { sweep } from "../../src/sweep/sweep.ts";
import { runs } from "../support/runs.ts";
import { bitcoin, firm, fleet, grid, horizon } from "../support/small-sites.ts";

const input = { horizon: horizon(2), bitcoin, assets: [grid(), firm(), fleet()] } as unknown as PlanInput;
const cases = sweep(input, [
  { path: "grid.importPriceUsdPerMwh", name: "price", values: [30, 60] },
  { path: "bitcoin.hashpriceUsdPerPhDay", name: "hashprice", values: [12, 24, 48, -1] },
]);
const overWire = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

describe("runCases", () => {
  /*
   * 30 MW of AI for 2 h; 10 MW of mining at a strike price of 80 USD/MWh x hashprice / 48.
   *   price 30: 1800, less 0 (strike 20), 20 MWh x 10 (strike 40), 20 MWh x 50 (strike 80)
   *   price 60: 3600, less 0, 0, 20 MWh x 20
   */
  it("answers a map derived by hand, in order, with the faults of one corner", async () => {
    const seen: unknown[] = [];
    const { status, answers } = await runCases(cases, {
      onProgress: ({ done, count, answer }) => seen.push([done, count, answer.status]),
    });
    expect(status).toBe("completed");
    expect(answers.map(({ at, status: of, figures }) => [at.price, at.hashprice, of, figures.costUsd])).toEqual([
      [30, 12, "optimal", expect.closeTo(1800, 6)],
      [30, 24, "optimal", expect.closeTo(1600, 6)],
      [30, 48, "optimal", expect.closeTo(800, 6)],
      [30, -1, "faulty-input", undefined],
      [60, 12, "optimal", expect.closeTo(3600, 6)],
      [60, 24, "optimal", expect.closeTo(3600, 6)],
      [60, 48, "optimal", expect.closeTo(3200, 6)],
      [60, -1, "faulty-input", undefined],
    ]);
    expect(seen).toEqual(answers.map(({ status: of }, k) => [k + 1, 8, of]));
  });

  it("gives on a pool what it gives in this process, to the last bit and in any order of completion", async () => {
    const here = await runCases(cases);
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 9 }), async (scheduler, inFlight) => {
        const pool: CasePool = {
          run: scheduler.scheduleFunction(async (one: Case) => overWire(runCase(overWire(one)))),
        };
        expect(await scheduler.waitFor(runCases(cases, { pool, inFlight }))).toStrictEqual(here);
      }),
      { numRuns: runs(50) },
    );
  });

  it("never has more cases with the pool than are wanted in flight, and makes no case before its turn", async () => {
    let now = 0;
    let most = 0;
    const pool: CasePool = {
      run: async (one) => {
        most = Math.max(most, ++now);
        await Promise.resolve();
        now--;
        return runCase(one);
      },
    };
    let made = 0;
    const counted = (function* () {
      for (const one of cases) {
        made++;
        expect(made - now).toBeLessThanOrEqual(8);
        yield one;
      }
    })();
    await runCases(counted, { pool, inFlight: 3 });
    expect(most).toBe(3);
  });

  it("runs cases of one id once, and gives each its own place", async () => {
    const twice = [cases.case(0), { ...cases.case(0), at: { price: "again" } }];
    let calls = 0;
    const pool: CasePool = { run: async (one) => (calls++, runCase(one)) };
    const { answers } = await runCases(twice, { pool });
    expect(calls).toBe(1);
    expect(answers.map(({ at }) => at.price)).toEqual([30, "again"]);
    expect(answers[0].figures).toEqual(answers[1].figures);
  });

  it("keeps what was answered when it is cancelled, and goes on from there", async () => {
    const controller = new AbortController();
    const part = await runCases(cases, {
      signal: controller.signal,
      onProgress: ({ done }) => done === 3 && controller.abort(new Error("enough")),
    });
    expect(part.status).toBe("cancelled");
    expect(part.answers.map(({ at }) => at.hashprice)).toEqual([12, 24, 48]);
    const ran: string[] = [];
    const pool: CasePool = { run: async (one) => (ran.push(one.id), runCase(one)) };
    const whole = await runCases(cases, { known: overWire(part.answers), pool });
    expect(ran).toHaveLength(5);
    expect(whole).toStrictEqual(await runCases(cases));
  });

  it("is completed if the signal fires after the last answer", async () => {
    const controller = new AbortController();
    const { status } = await runCases([cases.case(0)], {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(status).toBe("completed");
  });

  it("counts a case whose worker ends as failed, and runs it again next time", async () => {
    const broken = cases.case(1).id;
    const pool: CasePool = {
      run: async (one) => {
        if (one.id === broken) throw new Error("the worker has ended");
        return runCase(one);
      },
    };
    const first = await runCases(cases, { pool });
    expect(first.status).toBe("completed");
    expect(first.answers.filter(({ status }) => status === "failed")).toEqual([
      { id: broken, status: "failed", detail: "the worker has ended", figures: {}, at: cases.case(1).at },
    ]);
    expect(await runCases(cases, { known: first.answers })).toStrictEqual(await runCases(cases));
  });

  it("takes no answer to another case", async () => {
    const other = runCase(cases.case(0));
    const { answers } = await runCases([cases.case(1), cases.case(2)], {
      pool: { run: async (one) => (one.id === cases.case(1).id ? other : (undefined as never)) },
    });
    expect(answers.map(({ status }) => status)).toEqual(["failed", "failed"]);
    expect(answers[1].detail).toContain("must call runCase");
  });

  it("rejects with an error of onProgress, and starts no further case", async () => {
    let calls = 0;
    const pool: CasePool = { run: async (one) => (calls++, runCase(one)) };
    const onProgress = () => {
      throw new Error("no disk");
    };
    await expect(runCases(cases, { pool, inFlight: 2, onProgress })).rejects.toThrow("no disk");
    expect(calls).toBeLessThan(8);
  });

  it.each([
    [{ pool: {} }, "options.pool"],
    [{ inFlight: 0 }, "options.inFlight"],
    [{ onProgress: 5 }, "options.onProgress"],
  ])("refuses %j", async (options, message) => {
    await expect(runCases(cases, options as never)).rejects.toThrow(message);
  });
});
