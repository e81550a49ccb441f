/**
 * A price on the site's CO2, a cap on it, or both: a tax, allowances, a corporate budget. Sources say what each MW of
 * theirs emits, e_jt (`SiteModel.addEmission`: fuel burnt on the site; imported power at the grid's hourly factor). Per
 * calendar year or month p of local time:
 *
 *     sum over sources j and t in p of e_jt x_jt = emitted_p,      0 <= emitted_p <= co2T - already emitted in p
 *     cost = priceUsdPerT_t sum_j e_jt x_jt        on the ledger under each source's name
 *
 * Export earns no credit. The cap's price is marginal: what one more tonne would save. Who caused how much on average
 * is another question, which `plan.emissions` answers with or without this asset.
 *
 * It is an asset so that it is linked, priced, explained and carried over (`initialState`, `endState`) as every other,
 * and so that two can stand side by side, e.g. a tax and a company's own cap. It is a contract that holds for the
 * AI-only site too.
 */
import { emittedT, type EmissionTerm } from "../../model/emission-term.ts";
import type { AssetKind, AssetReading } from "../asset.ts";
import { assetName, curve, number, strictObject, z } from "../fields/fields.ts";
import { countAgainst, declareCaps, usedAtEnd, usedByPeriod, type PeriodCap } from "../limits/period-cap.ts";
import { quantity } from "../fields/quantities.ts";
import { product, scaled, sum, weightedSum } from "../fields/series.ts";

const schema = strictObject({
  kind: z.literal("emissions"),
  name: assetName(),
  priceUsdPerT: curve(quantity.usdPerT).optional(),
  cap: strictObject({
    co2T: number(quantity.tonnes, "Of the whole calendar period, what is emitted already included"),
    period: z.enum(["year", "month"]),
  }).optional(),
});

const stateSchema = strictObject({
  co2TByPeriod: usedByPeriod(
    quantity.tonnes,
    "Emitted so far under the cap, e.g. { '2026': 812 }, or by month { '2026-07': 70 }",
  ),
});

type State = z.output<typeof stateSchema>;

interface Handles {
  readonly caps: readonly PeriodCap[];
  /** Of all sources; complete once every asset is declared. */
  readonly sources: readonly EmissionTerm[];
}

export interface EmissionsReading extends AssetReading {
  readonly kind: "emissions";
  /** Of the whole site. */
  readonly series: { readonly co2T: Float64Array };
  readonly totals: { readonly co2T: number; readonly priceUsd: number };
  /** Empty without a cap. */
  readonly caps: readonly {
    /** `2026` or `2026-07`. */
    readonly period: string;
    readonly capT: number;
    readonly alreadyT: number;
    /** By the plan. */
    readonly emittedT: number;
    /** Marginal: what one more tonne of cap would save, -d(min cost) / d(cap); 0 where it does not bind. */
    readonly marginalUsdPerT: number;
  }[];
  readonly endState: State & Readonly<Record<string, unknown>>;
}

export const emissions: AssetKind<"emissions", typeof schema, typeof stateSchema, Handles, EmissionsReading> = {
  kind: "emissions",
  role: "contract",
  schema,
  stateSchema,

  check({ priceUsdPerT, cap }, initial, report) {
    if (!priceUsdPerT && !cap)
      report(
        "priceUsdPerT",
        "neither a price nor a cap",
        "one of them",
        "give priceUsdPerT or cap, or leave the asset out",
      );
    const label = cap?.period === "month" ? "2026-07" : "2026";
    for (const given of Object.keys(initial?.co2TByPeriod ?? {})) {
      if (!cap) report("cap", "nothing", "the cap that initialState counts against", "give it, or leave the state out");
      else if (given.length !== label.length) {
        report(
          `initialState.co2TByPeriod["${given}"]`,
          `"${given}"`,
          `a period of the cap, a ${cap.period} like ${label}`,
          "give what was emitted in those",
        );
      }
    }
  },

  declare({ name, cap }, initial, site) {
    const caps = cap
      ? declareCaps(site, name, {
          limit: "cap.co2T",
          unit: "t",
          most: cap.co2T,
          period: cap.period,
          field: "co2TByPeriod",
          used: initial?.co2TByPeriod,
        })
      : [];
    return { caps, sources: site.emissionTerms };
  },

  link({ priceUsdPerT }, { caps, sources }, site) {
    for (const { columns, tPerUnit } of sources) {
      if (priceUsdPerT)
        site.addCost(
          columns,
          "CO2",
          "cash",
          typeof tPerUnit === "number" ? scaled(priceUsdPerT, tPerUnit) : product(priceUsdPerT, tPerUnit),
        );
      countAgainst(site, caps, columns, tPerUnit);
    }
    for (const columns of site.published("import")) {
      if (sources.some((source) => source.columns === columns)) continue;
      site.fault(
        columns.asset,
        "emissionTPerMwh",
        "nothing",
        "the grid's emission factor, since CO2 is priced or capped",
        "give it, 0 for power that is free of CO2",
      );
    }
  },

  read({ priceUsdPerT, cap }, initial, { caps, sources }, solved) {
    const { count } = solved.time;
    const co2T = new Float64Array(count);
    for (const source of sources)
      emittedT(source, solved).forEach((tonnes, t) => {
        co2T[t] += tonnes;
      });
    return {
      kind: "emissions",
      role: "contract",
      netBusMw: new Float64Array(count),
      series: { co2T },
      totals: { co2T: sum(co2T), priceUsd: priceUsdPerT ? weightedSum(co2T, priceUsdPerT) : 0 },
      caps: caps.map(({ label, most, before, used }) => ({
        period: label,
        capT: most,
        alreadyT: before,
        emittedT: solved.value(used),
        marginalUsdPerT: Math.max(0, -solved.reducedCosts(used)[0]),
      })),
      endState: cap ? { ...initial, co2TByPeriod: usedAtEnd(caps, initial?.co2TByPeriod, solved) } : {},
    };
  },

  // A price of CO2 is known by the hour, as that of power; a cap asks for a look ahead.
  rule({ priceUsdPerT, cap }, _initial, { sources }, { time: { stepHours } }) {
    return {
      flows: [],
      ...(priceUsdPerT && {
        charges: sources.map(({ columns, tPerUnit }) => ({
          columns,
          usdPerMwh: (t: number) =>
            (priceUsdPerT[t] * (typeof tPerUnit === "number" ? tPerUnit : tPerUnit[t])) / stepHours,
        })),
      }),
      remarks: [
        ...(priceUsdPerT ? ["The price of power includes that of CO2."] : []),
        ...(cap ? ["It has no regard to the cap on CO2."] : []),
      ],
    };
  },

  forAiOnly: (spec) => spec,
};
