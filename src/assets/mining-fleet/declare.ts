import type { ColumnBlock } from "../../model/block.ts";
import { tieBreakWeight } from "../../model/preference.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { Declaration } from "../asset.ts";
import type { HeadroomOffer } from "../ports/headroom.ts";
import type { SitePorts } from "../ports/site-ports.ts";
import { largest, scaled } from "../fields/series.ts";
import { figuresOf } from "./check.ts";
import type { FleetFigures } from "./economics.ts";
import { hullOf, modeName } from "./modes.ts";
import { declareRamps, fleetBefore } from "./ramps.ts";
import { MOST_RIGS, type Spec, type State } from "./schema.ts";

/** Price of cutting sleeping rigs off, USD/MWh, where it lies between the strike price and the values of lost load. */
const CUT_OFF_USD_PER_MWH = 500;

export interface Handles {
  readonly figures: FleetFigures;
  /** By segment. */
  readonly aboveMw: readonly ColumnBlock[];
  readonly deenergizedMw: ColumnBlock | undefined;
  /** Power cut off faster than `rampDownMwPerH`. */
  readonly cutMw: ColumnBlock | undefined;
}

export function declareMiningFleet(spec: Spec, initial: State | undefined, site: SiteModel): Declaration<Handles> {
  const { time } = site;
  const dt = time.stepHours;
  if (!site.hashpriceUsdPerPhDay) {
    site.fault(spec.name, "rigs", "no hashprice", "what they earn", "give bitcoin.hashpriceUsdPerPhDay");
  }
  const { dropped } = hullOf(spec);
  if (dropped.length > 0) {
    site.notices.push(
      `${spec.name}: power modes left out, since rigs in the modes around them compute as much on as ` +
        `little: ${dropped.map(modeName).join(", ")}.`,
    );
  }
  const figures = figuresOf(spec, site.hashpriceUsdPerPhDay ?? new Float64Array(time.count));
  const { segments } = figures;
  const aboveMw = segments.map(({ mode, aboveMw: upper, hashratePhPerS, incomeUsdPerMwh }) => {
    const name = modeName(mode);
    const part = segments.length > 1 ? ` to ${name}` : "";
    const words = part
      ? { low: `below ${name}`, high: `at ${name} or above`, between: `partly at ${name}`, own: "strike" }
      : { low: "asleep", high: "awake", between: "partly awake", own: "strike" };
    const columns = site.addSeries(spec.name, `aboveStandbyMw${part}`, {
      unit: "MW",
      upper,
      limit: `rigs${part}`,
      limitField: { unit: "rigs", isWhole: true, most: MOST_RIGS, path: "rigs" },
      words,
    });
    site.draw(columns);
    site.preferLess(columns, (1000 * tieBreakWeight.lessMiningPerJPerTh * upper) / hashratePhPerS);
    site.addCost(columns, "mining income", "cash", scaled(incomeUsdPerMwh, -dt));
    if (figures.omUsdPerMwh !== 0) site.addCost(columns, "mining O&M", "cash", figures.omUsdPerMwh * dt);
    return columns;
  });

  let deenergizedMw: ColumnBlock | undefined;
  if (figures.standbyMw > 0) {
    site.demand(figures.standbyMw);
    deenergizedMw = site.addSeries(spec.name, "deenergizedMw", { unit: "MW", upper: figures.standbyMw });
    site.supply(deenergizedMw);
  }
  const headroom: HeadroomOffer = {
    asset: spec.name,
    slices: segments.map((segment, k) => ({
      name: segments.length > 1 ? ` to ${modeName(segment.mode)}` : "",
      parts: [[aboveMw[k], 1]],
      lossUsdPerMwh: () => segment.strikeUsdPerMwh,
      hashratePhPerSPerMw: segment.hashratePhPerS / segment.aboveMw,
    })),
    rampDownMwPerH: spec.rampDownMwPerH,
  };
  const cutMw = declareRamps(
    spec,
    aboveMw,
    segments.map((segment) => segment.aboveMw),
    fleetBefore(initial, figures),
    site,
  );
  const { fullMw, strikeUsdPerMwh } = figures;
  return {
    handles: { figures, aboveMw, deenergizedMw, cutMw },
    ports: { miningLoad: { aboveStandbyMw: aboveMw, fullMw, strikeUsdPerMwh }, headroom },
  };
}

export function linkMiningFleet(
  spec: Spec,
  _initial: State | undefined,
  { figures, deenergizedMw, cutMw }: Handles,
  ports: SitePorts,
  site: SiteModel,
): void {
  if (!deenergizedMw && !cutMw) return;
  const given = spec.deenergizeUsdPerMwh;
  const above = Math.max(0, largest(figures.strikeUsdPerMwh));
  const below = Math.min(...ports.firmLoads.map(({ lostLoadUsdPerMwh = Infinity }) => lostLoadUsdPerMwh));
  const usdPerMwh = given ?? Math.min(Math.max(CUT_OFF_USD_PER_MWH, 2 * above), (above + below) / 2);
  for (const columns of [deenergizedMw, cutMw])
    if (columns) site.addCost(columns, "rigs cut off", "penalty", usdPerMwh * site.time.stepHours);
  if (given === undefined) {
    site.defaults.push({
      asset: spec.name,
      field: "deenergizeUsdPerMwh",
      value: `${usdPerMwh.toFixed(2)} USD/MWh`,
      item: "rigs cut off",
    });
    site.notices.push(`${spec.name}: no deenergizeUsdPerMwh was given; ${usdPerMwh.toFixed(2)} is taken.`);
  } else if (given <= above || given >= below) {
    const wanted =
      `more than the strike price, ${above.toFixed(2)} USD/MWh, and less than any ` +
      `vollUsdPerMwh${below < Infinity ? `, ${below}` : ""}`;
    site.fault(spec.name, "deenergizeUsdPerMwh", `${given}`, wanted, "leave it out, or choose a price between");
  }
}
