import { expect, it } from "vitest";
import { gridSizes } from "../../../src/assets/grid/sizes.ts";
import type { Spec } from "../../../src/assets/grid/schema.ts";

it("scales the import limit in its shape, so that an outage stays one", () => {
  const spec = { importLimitMw: Float64Array.of(40, 0, 20) } as Spec;
  expect(gridSizes.importMw.of(spec)).toBe(40);
  expect(Array.from(gridSizes.importMw.at(spec, undefined, 100)?.spec.importLimitMw ?? [])).toEqual([100, 0, 50]);
});
