/** The sizes of a battery: its energy, its power, or both in the proportion that the input states. */
import type { AssetSize, SizedAsset } from "../asset-size.ts";
import { scaled } from "../fields/series.ts";
import type { Spec, State } from "./schema.ts";

const ENERGY_FIELDS = ["minStoredMwh", "maxStoredMwh", "end.storedMwh", "initialState.storedMwh"];
const POWER_FIELDS = ["chargeLimitMw", "dischargeLimitMw"];

/** Usable energy. The window, the energy at the start and that of an end rule keep their shares of it. */
const energyMwh: AssetSize<Spec, State> = {
  unit: "MWh",
  scales: ENERGY_FIELDS,
  of: ({ maxStoredMwh }) => maxStoredMwh,
  at: withEnergy,
};

/** Discharging power at the bus; charging power in proportion. */
const powerMw: AssetSize<Spec, State> = {
  unit: "MW",
  scales: POWER_FIELDS,
  of: ({ dischargeLimitMw }) => dischargeLimitMw,
  at: (spec, initial, mw) => ({ spec: withPower(spec, mw / spec.dischargeLimitMw), initial }),
};

/** Usable energy, with power in proportion: batteries of the input's duration. */
const systemMwh: AssetSize<Spec, State> = {
  unit: "MWh",
  scales: [...ENERGY_FIELDS, ...POWER_FIELDS],
  of: ({ maxStoredMwh }) => maxStoredMwh,
  at: (spec, initial, mwh) => withEnergy(withPower(spec, mwh / spec.maxStoredMwh), initial, mwh),
};

export const batterySizes = { energyMwh, powerMw, systemMwh };

function withEnergy(spec: Spec, initial: State | undefined, mwh: number): SizedAsset<Spec, State> {
  const factor = mwh / spec.maxStoredMwh;
  const { end } = spec;
  return {
    spec: {
      ...spec,
      minStoredMwh: scaled(spec.minStoredMwh, factor),
      maxStoredMwh: mwh,
      ...(end && "storedMwh" in end && { end: { ...end, storedMwh: end.storedMwh * factor } }),
    },
    initial: initial && {
      storedMwh: initial.storedMwh * factor,
      ...(initial.storedCo2T !== undefined && { storedCo2T: initial.storedCo2T * factor }),
    },
  };
}

function withPower(spec: Spec, factor: number): Spec {
  return { ...spec, chargeLimitMw: spec.chargeLimitMw * factor, dischargeLimitMw: spec.dischargeLimitMw * factor };
}
