// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.
import type { CurveInput } from "../assets/fields/fields.ts";

/** Solar, wind or any other supply that depends on the weather. */
export interface RenewableInput {
  /** Solar, wind or any other supply that depends on the weather. */
  readonly kind: "renewable";
  /** Name of its own in the plan: the key of its results, its rows and its messages. */
  readonly name: string;
  /** For the reader; the program treats all alike. */
  readonly technology: "solar" | "wind" | "other";
  /**
   * Rated power at the site bus.
   * Unit: MW. Limits: >= 0, <= 10000.
   */
  readonly capacityMw: number;
  /** Share of capacity that sun or wind gives, 0 to 1. */
  readonly availability: CurveInput;
  /** Share of what is available that must be taken, 1 where nothing may be curtailed; default 0. */
  readonly leastShare?: CurveInput | undefined;
  /**
   * Cost of each MWh used (variable O&M, pay-as-produced price).
   * Unit: USD/MWh. Limits: >= -1000, <= 1000000.
   * @defaultValue `0`
   */
  readonly costUsdPerMwh?: number | undefined;
  /**
   * Cost of each MWh available and not used.
   * Unit: USD/MWh. Limits: >= 0, <= 1000000.
   * @defaultValue `0`
   */
  readonly curtailmentUsdPerMwh?: number | undefined;
}
