/**
 * Sites on which the LP relaxation violates the either-or rules: `planPower` as a whole, from input to result, against
 * HiGHS in WebAssembly with a binary for every rule and interval. Each answer is verified before its time counts: both
 * optima must agree, and the plan's certificate must be valid.
 */
import loadHighs, { type Highs } from "highs";
import { planPower, type PlanInput } from "wattsplit";
import type { LinearProgram } from "wattsplit/lp";
import { capturedProgram } from "../generators/captured-program.ts";
import { EITHER_OR_SIZES, type EitherOrFamily, eitherOrSite } from "../generators/either-or-site.ts";
import { geometricMean } from "./statistics.ts";
import { timed } from "./stopwatch.ts";

/** Relative; for HiGHS's gap and for the agreement of optima. */
const TOLERANCE = 1e-6;

export interface SettledSite {
  readonly site: string;
  readonly intervals: string;
  readonly rival: { readonly status: string; readonly ms: number; readonly usd: number; readonly boundUsd: number };
  readonly own: {
    readonly status: string;
    readonly ms: number;
    readonly usd: number;
    readonly boundUsd: number;
    readonly nodes: number;
  };
  /** What is wrong with the answer; undefined if it is right. */
  readonly fault: string | undefined;
}

export interface SiteRange {
  readonly families: readonly EitherOrFamily[];
  /** First seed; seed s has size (s - 1) mod 7 of `EITHER_OR_SIZES`. */
  readonly firstSeed: number;
  readonly perFamily: number;
}

/** Settles `perFamily` sites of every family, through all sizes. `onSite` hears of every site as soon as it is done. */
export async function settleSites(
  { families, firstSeed, perFamily }: SiteRange,
  limitS: number,
  onSite: (site: SettledSite) => void = () => {},
): Promise<SettledSite[]> {
  const highs = await loadHighs();
  // One small site first, so that neither solver is timed cold.
  planPower(eitherOrSite("feed-in", 1, { numIntervals: 24, intervalMinutes: 60 }) as PlanInput);
  return families.flatMap((family) =>
    Array.from({ length: perFamily }, (_, k) => {
      const seed = firstSeed + k;
      const size = EITHER_OR_SIZES[(seed - 1) % EITHER_OR_SIZES.length];
      const intervals = `${size.numIntervals} x ${size.intervalMinutes} min`;
      const site = settle(highs, family, intervals, seed, eitherOrSite(family, seed, size), limitS);
      onSite(site);
      return site;
    }),
  );
}

function settle(
  highs: Highs,
  family: string,
  intervals: string,
  seed: number,
  input: ReturnType<typeof eitherOrSite>,
  limitS: number,
): SettledSite {
  const rival = withBinaries(highs, capturedProgram(input), limitS);
  const { result: plan, ms } = timed(() => planPower(input as PlanInput, { relativeGap: TOLERANCE }));
  const best = plan.status === "optimal" ? plan : plan.status === "branching-limit" ? plan.incumbent : undefined;
  const usd = best?.objectiveUsd ?? NaN;
  const boundUsd = plan.status === "branching-limit" ? plan.boundUsd : (best?.branching?.boundUsd ?? usd);
  const scale = TOLERANCE * Math.max(1, Math.abs(rival.usd));
  const isSettled = rival.status === "optimal";
  const fault =
    best?.certificate.ok === false
      ? "the certificate does not hold"
      : isSettled && plan.status !== "optimal"
        ? `not settled: ${plan.status}`
        : isSettled && Math.abs(usd - rival.usd) > 2 * scale
          ? "another optimum than HiGHS"
          : !isSettled && boundUsd < rival.boundUsd - scale
            ? "a bound below that of HiGHS"
            : !isSettled && !(usd <= rival.usd + scale) && Number.isFinite(rival.usd)
              ? "a plan more expensive than that of HiGHS"
              : undefined;
  return {
    site: `${family} ${seed}`,
    intervals,
    rival,
    own: { status: plan.status, ms, usd, boundUsd, nodes: best?.branching?.nodes ?? 0 },
    fault,
  };
}

/** A binary z for every rule: x_j <= U_j z, x_k <= U_k (1 - z). */
function withBinaries(highs: Highs, lp: LinearProgram, limitS: number): SettledSite["rival"] {
  const pairs = eitherOrColumns(lp);
  const extra: [row: number, value: number][][] = Array.from({ length: lp.numCols + pairs.length }, () => []);
  pairs.forEach(([j, k], p) => {
    const row = lp.numRows + 2 * p;
    extra[j].push([row, 1]);
    extra[k].push([row + 1, 1]);
    extra[lp.numCols + p].push([row, -lp.colUpper[j]], [row + 1, lp.colUpper[k]]);
  });
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  extra.forEach((entries, j) => {
    for (let p = lp.colStart[j] ?? 0; j < lp.numCols && p < lp.colStart[j + 1]; p++) {
      indices.push(lp.rowIndex[p]);
      values.push(lp.value[p]);
    }
    for (const [row, value] of entries) {
      indices.push(row);
      values.push(value);
    }
    starts.push(indices.length);
  });
  const numCols = extra.length;
  const numRows = lp.numRows + 2 * pairs.length;
  const longer = (from: Float64Array, length: number, of: (k: number) => number) =>
    Float64Array.from({ length }, (_, k) => (k < from.length ? from[k] : of(k - from.length)));
  return highs.withModel(
    {
      numCols,
      numRows,
      sense: highs.constants.objectiveSense.minimize,
      offset: lp.objectiveOffset,
      colCost: longer(lp.cost, numCols, () => 0),
      colLower: longer(lp.colLower, numCols, () => 0),
      colUpper: longer(lp.colUpper, numCols, () => 1),
      rowLower: longer(lp.rowLower, numRows, () => -Infinity),
      rowUpper: longer(lp.rowUpper, numRows, (k) => (k % 2 === 0 ? 0 : lp.colUpper[pairs[k >> 1][1]])),
      integrality: Int32Array.from({ length: numCols }, (_, j) => (j < lp.numCols ? 0 : 1)),
      matrix: {
        format: "csc",
        numRows,
        numCols,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    },
    (model) => {
      model.options.set({ output_flag: false, mip_rel_gap: TOLERANCE, time_limit: limitS });
      const { ms } = timed(() => model.run());
      const code = model.getModelStatus();
      const [status] = Object.entries(highs.constants.modelStatus).find(([, value]) => value === code) ?? [
        String(code),
      ];
      const usd = model.getObjectiveValue();
      const bound = model.info.get("mip_dual_bound");
      return { status, ms, usd, boundUsd: typeof bound === "number" ? bound : -Infinity };
    },
  );
}

/**
 * The columns of every rule: those of its valid row x_j / U_j + x_k / U_k <= 1, which has no bound if prices already
 * enforce the rule.
 */
function eitherOrColumns({
  numRows,
  numCols,
  colStart,
  rowIndex,
  value,
  colUpper,
  rowLower,
  rowUpper,
}: LinearProgram): [number, number][] {
  const columns: number[][] = Array.from({ length: numRows }, () => []);
  for (let j = 0; j < numCols; j++) {
    for (let p = colStart[j]; p < colStart[j + 1]; p++) {
      const i = rowIndex[p];
      if (rowLower[i] === -Infinity && rowUpper[i] >= 1 && Math.abs(value[p] * colUpper[j] - 1) <= TOLERANCE)
        columns[i].push(j);
    }
  }
  return columns.filter((found): found is [number, number] => found.length === 2);
}

/** The line of one site in the table. */
export function tableRow({ site, intervals, rival, own, fault }: SettledSite): string {
  const theirs = [rival.status, rival.ms.toFixed(0), rival.usd.toFixed(3)];
  const ours = [own.status, own.ms.toFixed(0), own.usd.toFixed(3), own.boundUsd.toFixed(3), own.nodes];
  return `| ${[site, intervals, ...theirs, ...ours, fault ?? ""].join(" | ")} |`;
}

/** The table, and the ratio of times over the sites that both solvers have solved. */
export function settledTable(sites: readonly SettledSite[]): string {
  const both = sites.filter(({ rival, own }) => rival.status === "optimal" && own.status === "optimal");
  return [
    "| site | intervals | HiGHS | ms | USD | planPower | ms | USD | bound | programs | fault |",
    "|---|---|---|---|---|---|---|---|---|---|---|",
    ...sites.map(tableRow),
    "",
    `Settled by HiGHS: ${sites.filter(({ rival }) => rival.status === "optimal").length} of ${sites.length}; ` +
      `by planPower: ${sites.filter(({ own }) => own.status === "optimal").length}; faults: ` +
      `${sites.filter(({ fault }) => fault !== undefined).length}.`,
    ...(both.length > 0
      ? [
          `Time of planPower over that of HiGHS, geometric mean of the ${both.length} that both settled: ` +
            `${geometricMean(both.map(({ rival, own }) => own.ms / rival.ms)).toFixed(2)}.`,
        ]
      : []),
  ].join("\n");
}
