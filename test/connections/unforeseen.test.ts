import { describe, expect, it } from "vitest";
import { unforeseenSteps } from "../../src/connections/unforeseen.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { caseFigures } from "../../src/plan/case-figures.ts";
import { runPlan } from "../../src/plan/run-plan.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { battery, firm, grid, horizon } from "../support/small-sites.ts";

/** 10 MW of AI in the third hour without import; the battery takes 5 MW an hour at 80 % either way. */
const site = (noticeMinutes: number, hours = 3) =>
  parseRequest({
    horizon: horizon(hours),
    initialState: { bess: { storedMwh: 0 } },
    assets: [
      grid({ importLimitMw: 20 }),
      firm({ facilityMw: 10 }),
      battery(),
      {
        kind: "non-firm-service",
        name: "service",
        firmMw: 0,
        noticeMinutes,
        curtailments: [{ start: "2026-07-14T02:00:00-05:00", end: "2026-07-14T03:00:00-05:00" }],
      },
    ],
  });
const unservedMwh = (...args: Parameters<typeof site>) => {
  const result = drain(unforeseenSteps(site(...args), {}));
  if (result.status !== "optimal") throw new Error(result.detail);
  expect(result.certificate.ok).toBe(true);
  return caseFigures(result).unservedMwh;
};

describe("a curtailment that is not foreseen", () => {
  it("is met with what the notice allowed to prepare", () => {
    expect(unservedMwh(0)).toBeCloseTo(10, 6);
    // One hour of charging leaves 4 MWh, which give 3.2.
    expect(unservedMwh(60)).toBeCloseTo(6.8, 6);
    // Two hours leave 8 MWh; the battery gives 5 MW at most.
    expect(unservedMwh(120)).toBeCloseTo(5, 6);
    expect(unservedMwh(0, 5)).toBeCloseTo(10, 6);
  });

  it("costs what the plan with foresight costs where the notice is long enough", () => {
    const known = runPlan(site(0));
    const lived = drain(unforeseenSteps(site(120), {}));
    if (known.status !== "optimal" || lived.status !== "optimal") throw new Error("no plan");
    expect(lived.objectiveUsd).toBeCloseTo(known.objectiveUsd, 6);
  });

  it("is lived through with a short look-ahead too, which prepares no more than it sees", () => {
    const result = drain(unforeseenSteps(site(120), {}, 2));
    if (result.status !== "optimal") throw new Error(result.detail);
    expect(caseFigures(result).unservedMwh).toBeCloseTo(6.8, 6);
  });

  it("says when a window has no plan", () => {
    const request = parseRequest({
      horizon: horizon(3),
      assets: [
        grid({ importLimitMw: 20 }),
        firm({ vollUsdPerMwh: undefined, facilityMw: 10 }),
        {
          kind: "non-firm-service",
          name: "service",
          firmMw: 4,
          curtailments: [{ start: "2026-07-14T02:00:00-05:00", end: "2026-07-14T03:00:00-05:00" }],
        },
      ],
    });
    const result = drain(unforeseenSteps(request, {}));
    expect(result.status).toBe("infeasible");
    expect(result.detail).toContain("At 2026-07-14T02:00:00-05:00:");
  });
});
