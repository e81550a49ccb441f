/**
 * The program that chooses the schedule. Columns, as shares of a part's full size unless said otherwise:
 *
 *     x_os    construction of conversion o that starts in quarter s        u_oq = sum_s x_os online_os(q)
 *     f_fq    fleet f in quarter q         e_fwq    rigs that leave by way w before quarter q (after the plan: q = Q)
 *     b_rq    rented generation            a_rq     what is added of it
 *     v_q     value of the dispatch of quarter q, million USD
 *
 *     max  sum_q discount_q [ v_q + sum x (rent + capex + O&M) + sum e price + sum f O&M - sum b rent - sum a cost ]
 *          + discount_Q sum x residual
 *     f_fq = f_f,q-1 - sum_w e_fwq,     a_rq >= b_rq - b_r,q-1
 *     sum_f MW_f f_fq + sum_os MW_o space_os(q) x_os <= spaceMw
 *     v_q <= constant + slope_fleets f_q + slope_halls u_q + slope_bridges b_q          for every bound found so far
 *     sum_s x_os <= 1,  MW_o x_os <= mostStarts,  MW_o sum x_os >= leastMw
 *
 * Whole blocks: with Z_oks = 1 where block k of K has been started by quarter s, sum_{s' <= s} x_os' = sum_k Z_oks / K,
 * Z does not fall with s and does not rise with k, and Z or 1 - Z is zero: a pair for branch and bound.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import { LpBuilder } from "../lp/lp-builder.ts";
import type { DispatchCut } from "./quarter-program.ts";
import type { ScheduleTerms } from "./schedule-terms.ts";

export const MILLION = 1e6;
/** More than any site earns in a quarter, million USD: holds until the first bound of a quarter is found. */
const MOST_VALUE = 1e6;

export interface ScheduleProgram {
  /** Minimises the negative value, million USD. */
  readonly lp: LinearProgram;
  /** Columns of Z and 1 - Z. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Columns by conversion and start, in the order of the profiles. */
  readonly startColumns: readonly (readonly number[])[];
  /** Columns by quarter and part. */
  readonly shareColumns: readonly (readonly number[])[];
  readonly valueColumns: readonly number[];
  /** By fleet, way and quarter. */
  readonly exitColumns: readonly (readonly (readonly number[])[])[];
  readonly addedColumns: readonly (readonly number[])[];
}

type Term = readonly [number, number];

export function scheduleProgram(
  terms: ScheduleTerms,
  cuts: readonly (readonly DispatchCut[])[],
  isWhole: boolean,
): ScheduleProgram {
  const { model, site, discount } = terms;
  const { count } = model;
  const builder = new LpBuilder();
  const quarters = Array.from({ length: count }, (_, q) => q);
  const present = (usd: readonly number[]) => usd.reduce((sum, one, q) => sum + one * discount[q], 0) / MILLION;
  const atEnd = discount[count - 1] / MILLION;

  const startColumns = terms.profiles.map((profiles, o) =>
    profiles.map(({ start, rentUsd, capexUsd, fixedOmUsd, residualUsd }) => {
      const { mostStartsMwPerQuarter } = model.conversions[o];
      const fixed = terms.starts?.[o][start];
      const usd = present(rentUsd) + present(capexUsd) + present(fixedOmUsd) + residualUsd * atEnd;
      const upper = fixed ?? Math.min(1, mostStartsMwPerQuarter / site.parts[model.fleets.length + o].mw);
      return builder.addColumn(`start ${o} ${start}`, { lower: fixed ?? 0, upper, cost: -usd });
    }),
  );
  const exitColumns = terms.exitUsd.map((ways, f) =>
    ways.map((usd, w) =>
      usd.map((one, q) =>
        builder.addColumn(`exit ${f} ${w} ${q}`, {
          upper: 1,
          cost: -one * (q < count ? discount[q] / MILLION : atEnd),
        }),
      ),
    ),
  );
  const fleetColumns = model.fleets.map(({ purchase }, f) =>
    quarters.map((q) => {
      const isBefore = purchase !== undefined && q < purchase.quarter;
      const paidUsd = purchase?.quarter === q ? purchase.usdPerMw * site.parts[f].mw : 0;
      return builder.addColumn(`fleet ${f} ${q}`, {
        upper: isBefore ? 0 : 1,
        cost: ((paidUsd - terms.fleetOmUsd[f][q]) * discount[q]) / MILLION,
      });
    }),
  );
  const hallColumns = model.conversions.map((_, o) => quarters.map((q) => builder.addColumn(`hall ${o} ${q}`)));
  const bridgeMw = (r: number) => site.parts[model.fleets.length + model.conversions.length + r].mw;
  const bridgeColumns = model.bridges.map(({ quarters: { from, to }, usdPerMw }, r) =>
    quarters.map((q) =>
      builder.addColumn(`bridge ${r} ${q}`, {
        upper: q >= from && q <= to ? 1 : 0,
        cost: (usdPerMw[q] * bridgeMw(r) * discount[q]) / MILLION,
      }),
    ),
  );
  const addedColumns = model.bridges.map(({ mobiliseUsdPerMw }, r) =>
    quarters.map((q) =>
      builder.addColumn(`added ${r} ${q}`, {
        upper: 1,
        cost: (mobiliseUsdPerMw * bridgeMw(r) * discount[q]) / MILLION,
      }),
    ),
  );
  const valueColumns = quarters.map((q) =>
    builder.addColumn(`value ${q}`, { lower: -Infinity, upper: MOST_VALUE, cost: -discount[q] }),
  );
  const shareColumns = quarters.map((q) => [...fleetColumns, ...hallColumns, ...bridgeColumns].map((list) => list[q]));

  for (const [o, starts] of startColumns.entries()) {
    const { mw } = site.parts[model.fleets.length + o];
    const all = starts.map((x): Term => [x, 1]);
    builder.addRow(`all ${o}`, { lower: model.conversions[o].leastMw / mw, upper: 1 }, all);
    for (const q of quarters) {
      const online = starts.map((x, k): Term => [x, terms.profiles[o][k].online[q]]);
      builder.addRow(`online ${o} ${q}`, { equal: 0 }, [[hallColumns[o][q], 1], ...nonzero(online, -1)]);
    }
  }
  for (const [f, fleet] of model.fleets.entries()) {
    const { purchase, exits } = fleet;
    for (const q of quarters) {
      const left = exits.map((_, w): Term => [exitColumns[f][w][q], 1]);
      if (purchase && q <= purchase.quarter) {
        builder.addRow(`left ${f} ${q}`, { upper: 0 }, left);
        continue;
      }
      const before: Term[] = q === 0 ? [] : [[fleetColumns[f][q - 1], -1]];
      builder.addRow(`left ${f} ${q}`, { equal: q === 0 ? 1 : 0 }, [[fleetColumns[f][q], 1], ...before, ...left]);
    }
    const afterwards = exits.map((_, w): Term => [exitColumns[f][w][count], 1]);
    builder.addRow(`end ${f}`, { upper: 0 }, [...afterwards, [fleetColumns[f][count - 1], -1]]);
    for (const [w, { mostMw }] of exits.entries())
      if (mostMw < Infinity) {
        const way = exitColumns[f][w].map((e): Term => [e, site.parts[f].mw]);
        builder.addRow(`most ${f} ${w}`, { upper: mostMw }, way);
      }
  }
  for (const [r, columns] of bridgeColumns.entries())
    for (const q of quarters) {
      const before: Term[] = q === 0 ? [] : [[columns[q - 1], 1]];
      builder.addRow(`brought ${r} ${q}`, { lower: 0 }, [[addedColumns[r][q], 1], [columns[q], -1], ...before]);
    }
  for (const q of quarters) {
    const rigs = fleetColumns.map((columns, f): Term => [columns[q], site.parts[f].mw]);
    const halls = startColumns.flatMap((starts, o) =>
      nonzero(
        starts.map((x, k): Term => [x, terms.profiles[o][k].space[q]]),
        site.parts[model.fleets.length + o].mw,
      ),
    );
    builder.addRow(`space ${q}`, { upper: site.spaceMw }, [...rigs, ...halls]);
    for (const [k, { isRay, constant, slope }] of cuts[q].entries()) {
      const size = isRay ? Math.max(1, ...slope.map(Math.abs)) : MILLION;
      const parts = shareColumns[q].map((column, p): Term => [column, -slope[p] / size]);
      const value: Term[] = isRay ? [] : [[valueColumns[q], 1]];
      builder.addRow(`bound ${q} ${k}`, { upper: constant / size }, [...value, ...nonzero(parts, 1)]);
    }
  }
  const pairs = isWhole ? startColumns.flatMap((starts, o) => wholeBlocks(o, starts)) : [];
  const lp = builder.build();
  return { lp, pairs, startColumns, shareColumns, valueColumns, exitColumns, addedColumns };

  function wholeBlocks(o: number, starts: readonly number[]): [number, number][] {
    const { blocks, wholeBlocks: areWhole } = model.conversions[o];
    if (!areWhole || terms.starts) return [];
    const begun = Array.from({ length: blocks }, (_, k) =>
      starts.map((_x, s) => builder.addColumn(`begun ${o} ${k} ${s}`, { upper: 1 })),
    );
    return begun.flatMap((columns, k) =>
      columns.map((z, s): [number, number] => {
        const not = builder.addColumn(`not begun ${o} ${k} ${s}`, { upper: 1 });
        builder.addRow(`either ${o} ${k} ${s}`, { equal: 1 }, [
          [z, 1],
          [not, 1],
        ]);
        if (s > 0)
          builder.addRow(`later ${o} ${k} ${s}`, { lower: 0 }, [
            [z, 1],
            [columns[s - 1], -1],
          ]);
        if (k > 0)
          builder.addRow(`order ${o} ${k} ${s}`, { lower: 0 }, [
            [begun[k - 1][s], 1],
            [z, -1],
          ]);
        if (k === 0)
          builder.addRow(`blocks ${o} ${s}`, { equal: 0 }, [
            ...starts.slice(0, s + 1).map((x): Term => [x, blocks]),
            ...begun.map((block): Term => [block[s], -1]),
          ]);
        return [z, not];
      }),
    );
  }
}

function nonzero(list: readonly Term[], factor: number): Term[] {
  return list.flatMap(([column, value]): Term[] => (value === 0 ? [] : [[column, value * factor]]));
}
