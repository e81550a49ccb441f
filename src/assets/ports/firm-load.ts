/** A load that is served before any mining, as other assets see it. */
export interface FirmLoad {
  /** At the site bus, MW per interval. */
  readonly demandMw: Float64Array;
  /** What the first MWh not served costs at least, USD/MWh; undefined where all of it must be served. */
  readonly lostLoadUsdPerMwh: number | undefined;
}
