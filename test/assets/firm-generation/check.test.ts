import { describe, expect, it } from "vitest";
import { faultsOf, gridAsset } from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Four engines of 5 MW at 8 MMBtu/MWh x 4 USD/MMBtu + 3 USD/MWh = 35 USD/MWh and 8 x 50 kg = 0.4 t/MWh. */
const engines = (fields: Fields = {}): Fields => ({
  kind: "firm-generation",
  name: "engines",
  units: 4,
  unitMw: 5,
  fuelUsdPerMmbtu: 4,
  heatRateMmbtuPerMwh: 8,
  omUsdPerMwh: 3,
  co2KgPerMmbtu: 50,
  ...fields,
});

describe("input", () => {
  const paths = (fields: Fields, state: Fields = {}) =>
    faultsOf({ count: 1, initialState: { engines: state }, assets: [gridAsset(), engines(fields)] }).map(
      ({ path }) => path,
    );

  it.each([
    [{}, { powerMw: 20 }, []],
    [{}, { powerMw: 21 }, ["initialState.engines.powerMw"]],
    [{ energyMwhPerYear: 5 }, { energyMwhByYear: { 2026: 6 } }, ["assets[1].energyMwhPerYear"]],
    [{ energyMwhPerYear: 5 }, { energyMwhByYear: { 2025: 6 } }, []],
    [{}, { energyMwhByYear: { "26": 6 } }, ['initialState.engines.energyMwhByYear["26"]']],
    // Btu/kWh, and a heat rate below the heat of a MWh.
    [{ heatRateMmbtuPerMwh: 8500 }, {}, ["assets[1].heatRateMmbtuPerMwh"]],
    [{ heatRateMmbtuPerMwh: 3 }, {}, ["assets[1].heatRateMmbtuPerMwh"]],
  ])("%o with state %o", (fields, state, wanted) => {
    expect(paths(fields, state)).toEqual(wanted);
  });
});
