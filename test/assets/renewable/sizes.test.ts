import { expect, it } from "vitest";
import { renewableSizes } from "../../../src/assets/renewable/sizes.ts";
import type { Spec } from "../../../src/assets/renewable/schema.ts";

it("scales the rated power", () => {
  const spec = { capacityMw: 5, availability: Float64Array.of(0.5) } as Spec;
  expect(renewableSizes.capacityMw.of(spec)).toBe(5);
  expect(renewableSizes.capacityMw.at(spec, undefined, 7)?.spec).toEqual({ ...spec, capacityMw: 7 });
});
