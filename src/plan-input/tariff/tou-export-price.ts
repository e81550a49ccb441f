// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.

/** A price on exported energy by time of use, as the `sell` rates of a rate database have it. */
export interface TouExportPriceInput {
  /**
   * By period, e.g. { peak: 90, 'off-peak': 30 }.
   * Unit: USD/MWh. Limits: >= -5000, <= 25000.
   */
  readonly usdPerMwh: Readonly<Record<string, number>>;
  /** Period by local hour of Monday to Friday: a name, 24 names, or 12 months of either. */
  readonly weekday: string | readonly (string | readonly string[])[];
  /** Likewise of Saturday and Sunday. */
  readonly weekend: string | readonly (string | readonly string[])[];
}
