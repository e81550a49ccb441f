import { shellSize } from "../ai-load/shell-size.ts";
import type { Spec, State } from "./schema.ts";

/** The month's demand that SLA shares are of is a multiple of the load's. */
const facilityMw = shellSize<Spec, State>(["slaMonthMwh"], ({ slaMonthMwh }, factor) =>
  slaMonthMwh === undefined ? {} : { slaMonthMwh: slaMonthMwh * factor },
);

export const aiFirmSizes = { facilityMw };
