import { describe, expect, it } from "vitest";
import { checkProgram } from "wattsplit/lp";
import { isIn, MODES } from "../../bench/bench-case.ts";
import { cases, rollingCases } from "../../bench/registry.ts";
import { solvers } from "../../bench/solvers/index.ts";

const unique = (names: readonly string[]): void => expect(new Set(names).size).toBe(names.length);

describe("the registry", () => {
  it("has names of its own for everything", () => {
    unique([...cases, ...rollingCases].map(({ name }) => name));
    unique(solvers.map(({ name }) => name));
    for (const { sizes } of cases) unique(sizes.map(({ label }) => label));
  });

  it("says why where a case has no sizes, and has a smoke size where it has some", () => {
    for (const { sizes, absence } of cases) {
      expect(sizes.length === 0).toBe(absence !== undefined);
      expect(sizes.length === 0 || sizes.some(({ from }) => from === "smoke")).toBe(true);
    }
  });

  it("builds programs that are some, in every mode but full", () => {
    let built = 0;
    for (const subject of cases) {
      for (const size of subject.sizes.filter((candidate) => isIn(candidate, "default"))) {
        const lp = subject.build(size);
        expect(() => checkProgram(lp), `${subject.name} ${size.label}`).not.toThrow();
        built++;
      }
    }
    expect(built).toBeGreaterThan(15);
  });

  it("rolls programs of one matrix whose layout fits", () => {
    for (const { name, build, layout, numSteps } of rollingCases) {
      expect(numSteps).toBe(25);
      const [first, second] = [build(0), build(1)];
      expect(second.value, name).toEqual(first.value);
      expect(second.cost, name).not.toEqual(first.cost);
      expect(layout.intervalCols * layout.numIntervals).toBeLessThanOrEqual(first.numCols);
      expect(layout.intervalRows * layout.numIntervals).toBeLessThanOrEqual(first.numRows);
    }
  });
});

it("modes take in the sizes of the shorter ones", () => {
  const table = MODES.map((mode) => MODES.map((from) => isIn({ label: "", numIntervals: 1, from }, mode)));
  expect(table).toEqual([
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ]);
});
