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

/** Ramps this near above a whole number of steps (rounding) take that many. */
const STEP_ROUNDING = 1e-6;

/**
 * The most that shedding one MWh of a fleet's draw in interval t can cost, USD/MWh. Let an optimum have above_t > 0, and
 * take a little from it. Where the climb afterwards is tight, above_{t+k} = above_t + k rampUp dt, the same has to be
 * taken from above_{t+1}, ..., above_{t+K}; the climb ends at U, so K < U / (rampUp dt); likewise before t on the way
 * down. So at most that many intervals lose a MWh at the strike price each (where power is worth 0 or more), and a MW
 * more is woken afterwards. A valley that narrows to one interval reaches the bound. The mean over the valley,
 * 1 + U / (2 ramp dt), is not enough: the last MW would run on while firm AI is shed.
 */
export function worthOfAnInterval(
  { aboveMw, strikeUsdPerMwh }: FleetFigures,
  fleet: { readonly rampUpMwPerH?: number | undefined; readonly rampDownMwPerH?: number | undefined; readonly restartUsdPerMw: number },
  dt: number,
): Float64Array {
  const tight = (ramp = Infinity) => Math.max(0, Math.ceil(aboveMw / (ramp * dt) - STEP_ROUNDING) - 1);
  const intervals = Math.min(strikeUsdPerMwh.length, 1 + tight(fleet.rampUpMwPerH) + tight(fleet.rampDownMwPerH));
  return strikeUsdPerMwh.map((usd) => Math.max(0, usd) * intervals + fleet.restartUsdPerMw / dt);
}
