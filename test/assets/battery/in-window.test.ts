import { expect, it } from "vitest";
import { batteryInWindow } from "../../../src/assets/battery/in-window.ts";
import type { Spec } from "../../../src/assets/battery/schema.ts";

it("states a cyclic end in figures, and leaves every other end", () => {
  const spec = { end: { rule: "cyclic" } } as Spec;
  expect(batteryInWindow(spec, { storedMwh: 7 }).end).toEqual({ rule: "exactly", storedMwh: 7 });
  for (const other of [{}, { end: { rule: "value", usdPerMwh: 3 } }] as Spec[])
    expect(batteryInWindow(other, { storedMwh: 7 })).toBe(other);
});
