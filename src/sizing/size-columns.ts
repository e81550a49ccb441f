/**
 * The sizes as columns of the site's program. A bound that depends on sizes leaves its column and becomes a row; a
 * right-hand side that does takes terms of the size columns. With slopes d_k and v0 = v(U) - sum_k d_k U_k:
 *
 *     x_t <= v0_t + sum_k d_kt s_k,     a_t x - sum_k d_kt s_k <= v0_t,     least_k <= s_k <= most_k
 *     cost += (charge_k capex_k + om_k) s_k - charge_k capex_k existing_k                     times the share of a year
 *
 * Where existing units may retire (least < existing), capex is on built_k >= s_k - existing_k, built_k >= 0 alone. The
 * bound of the column itself stays at its value at U, above any that it takes: either-or rules need one.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { ColumnBlock, RowBlock } from "../model/block.ts";
import { secondObjective } from "../model/second-objective.ts";
import type { SiteModel } from "../model/site-model.ts";
import { toLinearProgram } from "../model/to-linear-program.ts";
import type { BuiltSite } from "../plan/build-site.ts";
import type { ChosenSize } from "./chosen-size.ts";
import { type LimitSlopes, notLinear, type ScalingSite } from "./limit-slopes.ts";

/** The column of a size. */
export interface SizeColumn {
  readonly choice: ChosenSize;
  readonly column: ColumnBlock;
  /** The size U at which the site was built. */
  readonly builtAt: number;
  readonly slopes: LimitSlopes;
}

export interface SizedSite {
  /** The site with its sizes as columns. */
  readonly built: BuiltSite;
  readonly columns: readonly SizeColumn[];
}

type Side = "Lower" | "Upper";

/** NB: adds to the site of `scaling`. */
export function* sizedSteps(
  { built, sizes, slopes }: ScalingSite,
  choices: readonly ChosenSize[],
  yearShare: number,
): Generator<undefined, SizedSite> {
  const { site, lp } = built;
  const [columnBlocks, rowBlocks] = [site.columnBlocks.slice(), site.rowBlocks.slice()];
  const columns = choices.map((choice, k): SizeColumn => {
    const column = site.addColumn(choice.asset, `size ${choice.size}`, {
      unit: choice.of.unit,
      lower: choice.least,
      upper: choice.most,
    });
    addCharges(site, choice, column, yearShare);
    if (slopes[k].objectiveOffset !== 0) site.addCost(column, "constant costs", "cash", slopes[k].objectiveOffset);
    return { choice, column, builtAt: sizes[k], slopes: slopes[k] };
  });
  const constant = columns.reduce((usd, { builtAt, slopes: own }) => usd - own.objectiveOffset * builtAt, 0);
  if (constant !== 0) site.addConstantCost("site", "constant costs", "cash", constant);
  for (const block of rowBlocks) {
    scaleRows(site, block, lp, columns);
    yield;
  }
  for (const block of columnBlocks) {
    scaleColumns(site, block, lp, columns);
    yield;
  }
  const sized = { ...built, lp: toLinearProgram(site), secondObjective: secondObjective(site) };
  yield;
  return { built: sized, columns };
}

/** Capital recovery and fixed O&M of a size. */
function addCharges(site: SiteModel, choice: ChosenSize, column: ColumnBlock, yearShare: number): void {
  const { asset, size, existing, least, most } = choice;
  const capital = yearShare * choice.chargePerCapexUsd * choice.capexUsdPerUnit;
  site.addCost(column, "fixed O&M", "cash", yearShare * choice.fixedOmUsdPerUnitYear);
  if (least >= existing) {
    site.addCost(column, "capital recovery", "cash", capital);
    site.addConstantCost(asset, "capital recovery", "cash", -capital * existing);
    return;
  }
  const built = site.addColumn(asset, `built ${size}`, { unit: choice.of.unit, upper: Math.max(0, most - existing) });
  site.addCost(built, "capital recovery", "cash", capital);
  const row = site.addRow(asset, `${size} beyond what exists`, { unit: choice.of.unit, upper: existing });
  site.addShared(row, column, 1);
  site.addShared(row, built, -1);
}

/** The bound of a block as a line: `constant[i] + sum of slope[i] times the size`; undefined where it has no slope. */
interface Line {
  readonly constant: Float64Array;
  readonly terms: readonly { readonly size: SizeColumn; readonly slope: Float64Array }[];
}

/** A constant below this share of the bound is what rounding leaves of a multiple of the sizes. */
const ROUNDING = 1e-12;

/**
 * A bound that all sizes together move by less than this, in its unit, stays where it is: solar at sunset may be 1e-13
 * MW. As a row it would leave no interior, and the interior point would stall.
 */
const NEGLIGIBLE = 1e-9;

function lineOf(
  { start, count, of }: ColumnBlock | RowBlock,
  side: Side,
  lp: LinearProgram,
  columns: readonly SizeColumn[],
): Line | undefined {
  const bound = of === "row" ? (`row${side}` as const) : (`col${side}` as const);
  const terms = columns.flatMap((size) => {
    const slope = size.slopes[bound].subarray(start, start + count);
    return slope.some((value) => value !== 0) ? [{ size, slope }] : [];
  });
  if (terms.length === 0) return undefined;
  const constant = lp[bound].slice(start, start + count).map((most, i) => {
    const rest = terms.reduce((value, { size, slope }) => value - slope[i] * size.builtAt, most);
    return Math.abs(rest) <= ROUNDING * Math.abs(most) ? 0 : rest;
  });
  return { constant, terms };
}

function isSameLine(a: Line | undefined, b: Line | undefined): boolean {
  const isSame = (u: Float64Array, v: Float64Array) => u.every((value, i) => value === v[i]);
  return (
    a !== undefined &&
    b !== undefined &&
    isSame(a.constant, b.constant) &&
    a.terms.length === b.terms.length &&
    a.terms.every(({ size, slope }, k) => size === b.terms[k].size && isSame(slope, b.terms[k].slope))
  );
}

/** Right-hand sides that depend on sizes take terms of them. */
function scaleRows(site: SiteModel, block: RowBlock, lp: LinearProgram, columns: readonly SizeColumn[]): void {
  const { start, count } = block;
  const [lower, upper] = [lineOf(block, "Lower", lp, columns), lineOf(block, "Upper", lp, columns)];
  const line = lower ?? upper;
  if (!line) return;
  const isFree = (bound: Float64Array) => bound.subarray(start, start + count).every((v) => !Number.isFinite(v));
  const isOneSided = lower ? isFree(lp.rowUpper) : isFree(lp.rowLower);
  if (!isOneSided && !isSameLine(lower, upper))
    notLinear(
      line.terms.map(({ size }) => size.choice),
      `moves one of two limits of ${block.asset} ${block.name}`,
    );
  for (let i = 0; i < count; i++) {
    if (lower) site.rowLower.set(start + i, lower.constant[i]);
    if (upper) site.rowUpper.set(start + i, upper.constant[i]);
  }
  for (const { size, slope } of line.terms)
    site.addShared(
      block,
      size.column,
      slope.map((value) => -value),
    );
}

/** Bounds that depend on sizes become rows. */
function scaleColumns(site: SiteModel, block: ColumnBlock, lp: LinearProgram, columns: readonly SizeColumn[]): void {
  const [lower, upper] = [lineOf(block, "Lower", lp, columns), lineOf(block, "Upper", lp, columns)];
  const isFixed = isSameLine(lower, upper);
  if (lower) addBoundRows(site, block, lower, isFixed ? ["lower", "upper"] : ["lower"]);
  if (upper && !isFixed) addBoundRows(site, block, upper, ["upper"]);
  for (let i = 0; i < block.count; i++) {
    if (lower) site.colLower.set(block.start + i, reach(lower, i, Math.min));
    if (upper) site.colUpper.set(block.start + i, reach(upper, i, Math.max));
  }
}

/** The least or greatest value of a line over all sizes. */
function reach({ constant, terms }: Line, i: number, pick: (a: number, b: number) => number): number {
  return terms.reduce(
    (value, { size: { choice, builtAt }, slope }) => value + pick(slope[i] * choice.least, slope[i] * builtAt),
    constant[i],
  );
}

function addBoundRows(
  site: SiteModel,
  block: ColumnBlock,
  { constant, terms }: Line,
  sides: readonly ("lower" | "upper")[],
): void {
  const { asset, name, unit, from, count, perInterval } = block;
  const isScaled = Float64Array.from(constant, (_, i) =>
    terms.some(({ size, slope }) => Math.abs(slope[i]) * size.builtAt > NEGLIGIBLE) ? 1 : 0,
  );
  const bound = (open: number) => constant.map((value, i) => (isScaled[i] === 1 ? value : open));
  const limits = {
    unit,
    from,
    ...(sides.includes("lower") && { lower: bound(-Infinity) }),
    ...(sides.includes("upper") && { upper: bound(Infinity) }),
  };
  const title = `${name} ${sides.length === 2 ? "of" : sides[0] === "lower" ? "from" : "within"} its size`;
  if (perInterval) {
    const rows = site.addRows(asset, title, { ...limits, count });
    const onAxis = new Float64Array(site.time.count);
    onAxis.set(isScaled, from);
    site.addTerms(rows, block, onAxis);
    addSizes(site, rows, terms);
  } else {
    const row = site.addRow(asset, title, limits);
    site.addShared(row, block, 1);
    addSizes(site, row, terms);
  }
}

function addSizes(site: SiteModel, rows: RowBlock, terms: Line["terms"]): void {
  for (const { size, slope } of terms)
    site.addShared(
      rows,
      size.column,
      slope.map((value) => -value),
    );
}
