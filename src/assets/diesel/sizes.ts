/** The size of a plant of sets of the input's rating, of which a part may be built. Its tank stays as it is. */
import type { AssetSize } from "../asset-size.ts";
import type { Spec, State } from "./schema.ts";

const capacityMw: AssetSize<Spec, State> = {
  unit: "MW",
  scales: ["sets"],
  piece: ({ unitMw }) => unitMw,
  of: ({ sets, unitMw }) => sets * unitMw,
  at: (spec, initial, mw) => ({ spec: { ...spec, sets: mw / spec.unitMw }, initial }),
};

export const dieselSizes = { capacityMw };
