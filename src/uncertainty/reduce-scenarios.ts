/**
 * Fewer scenarios in place of many: fast forward selection (Heitsch and Roemisch, 2003). With c_kj the distance of two
 * scenarios, the selected set J grows by the scenario that leaves the others nearest to it,
 *
 *     min over u of sum over k not in J + u of p_k min over j in J + u of c_kj
 *
 * and each scenario that is left out gives its probability to its nearest selected one. The sum is the Kantorovich
 * distance of the two distributions. The distance is Euclidean, over all numbers of the scenarios' changes; each curve
 * is divided by its root mean square deviation from the mean scenario, so that curves of different units count alike.
 */
import { PlanInputError } from "../errors.ts";
import type { Scenario } from "./scenario.ts";
import { checkScenarios } from "./scenario.ts";

/** Scenarios that stand for more, and how near they are to them. */
export interface ReducedScenarios {
  /** In the order given, with the probabilities of those they stand for. */
  readonly scenarios: readonly Scenario[];
  /** What of the distance to a single scenario is left, 0 (all selected) to 1 (one selected). */
  readonly distanceShare: number;
}

/**
 * Reduces scenarios to `count` of them.
 *
 * @throws PlanInputError for a faulty list, or scenarios that do not change the same numbers.
 */
export function reduceScenarios(scenarios: readonly Scenario[], count: number): ReducedScenarios {
  const probabilities = checkScenarios(scenarios);
  if (!(Number.isInteger(count) && count >= 1))
    throw new PlanInputError([
      { path: "count", given: String(count), wanted: "a whole number of at least 1", fix: "say how many to select" },
    ]);
  const points = scaledPoints(scenarios, probabilities);
  const all = points.length;
  const distance = Float64Array.from({ length: all * all }, (_, at) =>
    euclidean(points[Math.floor(at / all)], points[at % all]),
  );
  const nearest = new Float64Array(all).fill(Infinity);
  const selected = new Set<number>();
  let [first, left] = [0, 0];
  while (selected.size < Math.min(count, all)) {
    let best = -1;
    left = Infinity;
    for (let u = 0; u < all; u++) {
      if (selected.has(u)) continue;
      let sum = 0;
      for (let k = 0; k < all; k++) if (k !== u) sum += probabilities[k] * Math.min(nearest[k], distance[k * all + u]);
      if (sum < left) [best, left] = [u, sum];
    }
    selected.add(best);
    for (let k = 0; k < all; k++) nearest[k] = Math.min(nearest[k], distance[k * all + best]);
    if (selected.size === 1) first = left;
  }
  const own = new Float64Array(all);
  const list = [...selected];
  for (const [k, probability] of probabilities.entries())
    own[list.reduce((near, j) => (distance[k * all + j] < distance[k * all + near] ? j : near))] += probability;
  return {
    scenarios: scenarios.flatMap((scenario, s) => (selected.has(s) ? [{ ...scenario, probability: own[s] }] : [])),
    distanceShare: first > 0 ? left / first : 0,
  };
}

/** The numbers of every scenario's changes, each field scaled. */
function scaledPoints(scenarios: readonly Scenario[], probabilities: readonly number[]): Float64Array[] {
  const fields = scenarios.map(({ changes }) => numbersOf(changes, ""));
  const [first] = fields;
  for (const [s, own] of fields.entries()) {
    const wrong = [...first.keys(), ...own.keys()].find((path) => own.get(path)?.length !== first.get(path)?.length);
    if (wrong !== undefined)
      throw new PlanInputError([
        {
          path: `scenarios[${s}].changes${wrong}`,
          given: `${own.get(wrong)?.length ?? 0} numbers`,
          wanted: `${first.get(wrong)?.length ?? 0}, as in scenarios[0]`,
          fix: "let all scenarios change the same fields, in the same form",
        },
      ]);
  }
  const points = scenarios.map((): number[] => []);
  for (const path of first.keys()) {
    const curves = fields.map((own) => own.get(path) as readonly number[]);
    const mean = curves[0].map((_, t) => curves.reduce((sum, curve, s) => sum + probabilities[s] * curve[t], 0));
    const squares = curves.map((curve) => curve.reduce((sum, value, t) => sum + (value - mean[t]) ** 2, 0));
    const spread = Math.sqrt(squares.reduce((sum, square, s) => sum + probabilities[s] * square, 0));
    for (const [s, curve] of curves.entries())
      for (const [t, value] of curve.entries()) points[s].push(spread > 0 ? (value - mean[t]) / spread : 0);
  }
  return points.map((point) => Float64Array.from(point));
}

/** Numbers by their field; a list of them is one field. */
function numbersOf(value: unknown, path: string, found = new Map<string, number[]>()): Map<string, number[]> {
  if (typeof value === "number") {
    const own = found.get(path);
    if (own) own.push(value);
    else found.set(path, [value]);
  } else if (value instanceof Float64Array) found.set(path, Array.from(value));
  else if (Array.isArray(value)) for (const item of value) numbersOf(item, path, found);
  else if (typeof value === "object" && value !== null)
    for (const [key, item] of Object.entries(value)) numbersOf(item, `${path}.${key}`, found);
  return found;
}

function euclidean(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) ** 2;
  return Math.sqrt(sum);
}
