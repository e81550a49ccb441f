// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.

/** Energy by time of use: with share_{t,p} of interval t in period p. */
export interface TouEnergyChargeInput {
  /**
   * By period, e.g. { peak: 120, 'off-peak': 45 }.
   * Unit: USD/MWh. Limits: >= -5000, <= 25000.
   */
  readonly usdPerMwh: Readonly<Record<string, number>>;
  /** Period by local hour of Monday to Friday: a name, 24 names, or 12 months of either. */
  readonly weekday: string | readonly (string | readonly string[])[];
  /** Likewise of Saturday and Sunday. */
  readonly weekend: string | readonly (string | readonly string[])[];
}
