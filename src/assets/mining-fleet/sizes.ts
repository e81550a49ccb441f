/** The size of a fleet. Ramps in MW/h and a wake-up in rigs per minute are limits of the site and stay as they are. */
import type { AssetSize } from "../asset-size.ts";
import type { Spec, State } from "./schema.ts";

const rigs: AssetSize<Spec, State> = {
  unit: "rigs",
  scales: ["rigs", "initialState.powerMw"],
  piece: () => 1,
  of: (spec) => spec.rigs,
  at(spec, initial, count) {
    // Income per MWh is the income of the fleet over its power: 0 / 0 for a fleet of 0 rigs.
    if (count === 0) return undefined;
    const before = initial?.powerMw;
    return {
      spec: { ...spec, rigs: count },
      initial: before === undefined ? initial : { ...initial, powerMw: (before * count) / spec.rigs },
    };
  },
};

export const miningFleetSizes = { rigs };
