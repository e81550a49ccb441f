import { describe, expect, it } from "vitest";
import { type AskedSession, why, whyAsync, worth, worthAsync } from "../../src/explain/ask-session.ts";
import type { Explanation, WhyQuestion } from "../../src/explain/why.ts";
import type { Worth, WorthQuestion } from "../../src/explain/worth.ts";
import { javascriptLpSolver } from "../../src/javascript-lp-solver.ts";
import { battery, bitcoin, firm, fleet, grid, horizon } from "../support/small-sites.ts";
import { openPlan, openPlanAsync } from "../support/untyped.ts";

const site = {
  horizon: horizon(3),
  bitcoin,
  initialState: { bess: { storedMwh: 10 } },
  assets: [grid({ importLimitMw: [35, 35, 20], importPriceUsdPerMwh: [30, 100, 30] }), firm(), fleet(), battery()],
};

/** What is said of an optimal plan. */
function whyOf(session: AskedSession, question: WhyQuestion): Explanation {
  const answer = why(session, question);
  if (answer.status !== "optimal") throw new Error(answer.detail);
  return answer;
}

function worthOf(session: AskedSession, question?: WorthQuestion): Worth {
  const answer = worth(session, question);
  if (answer.status !== "optimal") throw new Error(answer.detail);
  return answer;
}

describe("why and worth", () => {
  const session = openPlan(site);

  it("answers are plain data that can be sent to a worker", () => {
    for (const answer of [why(session, { asset: "fleet", at: 1 }), worth(session, { perYear: true })])
      expect(structuredClone(answer)).toEqual(answer);
  });

  it("the same question gives the same answer twice", () => {
    expect(why(session, { asset: "bess", at: 2 })).toEqual(why(session, { asset: "bess", at: 2 }));
    expect(worth(session, { asset: "grid" })).toEqual(worth(session, { asset: "grid" }));
  });

  it("an engine without a basis gives the same worth", () => {
    const priced = (asked: AskedSession) =>
      worthOf(asked).limits.map(({ asset, limit, more, less }) => [
        asset,
        limit,
        more.usdPerUnit.toFixed(6),
        less.usdPerUnit.toFixed(6),
      ]);
    expect(priced(openPlan(site, { solver: javascriptLpSolver }))).toEqual(priced(session));
  });

  it("answers in time slices are the same, for both kinds of session", async () => {
    const inSlices = await openPlanAsync(site);
    expect(await whyAsync(inSlices, { asset: "fleet", at: 0 })).toEqual(why(session, { asset: "fleet", at: 0 }));
    expect(await worthAsync(inSlices, { asset: "bess" })).toEqual(worth(session, { asset: "bess" }));
    expect(await worthAsync(session)).toEqual(worth(inSlices));
  });

  it("rejects when the signal given to openPlanAsync fires", async () => {
    const controller = new AbortController();
    const inSlices = await openPlanAsync(site, { signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(worthAsync(inSlices)).rejects.toThrow("enough");
    await expect(whyAsync(inSlices, { asset: "nobody", at: 0 })).rejects.toThrow("enough");
  });

  it("rejects what is not a session, and a copy of its fields", () => {
    for (const given of [undefined, null, 5, {}, { ...session }])
      expect(() => why(given as never, { asset: "grid", at: 0 })).toThrow(/why\.session: got .* openPlan returned/);
    expect(() => worth({ ...session })).toThrow(/worth\.session/);
  });
});

describe("a plan that is not optimal", () => {
  it("infeasible: the status and detail of the plan", () => {
    const session = openPlan({
      horizon: horizon(1),
      assets: [grid({ importLimitMw: 10 }), firm({ vollUsdPerMwh: undefined })],
    });
    const { status, detail } = session.result as { status: string; detail: string };
    expect(status).toBe("infeasible");
    expect(why(session, { asset: "grid", at: 0 })).toEqual({ status, detail });
    expect(worth(session)).toEqual({ status, detail });
  });

  it("cut short: the same, with what to raise", () => {
    for (const [options, status] of [
      [{ iterationLimit: 0 }, "iteration-limit"],
      [{ timeLimitMs: 0 }, "time-limit"],
    ] as const) {
      const session = openPlan(site, options);
      expect(session.result.status).toBe(status);
      expect(worth(session)).toMatchObject({ status, detail: expect.stringContaining("raise") });
    }
  });

  it("a second solve that is cut short gives a status, and the next question tries again", () => {
    let stops = false;
    const session = openPlan(site, { solver: javascriptLpSolver, onProgress: () => (stops ? "stop" : undefined) });
    expect(session.result.status).toBe("optimal");
    stops = true;
    expect(why(session, { asset: "grid", at: 0 })).toMatchObject({
      status: "stopped",
      detail: expect.stringContaining("let onProgress continue"),
    });
    stops = false;
    expect(why(session, { asset: "grid", at: 0 }).status).toBe("optimal");
  });
});

describe("a plan settled by branching", () => {
  // One hour at -40 with the store full at its end as at its start: a plain program would charge and discharge at once.
  const session = openPlan({
    horizon: horizon(1),
    initialState: { bess: { storedMwh: 10 } },
    assets: [grid({ importPriceUsdPerMwh: -40 }), firm(), battery({ end: { rule: "cyclic" } })],
  });

  it("explains it, and says that the directions are fixed", () => {
    expect(session.result).toMatchObject({ status: "optimal", prices: { label: "directions fixed" } });
    const { directionsFixed, reasons, text } = whyOf(session, { asset: "bess", at: 0 });
    expect(directionsFixed).toBe(true);
    // Charging earns 40 and its store nothing, but what is charged has to go: with one side held at zero both are.
    expect(reasons.find(({ barredBy }) => barredBy !== undefined)).toMatchObject({
      value: 0,
      barredBy: "bess charges and discharges",
    });
    expect(text).toContain("(prices and moves hold for the directions of this plan)");
    expect(worthOf(session).directionsFixed).toBe(true);
  });
});
