import { expect, it } from "vitest";
import { checkConnections } from "../../src/connections/check-options.ts";
import type { ConnectionsOptions } from "../../src/connections/connection-option.ts";
import { PlanInputError } from "../../src/errors.ts";

const stage = { from: "2027-01-01T00:00:00Z", importMw: 20, firmMw: 5 };
const generator = { seed: 1, scenarios: 2, hoursPerYear: 100, longestHours: 4 };
const given = (own: object) => ({
  from: "2027-01-01T00:00:00Z",
  to: "2029-01-01T00:00:00Z",
  options: [{ name: "a", stages: [{ ...stage, ...own }] }],
});
const pathsOf = (options: object): string[] => {
  try {
    checkConnections(options as ConnectionsOptions);
    return [];
  } catch (error) {
    if (error instanceof PlanInputError) return error.faults.map(({ path }) => path);
    throw error;
  }
};

it("takes what is sound", () => {
  expect(pathsOf(given({}))).toEqual([]);
  expect(pathsOf(given({ curtailment: { ...generator, depth: [0.2, 1], beginBetweenHours: [0, 24] } }))).toEqual([]);
});

it("lists every fault with its place", () => {
  const at = (field: string) => `options.options[0].stages[0].${field}`;
  const stageFaults = {
    importMw: -1,
    noticeMinutes: -1,
    feeUsdPerYear: "1",
    ownGenerationShare: 2,
    mayReservesBeSold: 1,
  };
  expect(pathsOf(given(stageFaults))).toEqual(Object.keys(stageFaults).map(at));
  const wrong = { seed: 0.5, scenarios: 0, hoursPerYear: -1, longestHours: 0, depth: 2, beginBetweenHours: [5, 5] };
  expect(pathsOf(given({ curtailment: wrong }))).toEqual(Object.keys(wrong).map((field) => at(`curtailment.${field}`)));
  expect(
    pathsOf({
      options: [
        { name: "a", stages: [] },
        { name: "a", stages: [stage] },
      ],
      horizonIntervals: 0,
    }),
  ).toEqual([
    "options.from",
    "options.to",
    "options.horizonIntervals",
    "options.options[0].stages",
    "options.options[1].name",
  ]);
});
