/** A schedule: what is started and what is there in each quarter, as shares of full sizes, and its value. */
import type { ScheduleTerms } from "./schedule-terms.ts";

export interface Schedule {
  /** By conversion and quarter: share whose construction starts. */
  readonly starts: readonly (readonly number[])[];
  /** By quarter and part: share that is there. */
  readonly shares: readonly (readonly number[])[];
  /** By fleet, way and quarter (the last one after the plan): share that leaves. */
  readonly exits: readonly (readonly (readonly number[])[])[];
  /** Value of each quarter's dispatch, USD. */
  readonly dispatchUsd: readonly number[];
  /** Present value of all cash, USD. */
  readonly valueUsd: number;
}

/** Cash of the schedule beside the dispatch, by kind and quarter, USD. */
export interface ScheduleCash {
  readonly rentUsd: readonly number[];
  readonly capexUsd: readonly number[];
  readonly fixedOmUsd: readonly number[];
  readonly rigsSoldUsd: readonly number[];
  readonly rigsBoughtUsd: readonly number[];
  readonly bridgeUsd: readonly number[];
  /** At the end of the last quarter: rigs that leave then. */
  readonly finalRigsUsd: number;
  /** Value that is left of halls then; no cash. */
  readonly residualUsd: number;
}

/** Cash of shares that are started, there, and leaving. */
export function cashOf(
  terms: ScheduleTerms,
  { starts, shares, exits }: Pick<Schedule, "starts" | "shares" | "exits">,
): ScheduleCash {
  const { model, site } = terms;
  const { count } = model;
  const byQuarter = (at: (q: number) => number) => Array.from({ length: count }, (_, q) => at(q));
  const halls = (pick: "rentUsd" | "capexUsd" | "fixedOmUsd", q: number) =>
    terms.profiles.reduce(
      (sum, profiles, o) => profiles.reduce((all, one) => all + starts[o][one.start] * one[pick][q], sum),
      0,
    );
  const left = (q: number) =>
    exits.reduce((sum, ways, f) => ways.reduce((all, share, w) => all + share[q] * terms.exitUsd[f][w][q], sum), 0);
  const firstBridge = model.fleets.length + model.conversions.length;
  return {
    rentUsd: byQuarter((q) => halls("rentUsd", q)),
    capexUsd: byQuarter((q) => halls("capexUsd", q)),
    fixedOmUsd: byQuarter(
      (q) => halls("fixedOmUsd", q) + terms.fleetOmUsd.reduce((sum, usd, f) => sum + usd[q] * shares[q][f], 0),
    ),
    rigsSoldUsd: byQuarter(left),
    rigsBoughtUsd: byQuarter((q) =>
      model.fleets.reduce(
        (sum, { purchase }, f) =>
          purchase?.quarter === q ? sum - purchase.usdPerMw * site.parts[f].mw * shares[q][f] : sum,
        0,
      ),
    ),
    bridgeUsd: byQuarter((q) =>
      model.bridges.reduce((sum, { usdPerMw, mobiliseUsdPerMw }, r) => {
        const [now, before] = [shares[q][firstBridge + r], q === 0 ? 0 : shares[q - 1][firstBridge + r]];
        const { mw } = site.parts[firstBridge + r];
        return sum - mw * (usdPerMw[q] * now + mobiliseUsdPerMw * Math.max(0, now - before));
      }, 0),
    ),
    finalRigsUsd: left(count),
    residualUsd: terms.profiles.reduce(
      (sum, profiles, o) => profiles.reduce((all, one) => all + starts[o][one.start] * one.residualUsd, sum),
      0,
    ),
  };
}

/** Present value of the cash beside the dispatch, USD. */
export function presentValue(cash: ScheduleCash, discount: readonly number[]): number {
  const { finalRigsUsd, residualUsd, ...byQuarter } = cash;
  const flows = Object.values(byQuarter).reduce(
    (total, usd) => usd.reduce((sum, one, q) => sum + one * discount[q], total),
    0,
  );
  return flows + (finalRigsUsd + residualUsd) * discount[discount.length - 1];
}

/** Sum of the sizes of all discounted amounts: what a relative gap is relative to. */
export function grossValue(cash: ScheduleCash, dispatchUsd: readonly number[], discount: readonly number[]): number {
  const { finalRigsUsd, residualUsd, ...byQuarter } = cash;
  return [...Object.values(byQuarter), dispatchUsd].reduce(
    (total, usd) => usd.reduce((sum, one, q) => sum + Math.abs(one) * discount[q], total),
    Math.abs(finalRigsUsd) + Math.abs(residualUsd),
  );
}
