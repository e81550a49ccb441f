import { describe, expect, it } from "vitest";
import { given, partFields, parts, partStates } from "../../../src/assets/grid/tariff-fields.ts";
import { tariffParts } from "../../../src/assets/tariff/index.ts";

describe("the parts of a tariff", () => {
  it("are fields of the connection under their own keys, all optional", () => {
    expect(Object.keys(partFields)).toEqual(Object.keys(tariffParts));
    for (const field of Object.values(partFields)) expect(field.safeParse(undefined).success).toBe(true);
  });

  it("share no field of the state", () => {
    const fields = parts.flatMap(([, { state }]) => Object.keys(state));
    expect(new Set(fields).size).toBe(fields.length);
    expect(Object.keys(partStates)).toEqual(fields);
  });

  it("that the user wrote come in the order of the list, whatever the order of the input", () => {
    const own = { fixedCharge: { usdPerDay: 1 }, touEnergyCharge: { usdPerMwh: {} } };
    expect(given(own)).toEqual([
      [tariffParts.touEnergyCharge, own.touEnergyCharge],
      [tariffParts.fixedCharge, own.fixedCharge],
    ]);
  });
});
