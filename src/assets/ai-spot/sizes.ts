import { shellSize } from "../ai-load/shell-size.ts";
import type { Spec, State } from "./schema.ts";

export const aiSpotSizes = { facilityMw: shellSize<Spec, State>() };
