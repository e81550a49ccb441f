/** The size of a connection: what may be imported at most. Where the limit varies, it keeps its shape (outages stay). */
import type { AssetSize } from "../asset-size.ts";
import { largest, scaled } from "../fields/series.ts";
import type { Spec, State } from "./schema.ts";

const importMw: AssetSize<Spec, State> = {
  unit: "MW",
  scales: ["importLimitMw"],
  of: (spec) => largest(spec.importLimitMw),
  at(spec, initial, mw) {
    const { importLimitMw } = spec;
    return { spec: { ...spec, importLimitMw: scaled(importLimitMw, mw / largest(importLimitMw)) }, initial };
  },
};

export const gridSizes = { importMw };
