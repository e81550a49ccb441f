import { expect, it } from "vitest";
import { firmGenerationSizes } from "../../../src/assets/firm-generation/sizes.ts";
import type { Spec } from "../../../src/assets/firm-generation/schema.ts";

const { capacityMw } = firmGenerationSizes;
const spec = { units: 2, unitMw: 5, energyMwhPerYear: 900 } as Spec;

it("scales the units and the power before the plan; caps stay", () => {
  expect([capacityMw.of(spec), capacityMw.piece?.(spec)]).toEqual([10, 5]);
  expect(capacityMw.at(spec, { powerMw: 4 }, 25)).toEqual({ spec: { ...spec, units: 5 }, initial: { powerMw: 10 } });
});

it("leaves a state without power as it is", () => {
  const state = { energyMwhByYear: { 2026: 5 } };
  expect(capacityMw.at(spec, state, 25)?.initial).toBe(state);
  expect(capacityMw.at(spec, undefined, 25)?.initial).toBeUndefined();
});
