/**
 * What a fleet of equal rigs draws and earns. All powers are facility MW at the site bus (rig power x PUE); uptime
 * derates power and hash together, so the strike price carries no uptime.
 *
 *     fullMw    = rigs uptime powerW pue / 1e6
 *     standbyMw = rigs uptime standbyW pue / 1e6                (asleep, fans and controllers on)
 *     hash      = rigs uptime hashrateThPerS / 1000             PH/s
 *     net USD/h = hash hashprice / 24 (1 - poolFee) (1 - staleShare) - omUsdPerMwh fullMw
 *     strike    = net USD/h / (fullMw - standbyMw)              USD per MWh above standby
 *
 * With no standby draw the strike is 41.667 hashprice / (J/TH) (1 - poolFee)(1 - staleShare) / pue - omUsdPerMwh.
 */

export interface FleetFigures {
  readonly fullMw: number;
  readonly standbyMw: number;
  /** fullMw - standbyMw: what can be shed and restored. */
  readonly aboveMw: number;
  readonly hashratePhPerS: number;
  /** Price of power at the bus above which the fleet sleeps, USD/MWh, one value per interval. */
  readonly strikeUsdPerMwh: Float64Array;
  /** Pool income per MWh above standby before variable O&M, USD/MWh. */
  readonly incomeUsdPerMwh: Float64Array;
  /** Variable O&M per MWh above standby, USD/MWh. */
  readonly omUsdPerMwh: number;
}

export function fleetFigures(
  fleet: {
    readonly rigs: number;
    readonly hashrateThPerS: number;
    readonly powerW: number;
    readonly standbyWPerRig: number;
    readonly pue: number;
    readonly uptime: number;
    readonly poolFee: number;
    readonly staleShare: number;
    readonly omUsdPerMwh: number;
  },
  hashpriceUsdPerPhDay: Float64Array,
): FleetFigures {
  const running = fleet.rigs * fleet.uptime;
  const fullMw = (running * fleet.powerW * fleet.pue) / 1e6;
  const standbyMw = (running * fleet.standbyWPerRig * fleet.pue) / 1e6;
  const aboveMw = fullMw - standbyMw;
  const hashratePhPerS = (running * fleet.hashrateThPerS) / 1000;
  const kept = (1 - fleet.poolFee) * (1 - fleet.staleShare);
  const omUsdPerMwh = (fleet.omUsdPerMwh * fullMw) / aboveMw;
  const incomeUsdPerMwh = hashpriceUsdPerPhDay.map((usd) => (((hashratePhPerS * usd) / 24) * kept) / aboveMw);
  return {
    fullMw, standbyMw, aboveMw, hashratePhPerS, incomeUsdPerMwh, omUsdPerMwh,
    strikeUsdPerMwh: incomeUsdPerMwh.map((usd) => usd - omUsdPerMwh),
  };
}
