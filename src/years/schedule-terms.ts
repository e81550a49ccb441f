/** Everything of the schedule that does not depend on the dispatch: cash of halls, fleets and rents, by quarter. */
import { type ConversionProfile, conversionProfile } from "./conversion-profile.ts";
import { shares } from "./quarter-request.ts";
import type { SiteParts } from "./site-parts.ts";
import type { FleetModel, YearsModel } from "./years-model.ts";

/** What is asked of a schedule beside the base case. */
export interface ScheduleCase {
  readonly leaseFactor: number;
  readonly delayMonths: number;
  readonly isDelayKnown: boolean;
  /** Shares started by conversion and quarter, if they are fixed. */
  readonly starts?: readonly (readonly number[])[];
}

export const BASE_CASE: ScheduleCase = { leaseFactor: 1, delayMonths: 0, isDelayKnown: true };

export interface ScheduleTerms {
  readonly model: YearsModel;
  readonly site: SiteParts;
  readonly starts: ScheduleCase["starts"];
  /** By conversion: the starts that may be chosen. */
  readonly profiles: readonly (readonly ConversionProfile[])[];
  /** By fleet, way and quarter (the last one after the plan): USD for the whole fleet. */
  readonly exitUsd: readonly (readonly (readonly number[])[])[];
  /** By fleet and quarter, USD, negative. */
  readonly fleetOmUsd: readonly (readonly number[])[];
  /** Present value of a USD at the end of each quarter. */
  readonly discount: readonly number[];
}

export function scheduleTerms(model: YearsModel, site: SiteParts, asked: ScheduleCase): ScheduleTerms {
  const { count, fleets } = model;
  return {
    model,
    site,
    starts: asked.starts,
    profiles: model.conversions.map((conversion, o) => {
      const { mw } = site.parts[fleets.length + o];
      const settings = { ...asked, count, mw };
      const { from, to } = conversion.starts;
      const all = Array.from({ length: Math.max(0, to - from + 1) }, (_, k) =>
        conversionProfile(conversion, from + k, settings),
      );
      // A hall that is not energised within the plan would be paid for and bring nothing.
      return asked.starts ? all : all.filter(({ onMonth }) => onMonth < 3 * count);
    }),
    exitUsd: fleets.map((fleet, f) =>
      fleet.exits.map(({ usdPerMw, changePerYear }) =>
        Array.from(
          { length: count + 1 },
          (_, q) => usdPerMw * site.parts[f].mw * (1 + changePerYear) ** (q / 4) * runningAt(fleet, model, q),
        ),
      ),
    ),
    fleetOmUsd: fleets.map(({ fixedOmUsdPerMwYear }, f) =>
      Array.from({ length: count }, () => (-fixedOmUsdPerMwYear * site.parts[f].mw) / 4),
    ),
    discount: Array.from({ length: count }, (_, q) => (1 + model.discountRatePerYear) ** (-(q + 1) / 4)),
  };
}

function runningAt(fleet: FleetModel, model: YearsModel, q: number): number {
  return shares(fleet, model, Math.min(q, model.count - 1))[0];
}
