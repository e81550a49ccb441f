import type { AssetSize } from "../asset-size.ts";
import type { Spec, State } from "./schema.ts";

const capacityMw: AssetSize<Spec, State> = {
  unit: "MW",
  scales: ["capacityMw"],
  of: (spec) => spec.capacityMw,
  at: (spec, initial, mw) => ({ spec: { ...spec, capacityMw: mw }, initial }),
};

export const renewableSizes = { capacityMw };
