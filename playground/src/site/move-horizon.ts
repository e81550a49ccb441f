import type { AssetInput, PlanInput } from "wattsplit";
import { isoOf, type PlanTime } from "./plan-time.ts";

/** An instant of the input, ISO-8601 with offset. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/u;

/**
 * The site over another time: profiles of the old length are repeated from their beginning, instants (jobs, calls) move
 * by the same time as the start. What is known of a month already billed is left out. Each change is reported.
 */
export function movedTo(
  site: PlanInput,
  before: PlanTime,
  after: PlanTime,
): { readonly site: PlanInput; readonly notes: readonly string[] } {
  const shiftMs = after.startMs - before.startMs;
  const repeated = new Set<string>();
  const moved = new Set<string>();
  const change = (value: unknown, of: string): unknown => {
    if (typeof value === "string" && INSTANT.test(value)) {
      if (shiftMs !== 0) moved.add(of);
      return new Date(Date.parse(value) + shiftMs).toISOString().replace(".000Z", "Z");
    }
    if (Array.isArray(value)) {
      if (value.length === before.count && value.length !== after.count && typeof value[0] === "number") {
        repeated.add(of);
        return Array.from({ length: after.count }, (_, t) => value[t % value.length] as number);
      }
      return typeof value[0] === "number" ? value : value.map((item) => change(item, of));
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, change(inner, of)]));
  };
  const assets = site.assets.map((asset) => change(asset, asset.name) as AssetInput);
  const counterfactual = change(site.counterfactual, "the AI-only site") as PlanInput["counterfactual"];
  const { initialState, dropped } = withoutMonths(site.initialState);
  const { end: _, ...horizon } = site.horizon;
  return {
    site: {
      ...site,
      horizon: { ...horizon, start: isoOf(after, 0), intervalMinutes: after.stepMs / 60_000, count: after.count },
      assets,
      ...(initialState && { initialState }),
      ...(counterfactual && {
        counterfactual: { ...counterfactual, ...withoutMonths(counterfactual.initialState).own },
      }),
    },
    notes: [
      ...(repeated.size > 0 ? [`Profiles of ${[...repeated].join(", ")} are repeated over the new time.`] : []),
      ...(moved.size > 0 ? [`Times of ${[...moved].join(", ")} moved with the start of the plan.`] : []),
      ...(dropped ? ["Peaks already billed in the old month are left out."] : []),
    ],
  };
}

type States = PlanInput["initialState"];

/** Peaks by month belong to the old time. */
function withoutMonths(states: States): { initialState: States; dropped: boolean; own: { initialState?: States } } {
  if (!states) return { initialState: undefined, dropped: false, own: {} };
  let dropped = false;
  const entries = Object.entries(states).map(([name, state]) => {
    const otherFields = Object.entries(state).filter(([field]) => field !== "peakMw");
    dropped ||= otherFields.length < Object.keys(state).length;
    return [name, Object.fromEntries(otherFields)] as const;
  });
  const initialState = Object.fromEntries(entries.filter(([, state]) => Object.keys(state).length > 0)) as States;
  return { initialState, dropped, own: { initialState } };
}
