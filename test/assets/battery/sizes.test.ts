import { expect, it } from "vitest";
import { batterySizes } from "../../../src/assets/battery/sizes.ts";
import type { Spec } from "../../../src/assets/battery/schema.ts";
import { planOf } from "../../support/plans.ts";

const fields = {
  kind: "battery",
  name: "bess",
  chargeLimitMw: 3,
  dischargeLimitMw: 2,
  minStoredMwh: 1,
  maxStoredMwh: 8,
  wearUsdPerMwh: 0,
  end: { rule: "at-least", storedMwh: 4 },
};
const { spec } = planOf({ count: 2, initialState: { bess: { storedMwh: 4 } }, assets: [fields] }).assets[0] as {
  spec: Spec;
};
const state = { storedMwh: 4, storedCo2T: 1 };

it("energy scales the window, the state and the end; power stays", () => {
  const sized = batterySizes.energyMwh.at(spec, state, 16);
  expect(sized?.spec).toMatchObject({ maxStoredMwh: 16, chargeLimitMw: 3, dischargeLimitMw: 2, end: { storedMwh: 8 } });
  expect(Array.from(sized?.spec.minStoredMwh ?? [])).toEqual([2, 2]);
  expect(sized?.initial).toEqual({ storedMwh: 8, storedCo2T: 2 });
});

it("power scales both directions; energy stays", () => {
  const sized = batterySizes.powerMw.at(spec, state, 6);
  expect(sized?.spec).toMatchObject({ maxStoredMwh: 8, chargeLimitMw: 9, dischargeLimitMw: 6, end: { storedMwh: 4 } });
  expect(sized?.initial).toBe(state);
});

it("the system scales both, and each size is what the input has", () => {
  expect(batterySizes.systemMwh.at(spec, state, 4)?.spec).toMatchObject({ maxStoredMwh: 4, chargeLimitMw: 1.5 });
  expect([batterySizes.energyMwh, batterySizes.powerMw, batterySizes.systemMwh].map(({ of }) => of(spec))).toEqual([
    8, 2, 8,
  ]);
});

it("leaves an end without energy as it is, and a battery without a state", () => {
  const free: Spec = { ...spec, end: { rule: "cyclic" } };
  expect(batterySizes.energyMwh.at(free, undefined, 4)).toMatchObject({
    spec: { end: { rule: "cyclic" } },
    initial: undefined,
  });
});
