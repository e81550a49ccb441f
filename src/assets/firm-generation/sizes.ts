/** The size of a plant: units of the input's rating, of which a part may be built. Caps by the year stay as they are. */
import type { AssetSize } from "../asset-size.ts";
import type { Spec, State } from "./schema.ts";

const capacityMw: AssetSize<Spec, State> = {
  unit: "MW",
  scales: ["units", "initialState.powerMw"],
  piece: ({ unitMw }) => unitMw,
  of: ({ units, unitMw }) => units * unitMw,
  at(spec, initial, mw) {
    const factor = mw / (spec.units * spec.unitMw);
    const before = initial?.powerMw;
    return {
      spec: { ...spec, units: mw / spec.unitMw },
      initial: before === undefined ? initial : { ...initial, powerMw: before * factor },
    };
  },
};

export const firmGenerationSizes = { capacityMw };
