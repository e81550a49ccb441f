/**
 * The bill of one connection. Every part of the tariff adds its charges here; a charge is the line of one month,
 *
 *     usd = sum over the month's intervals of usdPerUnit_t column_t + constantUsd - alreadyUsd
 *
 * and stands in the objective and the ledger by the same terms. What was charged before the plan starts (`alreadyUsd`,
 * for a peak already set) is not a cost of the plan: it is reported beside the objective. So the plans of a month add
 * up to the plan of the whole month. With `prorate` a charge grows with the share of the month that the plans so far
 * have charged (`prorated-months.ts`).
 */
import type { ColumnBlock } from "../../../model/block.ts";
import type { CostKind } from "../../../model/cost-term.ts";
import type { SiteModel } from "../../../model/site-model.ts";
import type { SolvedSite } from "../../../model/solved-site.ts";
import { monthStartMs, shareOfMonth } from "../../../time/local-clock.ts";
import { intervalStartMs, monthLabel, monthSpans } from "../../../time/time-grid.ts";
import { scaled } from "../../fields/series.ts";
import { MeteredDemand, noteUnknown, type DemandState, type MonthSpan } from "../demand/metered-demand.ts";
import { chargeUsd, type BillDetail, type BillLine, type Charge, type MonthOptions } from "./charge.ts";
import { type ChargedShares, ProratedMonths } from "./prorated-months.ts";

/** From this share on a plan has the whole of a month. */
const WHOLE_MONTH = 0.95;

/** Import of a month in one of the periods that are netted, of which a part is not billed. */
export interface NettedVolume {
  readonly label: string;
  /** The share of every interval that lies in the period. */
  readonly shares: Float64Array;
  /** Import that exported energy offsets, MWh. */
  readonly offset: ColumnBlock;
  offsetMwh(solved: SolvedSite): number;
  /** Import before the plan that may still be offset, MWh. */
  readonly roomMwh: number;
}

export class Bill {
  readonly site: SiteModel;
  readonly asset: string;
  readonly importMw: ColumnBlock;
  readonly months: readonly MonthSpan[];
  readonly demand: MeteredDemand;
  readonly charges: Charge[] = [];
  /** What a MWh costs at the meter by the parts that price energy. */
  readonly energyUsdPerMwh: Float64Array;
  /** Undefined where nothing can be exported. */
  readonly exportMw: ColumnBlock | undefined;
  /** What an exported MWh earns at the meter, fee taken off. */
  readonly exportUsdPerMwh: Float64Array;
  /** Volumes of import that exported energy offsets; empty without net metering. */
  readonly netted: NettedVolume[] = [];
  /** Whether a credit in MWh may be worth something after its month: then what else a MWh costs must be one price. */
  isNettingCarried = false;
  /** Set by a part under which other charges may be free, so that their columns may stand above what they are for. */
  isToSettle = false;
  readonly #prorated: ProratedMonths;
  readonly #settled: [ColumnBlock, (solved: SolvedSite) => number][] = [];

  constructor(
    site: SiteModel,
    asset: string,
    importMw: ColumnBlock,
    exportMw: ColumnBlock | undefined,
    billingMinutes: number | undefined,
    state: DemandState,
  ) {
    this.site = site;
    this.asset = asset;
    this.importMw = importMw;
    this.months = monthSpans(site.time).map((span) => ({ ...span, label: monthLabel(span.month) }));
    this.#prorated = new ProratedMonths(site.time, state);
    this.demand = new MeteredDemand(site, asset, importMw, billingMinutes, state);
    this.energyUsdPerMwh = new Float64Array(site.time.count);
    this.exportMw = exportMw;
    this.exportUsdPerMwh = new Float64Array(site.time.count);
  }

  /** Prices the imported energy. */
  energy(part: string, item: string, usdPerMwh: Float64Array): void {
    this.series(part, item, "cash", this.importMw, scaled(usdPerMwh, this.site.time.stepHours));
    usdPerMwh.forEach((usd, t) => {
      this.energyUsdPerMwh[t] += usd;
    });
  }

  /** Pays for the exported energy; a negative price is a fee. Nothing where nothing can be exported. */
  exported(part: string, item: string, usdPerMwh: Float64Array): void {
    if (!this.exportMw) return;
    this.series(part, item, "cash", this.exportMw, scaled(usdPerMwh, -this.site.time.stepHours));
    usdPerMwh.forEach((usd, t) => {
      this.exportUsdPerMwh[t] += usd;
    });
  }

  /** Prices a power interval by interval, USD per MW of it. `detail` is asked for each month. */
  series(
    part: string,
    item: string,
    kind: CostKind,
    columns: ColumnBlock,
    usdPerMw: Float64Array,
    detail?: (month: MonthSpan) => BillDetail | undefined,
  ): void {
    this.site.addCost(columns, item, kind, usdPerMw);
    for (const month of this.months)
      this.charges.push({
        ...month,
        part,
        item,
        kind,
        columns,
        usdPerUnit: usdPerMw,
        constantUsd: 0,
        alreadyUsd: 0,
        detail: detail?.(month),
      });
  }

  /** Prices a single column of a month, of which `alreadyUsd` was charged before the plan. */
  month(
    part: string,
    month: MonthSpan,
    name: string,
    columns: ColumnBlock,
    usdPerUnit: number,
    options: MonthOptions = {},
  ): void {
    const { site, asset } = this;
    const { item = `${name} ${month.label}`, alreadyUsd = 0, constantUsd = 0, settled, detail } = options;
    site.addCost(columns, item, "cash", usdPerUnit);
    if (constantUsd !== 0) site.addConstantCost(asset, item, "cash", constantUsd);
    if (alreadyUsd !== 0) {
      site.addConstantCost(asset, item, "cash", -alreadyUsd);
      site.addAlreadySet(asset, item, alreadyUsd);
    }
    if (settled) this.#settled.push([columns, settled]);
    this.charges.push({ ...month, part, item, kind: "cash", columns, usdPerUnit, constantUsd, alreadyUsd, detail });
  }

  /** An amount of a month that no decision changes. */
  constant(part: string, month: MonthSpan, name: string, usd: number): void {
    const item = `${name} ${month.label}`;
    this.site.addConstantCost(this.asset, item, "sunk", usd);
    this.charges.push({ ...month, part, item, kind: "sunk", usdPerUnit: 0, constantUsd: usd, alreadyUsd: 0 });
  }

  /**
   * The part of a month's full charge that is due by the plan's end, and that of it which earlier plans have charged.
   */
  shares(month: MonthSpan, prorate: boolean): ChargedShares {
    return this.#prorated.shares(month, prorate);
  }

  /** The month's own peak before the first plan that charged a share of it; undefined where none was known. */
  peakBeforeSharesMw(month: MonthSpan, prorate: boolean, shares: ChargedShares): number | undefined {
    if (!prorate) return undefined;
    const setMw = this.demand.setMw(month.label);
    const isKnown = this.demand.isChargedBefore(month) || (setMw ?? 0) > 0;
    return this.#prorated.peakBeforeSharesMw(month, shares, isKnown ? setMw : undefined);
  }

  /** Whether the plan reaches the month's end. */
  reachesEndOf({ month, to }: MonthSpan): boolean {
    return intervalStartMs(this.site.time, to) >= monthStartMs(this.site.time, month + 1);
  }

  /** The bill's part of `endState`. */
  endState(solved: SolvedSite): DemandState {
    return { ...this.demand.endState(solved), ...this.#prorated.endState() };
  }

  /** Says where a column of a part's own is to stand once the import is known; see `settle`. */
  settleColumn(column: ColumnBlock, settled: (solved: SolvedSite) => number): void {
    this.#settled.push([column, settled]);
  }

  /** Says that the first month had begun and that a field of its state is not known. */
  noteUnknown(field: string, before: unknown): void {
    if (before === undefined) noteUnknown(this.site, this.asset, field);
  }

  /** Warns where the plan is charged a whole month's demand in a part of it, with no peak of the month known. */
  warnWholeMonth(part: string, { label, ...span }: MonthSpan, prorate: boolean, isKnown: boolean, field: string): void {
    const share = shareOfMonth(this.site.time, span);
    if (
      prorate ||
      isKnown ||
      share >= WHOLE_MONTH ||
      this.site.warnings.some(({ text }) => text.startsWith(`${this.asset}: ${part} of ${label}`))
    )
      return;
    this.site.warnings.push({
      code: "whole-month-in-part",
      text:
        `${this.asset}: ${part} of ${label} is borne in full by ${(100 * share).toFixed(1)} % of the month, ` +
        "since no peak of it was given. Each MW of peak has to pay for itself within the plan, so that little " +
        "may run that would pay over the month.",
      fix: `give initialState["${this.asset}"].${field}["${label}"], the peak already set (0 if none), or set prorate`,
    });
  }

  notice(text: string): void {
    this.site.notices.push(`${this.asset}: ${text}`);
  }

  /** Puts every column at what was metered, where money could stand in one item as well as in another. */
  settle(solved: SolvedSite): void {
    if (!this.isToSettle) return;
    this.demand.settle(solved);
    for (const [column, settled] of this.#settled) solved.set(column, settled(solved));
  }

  read(solved: SolvedSite): BillLine[] {
    return this.charges.map((charge) => {
      const { label, part, item, kind, alreadyUsd, detail } = charge;
      return {
        month: label,
        part,
        item,
        kind,
        usd: chargeUsd(charge, solved),
        ...(alreadyUsd !== 0 && { alreadyUsd }),
        ...detail?.(solved),
      };
    });
  }
}
