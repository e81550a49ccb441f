import { BasisCode } from "../../../lp/basis.ts";
import { greatestSize } from "../../../sparse/greatest-size.ts";
import { minusColumn, subtractProduct } from "../../../sparse/column-matrix.ts";
import type { Newton } from "../linear-system/newton.ts";

/** Prevents singular systems; refinement removes its effect. */
const POLISH_REGULARISATION = 1e-9;
const MAX_ROUNDS = 6;
/** The last round is the one that leaves more than this share of the residual. */
const LEAST_PROGRESS = 0.5;

/**
 * Moves the columns inside their bounds by the least change (least squares) that satisfies A x = rhs; the others stay.
 * One factorisation, refined to rounding. Changes `x`; returns the greatest remaining residual.
 */
export function* polishPoint(
  newton: Newton,
  status: Uint8Array,
  rhs: Float64Array,
  x: Float64Array,
): Generator<void, number> {
  const { form } = newton.kkt;
  const measure = (_: Float64Array, rows: Float64Array): Float64Array => {
    rows.set(rhs);
    subtractProduct(form, x, rows);
    return rows;
  };
  return yield* refine(newton, status, measure, (dx) => {
    for (let j = 0; j < form.numCols; j++) if (status[j] === BasisCode.basic) x[j] += dx[j];
  });
}

/**
 * Moves y by the least change that gives every column inside its bounds a reduced cost of 0. Changes `y`; returns the
 * greatest remaining reduced cost.
 */
export function* polishPrices(
  newton: Newton,
  status: Uint8Array,
  cost: Float64Array,
  y: Float64Array,
): Generator<void, number> {
  const { form } = newton.kkt;
  const measure = (g: Float64Array): Float64Array => {
    for (let j = 0; j < form.numCols; j++) g[j] = status[j] === BasisCode.basic ? minusColumn(form, j, y, cost[j]) : 0;
    return g;
  };
  return yield* refine(newton, status, measure, (_, dy) => {
    for (let i = 0; i < form.numRows; i++) y[i] += dy[i];
  });
}

/**
 * Takes Newton steps on the columns inside their bounds (weight 1, the others 0) while they reduce the residual, which
 * `measure` writes into one of the two right-hand sides. Returns the greatest remaining residual.
 */
function* refine(
  newton: Newton,
  status: Uint8Array,
  measure: (g: Float64Array, rows: Float64Array) => Float64Array,
  move: (dx: Float64Array, dy: Float64Array) => void,
): Generator<void, number> {
  const { numCols, numRows } = newton.kkt.form;
  yield* newton.factorWith(
    Float64Array.from(status, (place) => (place === BasisCode.basic ? 1 : 0)),
    POLISH_REGULARISATION,
  );
  const [g, dx] = [new Float64Array(numCols), new Float64Array(numCols)];
  const [rows, dy] = [new Float64Array(numRows), new Float64Array(numRows)];
  let before = Infinity;
  for (let round = 0; ; round++) {
    const worst = greatestSize(measure(g, rows));
    if (round === MAX_ROUNDS || worst === 0 || worst > LEAST_PROGRESS * before) return worst;
    before = worst;
    newton.solveReduced(g, rows, dx, dy);
    move(dx, dy);
  }
}
