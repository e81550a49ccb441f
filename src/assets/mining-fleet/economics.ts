/**
 * What a fleet of equal rigs draws and earns. All powers are facility MW at the site bus (rig power x PUE); uptime
 * derates power and hash together, so the strike price carries no uptime. For the modes k = 1..K of the rigs' hull
 * (W_k, H_k), with W_0 = standbyW and H_0 = 0, segment k is what takes the fleet from mode k-1 to mode k:
 *
 *     standbyMw = rigs uptime standbyW pue / 1e6                (asleep, fans and controllers on)
 *     U_k       = rigs uptime (W_k - W_{k-1}) pue / 1e6         MW,   fullMw = standbyMw + sum U_k
 *     hash_k    = rigs uptime (H_k - H_{k-1}) / 1000            PH/s
 *     income_k  = hash_k hashprice / 24 (1 - poolFee) (1 - staleShare) / U_k      USD per MWh of segment k
 *     strike_k  = income_k - omUsdPerMwh fullMw / (fullMw - standbyMw)
 *
 * So variable O&M is omUsdPerMwh for each MWh of a fleet at full power and nothing asleep. With one mode and no standby
 * draw the strike is 41.667 hashprice / (J/TH) (1 - poolFee)(1 - staleShare) / pue - omUsdPerMwh.
 */
import type { PowerMode } from "../../catalogue/power-modes.ts";

export interface FleetFigures {
  readonly fullMw: number;
  readonly standbyMw: number;
  /** fullMw - standbyMw: what can be shed and restored. */
  readonly aboveMw: number;
  /** By falling income; at least one. */
  readonly segments: readonly FleetSegment[];
  /**
   * Price of power at the bus above which the whole fleet sleeps, USD/MWh, one value per interval: the first segment's.
   */
  readonly strikeUsdPerMwh: Float64Array;
  /** Variable O&M per MWh above standby, USD/MWh. */
  readonly omUsdPerMwh: number;
}

/** From one power mode to the next. */
export interface FleetSegment {
  /** The mode at its upper end. */
  readonly mode: PowerMode;
  /** U_k. */
  readonly aboveMw: number;
  /** What the segment adds. */
  readonly hashratePhPerS: number;
  /** Pool income per MWh before variable O&M, USD/MWh. */
  readonly incomeUsdPerMwh: Float64Array;
  /** Price of power at the bus above which the rigs leave the mode, USD/MWh. */
  readonly strikeUsdPerMwh: Float64Array;
}

export function fleetFigures(
  fleet: {
    readonly rigs: number;
    /** The rigs' hull, by rising power; at least one. */
    readonly modes: readonly PowerMode[];
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
  const mwAt = (powerW: number) => (running * powerW * fleet.pue) / 1e6;
  const fullMw = mwAt(fleet.modes[fleet.modes.length - 1].powerW);
  const standbyMw = mwAt(fleet.standbyWPerRig);
  const aboveMw = fullMw - standbyMw;
  const netShare = (1 - fleet.poolFee) * (1 - fleet.staleShare);
  const omUsdPerMwh = (fleet.omUsdPerMwh * fullMw) / aboveMw;
  const segments = fleet.modes.map((mode, k): FleetSegment => {
    const { powerW, hashrateThPerS } = fleet.modes[k - 1] ?? { powerW: fleet.standbyWPerRig, hashrateThPerS: 0 };
    const segmentMw = mwAt(mode.powerW) - mwAt(powerW);
    const hashratePhPerS = (running * (mode.hashrateThPerS - hashrateThPerS)) / 1000;
    const incomeUsdPerMwh = hashpriceUsdPerPhDay.map((usd) => (((hashratePhPerS * usd) / 24) * netShare) / segmentMw);
    return {
      mode,
      aboveMw: segmentMw,
      hashratePhPerS,
      incomeUsdPerMwh,
      strikeUsdPerMwh: incomeUsdPerMwh.map((usd) => usd - omUsdPerMwh),
    };
  });
  return { fullMw, standbyMw, aboveMw, segments, omUsdPerMwh, strikeUsdPerMwh: segments[0].strikeUsdPerMwh };
}
