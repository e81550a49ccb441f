/**
 * The site over the years: its request in every quarter, the hashprice of every quarter, and the dispatch of every
 * quarter as a function of the sizes of its parts.
 */
import { isRecord } from "../input/literal.ts";
import type { PlainInput } from "../input/parse-request.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import { inputInMonth } from "./changed-assets.ts";
import { DispatchValues } from "./dispatch-values.ts";
import { NetworkPath, type NetworkQuarter } from "./network-path.ts";
import { type QuarterGrid, quarterGrid } from "./quarter-grid.ts";
import { QuarterProgram } from "./quarter-program.ts";
import { NO_FACTORS, type PriceFactors, quarterRequest } from "./quarter-request.ts";
import { type SiteParts, siteParts } from "./site-parts.ts";
import type { YearsModel } from "./years-model.ts";

/** Days of a source that is shorter than a week. */
const HOURS_PER_DAY = 24;

/**
 * The site with every fleet that may be bought and every hall at full size, as it is in each quarter. Quarters without
 * a change between them share one object.
 */
export function inputsByQuarter(site: PlainInput, model: YearsModel): readonly PlainInput[] {
  const bought = model.fleets.flatMap(({ purchase }) => (purchase ? [purchase.asset] : []));
  const halls = model.conversions.map(({ name, load }) => ({ ...(isRecord(load) ? load : {}), name }));
  const full: PlainInput = {
    ...site,
    // The hashprice of the quarters takes its place.
    bitcoin: { hashpriceUsdPerPhDay: 0 },
    assets: [...(Array.isArray(site.assets) ? site.assets : []), ...bought, ...halls],
  };
  const months = new Map<string, PlainInput>();
  return Array.from({ length: model.count }, (_, q) => {
    const month = model.firstMonth + 3 * q;
    const key = model.changes.map(({ from }) => Number(from !== undefined && firstMonthOf(from) <= month)).join("");
    const known = months.get(key) ?? inputInMonth(full, model.changes, month);
    months.set(key, known);
    return known;
  });
}

function firstMonthOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

export class YearsFrame {
  readonly model: YearsModel;
  readonly parts: SiteParts;
  readonly grids: readonly QuarterGrid[];
  readonly network: NetworkPath;
  readonly #sources: readonly PlanRequest[];
  #base: DispatchValues | undefined;
  readonly #repriced = new Map<string, DispatchValues>();
  /** By parameter and quarter: the program at twice the price; null where its costs are not affine in it. */
  readonly #twice = new Map<string, QuarterProgram | null>();

  /** `sources`: the requests of `inputsByQuarter`. */
  constructor(model: YearsModel, sources: readonly PlanRequest[]) {
    this.model = model;
    this.#sources = sources;
    this.parts = siteParts(sources[0], model);
    const { time } = sources[0];
    const given = model.dispatchDays;
    const sourceDays = Math.max(1, Math.floor((time.count * time.stepHours) / HOURS_PER_DAY));
    const days = given === "full" ? given : Math.min(given, sourceDays);
    this.grids = sources.map((_, q) => quarterGrid(time, model.firstMonth + 3 * q, days));
    const last = this.grids[this.grids.length - 1];
    this.network = new NetworkPath(model.network, this.grids[0].fromMs, last.toMs);
  }

  networkQuarters(): readonly NetworkQuarter[] {
    return this.grids.map(({ fromMs, toMs }, q) => this.network.quarter(q, fromMs, toMs));
  }

  /** The request of a quarter with every part at full size. */
  request(q: number, factors: PriceFactors = NO_FACTORS): PlanRequest {
    const { model, network, grids } = this;
    return quarterRequest(this.#sources[q], { q, grid: grids[q], network, model }, factors);
  }

  /** The dispatch of the base case. */
  *baseValues(): Generator<unknown, DispatchValues> {
    if (this.#base) return this.#base;
    const names = this.parts.parts.map(({ name }) => name);
    const programs: QuarterProgram[] = [];
    for (const [q, { weight }] of this.grids.entries()) {
      programs.push(QuarterProgram.of(this.request(q), names, weight));
      yield;
    }
    return (this.#base = new DispatchValues(programs));
  }

  /** The dispatch at other prices; it begins with the bounds of the base case. */
  *values(factors: PriceFactors): Generator<unknown, DispatchValues> {
    const base = yield* this.baseValues();
    if (factors.hashprice === 1 && factors.powerPrice === 1) return base;
    const key = `${factors.hashprice} ${factors.powerPrice}`;
    const known = this.#repriced.get(key);
    if (known) return known;
    const programs: QuarterProgram[] = [];
    for (const [q, program] of base.programs.entries()) {
      programs.push(this.#repricedProgram(program, q, factors));
      yield;
    }
    const values = new DispatchValues(programs, base);
    this.#repriced.set(key, values);
    return values;
  }

  /**
   * Costs are affine in a factor on prices, unless a default depends on prices. Programs at 2 and at 1/2 prove it for
   * those factors; otherwise the program is built for each factor.
   */
  #repricedProgram(base: QuarterProgram, q: number, factors: PriceFactors): QuarterProgram {
    const name = factors.hashprice === 1 ? "powerPrice" : "hashprice";
    if (factors.hashprice !== 1 && factors.powerPrice !== 1) return base.repriced(this.request(q, factors));
    const key = `${name} ${q}`;
    let twice = this.#twice.get(key);
    if (twice === undefined) {
      const double = base.repriced(this.request(q, { ...NO_FACTORS, [name]: 2 }));
      const half = base.repriced(this.request(q, { ...NO_FACTORS, [name]: 1 / 2 }));
      twice = base.towards(double, -1 / 2).hasCostsOf(half) ? double : null;
      this.#twice.set(key, twice);
    }
    return twice ? base.towards(twice, factors[name] - 1) : base.repriced(this.request(q, factors));
  }
}
