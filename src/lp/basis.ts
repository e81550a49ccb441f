/**
 * Where each column and each row stands at the end of a solve. A row's own variable is its activity a_i = (A x)_i.
 * Plain data: structured-cloneable.
 */
export interface LpBasis {
  /** One of the `BasisStatus` codes for each column. */
  readonly col: Uint8Array;
  /** One of the `BasisStatus` codes for each row's activity. */
  readonly row: Uint8Array;
}

/** The codes as constants that compile to numbers, for the library's own code. */
export const enum Place {
  atLower = 0,
  basic = 1,
  atUpper = 2,
  free = 3,
}

/** Codes of a variable's place in a basis. */
export const BasisStatus = {
  atLower: 0,
  basic: 1,
  atUpper: 2,
  /** Nonbasic free variable, held at zero. */
  free: 3,
} as const;

/** Places that name limits which do not exist (temporary ones, a presolve's) name those that do. */
export function realPlaces(place: Uint8Array, lower: Float64Array, upper: Float64Array): Uint8Array {
  return place.map((now, k) => {
    if (now === Place.basic) return now;
    if (upper[k] < Infinity && (now === Place.atUpper || lower[k] === -Infinity)) return Place.atUpper;
    return lower[k] > -Infinity ? Place.atLower : Place.free;
  });
}
