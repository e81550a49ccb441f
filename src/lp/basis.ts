/**
 * The basis status of every column and row at the end of a solve. The variable of row i is its activity a_i = (A x)_i.
 * Plain data: structured-cloneable.
 */
export interface LpBasis {
  /** One of the `BasisStatus` codes for each column. */
  readonly col: Uint8Array;
  /** One of the `BasisStatus` codes for each row's activity. */
  readonly row: Uint8Array;
}

/** The same codes as inlined constants, for the library's own code. */
export const enum BasisCode {
  atLower = 0,
  basic = 1,
  atUpper = 2,
  free = 3,
}

/** Basis status codes of a variable. */
export const BasisStatus = {
  atLower: 0,
  basic: 1,
  atUpper: 2,
  /** Nonbasic free variable with the value zero. */
  free: 3,
} as const;

/** Replaces statuses that refer to temporary bounds (an engine's or a presolve's) by statuses at bounds that exist. */
export function placesAtFiniteBounds(place: Uint8Array, lower: Float64Array, upper: Float64Array): Uint8Array {
  return place.map((now, k) => {
    if (now === BasisCode.basic) return now;
    if (upper[k] < Infinity && (now === BasisCode.atUpper || lower[k] === -Infinity)) return BasisCode.atUpper;
    return lower[k] > -Infinity ? BasisCode.atLower : BasisCode.free;
  });
}
