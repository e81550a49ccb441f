// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.

/** Energy by the month's volume, at rates that rise. */
export interface EnergyTiersInput {
  /** Of all import of a month. */
  readonly tiers?:
    | readonly {
        /**
         * One, or 12 from January on.
         * Unit: USD/MWh.
         */
        readonly usdPerMwh: number | readonly number[];
        /**
         * Import of the month up to which the rate holds, one or 12 from January on; none for the last tier.
         * Unit: MWh.
         */
        readonly upToMwh?: number | readonly number[] | undefined;
      }[]
    | undefined;
  /** In place of tiers: those of each period of the schedules. */
  readonly periods?:
    | Readonly<
        Record<
          string,
          readonly {
            /**
             * One, or 12 from January on.
             * Unit: USD/MWh.
             */
            readonly usdPerMwh: number | readonly number[];
            /**
             * Import of the month up to which the rate holds, one or 12 from January on; none for the last tier.
             * Unit: MWh.
             */
            readonly upToMwh?: number | readonly number[] | undefined;
          }[]
        >
      >
    | undefined;
  /** Period by local hour of Monday to Friday: a name, 24 names, or 12 months of either. */
  readonly weekday?: string | readonly (string | readonly string[])[] | undefined;
  /** Likewise of Saturday and Sunday. */
  readonly weekend?: string | readonly (string | readonly string[])[] | undefined;
}
