import { expect, it } from "vitest";
import { dieselSizes } from "../../../src/assets/diesel/sizes.ts";
import type { Spec } from "../../../src/assets/diesel/schema.ts";

it("scales the sets; the tank stays", () => {
  const { capacityMw } = dieselSizes;
  const spec = { sets: 4, unitMw: 2, tankL: 900 } as Spec;
  expect([capacityMw.of(spec), capacityMw.piece?.(spec)]).toEqual([8, 2]);
  expect(capacityMw.at(spec, { fuelL: 5 }, 3)).toEqual({ spec: { ...spec, sets: 1.5 }, initial: { fuelL: 5 } });
});
