import { PlanInputError, type PlanInputFault } from "../errors.ts";
import type { PlanResult, PowerPlan } from "../plan/plan-result.ts";
import { restoreBatches, rigTarget } from "./fleet-levels.ts";
import { checkHandOffOptions, type CheckedOptions, type HandOffOptions } from "./hand-off-options.ts";
import { type ControlledLoad, controlledLoads, isLimited } from "./loads.ts";
import { type PlanClock, planClock, utcStamp } from "./plan-clock.ts";
import type { HandOff, PowerTarget } from "./power-target.ts";
import { reasonOf } from "./reason.ts";
import { type Span, spans } from "./spans.ts";

const MS_PER_HOUR = 3_600_000;
const MINUTES_PER_HOUR = 60;
const SECONDS_PER_MINUTE = 60;

/**
 * A plan as power targets for the executors of its AI loads and mining fleets, from the interval of `at` to the plan's
 * end. Neighbouring intervals of one level are one target; fleets get whole rigs. A plan that is not optimal, whose
 * certificate failed, or that is stale at `at` gives `status: "none"` and no targets.
 *
 * @example
 * const handOff = powerTargets(planPower(input), { at: new Date().toISOString() });
 * if (handOff.status === "ready") send(handOffToJson(handOff));
 *
 * @throws PlanInputError for what is not a result, and for options that are faulty or contradict the plan.
 */
export function powerTargets(result: PlanResult, options: HandOffOptions): HandOff {
  const checked = checkHandOffOptions(options);
  checkResult(result);
  const at = utcStamp(checked.atMs);
  const plan = scheduleOf(result, checked);
  const none = (detail: string): HandOff => ({ version: 1, status: "none", plan: result.name, at, detail });
  if (typeof plan === "string") return none(plan);
  const clock = planClock(plan);
  const stale = staleness(clock, checked);
  if (stale !== undefined) return none(stale);
  const loads = controlledLoads(plan);
  checkScopes(loads, checked);
  const targets = loads.flatMap((load) => targetsOf(plan, load, clock, checked));
  return {
    version: 1,
    status: "ready",
    plan: plan.name,
    at,
    validUntil: clock.utc(plan.intervalStarts.length),
    targets,
    notices: noticesOf(loads, checked),
  };
}

function checkResult(result: PlanResult): void {
  if (typeof result === "object" && result !== null && typeof result.status === "string") return;
  throw new PlanInputError([
    {
      path: "powerTargets",
      given: typeof result === "object" ? "another object" : String(result).slice(0, 60),
      wanted: "a result of planPower",
      fix: "pass what the planner returned, or comparison.hybrid",
    },
  ]);
}

/** The plan to carry out, or why there is none. */
function scheduleOf(result: PlanResult, { acceptIncumbent }: CheckedOptions): PowerPlan | string {
  const incumbent = result.status === "branching-limit" && acceptIncumbent ? result.incumbent : undefined;
  const plan = result.status === "optimal" ? result : incumbent;
  if (!plan) return `The plan is ${result.status}, so it gives no targets. ${result.detail ?? ""}`.trim();
  if (!plan.certificate.ok)
    return "The proof of the plan did not hold when it was recomputed, so it gives no targets. Plan again.";
  return plan;
}

function staleness({ startMs, endMs }: PlanClock, { atMs, staleAfterHours }: CheckedOptions): string | undefined {
  if (atMs >= endMs)
    return `The plan ended at ${utcStamp(endMs)}, and targets were asked for ${utcStamp(atMs)}. Plan again.`;
  const ageHours = (atMs - startMs) / MS_PER_HOUR;
  if (ageHours <= staleAfterHours) return undefined;
  return (
    `The plan is stale: it starts at ${utcStamp(startMs)}, ${ageHours.toFixed(2)} h before ${utcStamp(atMs)}, and ` +
    `staleAfterHours is ${staleAfterHours}. Plan again from the present state, or raise staleAfterHours.`
  );
}

function checkScopes(loads: readonly ControlledLoad[], { scopes }: CheckedOptions): void {
  const faults: PlanInputFault[] = [];
  const known = loads.map(({ asset }) => asset);
  for (const asset of Object.keys(scopes).filter((name) => !known.includes(name))) {
    faults.push({
      path: `powerTargets options.scopes[${JSON.stringify(asset)}]`,
      given: "an asset that is not an AI load or a fleet of the plan",
      wanted: known.join(", ") || "no scope: the plan has no such load",
      fix: "give the asset's name as in the plan",
    });
  }
  const used = new Map<string, string>();
  for (const asset of known) {
    const scope = scopes[asset] ?? asset;
    const other = used.get(scope);
    if (other !== undefined)
      faults.push({
        path: `powerTargets options.scopes`,
        given: `${JSON.stringify(scope)} for ${other} and for ${asset}`,
        wanted: "a scope of its own for every load",
        fix: "two levels cannot apply to one scope; rename one",
      });
    used.set(scope, asset);
  }
  if (faults.length > 0) throw new PlanInputError(faults);
}

function targetsOf(plan: PowerPlan, load: ControlledLoad, clock: PlanClock, options: CheckedOptions): PowerTarget[] {
  const count = plan.intervalStarts.length;
  const stepMinutes = plan.stepHours * MINUTES_PER_HOUR;
  const { minimumDurationMinutes = stepMinutes, restore } = options;
  // A span that began before `at` is written whole: its key then is the one of earlier hand-offs.
  const present = clock.intervalAt(options.atMs);
  const found = spans(0, count, load.isSameLevel).filter(({ to }) => to > present);
  const levels = found.map((span) => {
    const seconds = (span.to - span.from) * stepMinutes * SECONDS_PER_MINUTE;
    const batches =
      restore && load.fleet && span.from > 0 ? restoreBatches(load.fleet, span.from - 1, span.from, restore) : [];
    return { span, seconds, batches };
  });
  // NB: what the plan's end cuts off may go on in the next plan.
  for (const { span, seconds, batches } of levels) {
    if (span.to < count && seconds < minimumDurationMinutes * SECONDS_PER_MINUTE)
      refuse(load, clock, span, "minimumDurationMinutes", `${minimumDurationMinutes} min`, seconds);
    if ((batches.at(-1)?.afterSeconds ?? 0) >= seconds)
      refuse(load, clock, span, "restore", `batches until ${batches.at(-1)?.afterSeconds} s`, seconds);
  }
  return levels.map(({ span, batches }) =>
    target(plan, load, clock, options, span, { minimumDurationMinutes, batches }),
  );
}

function target(
  plan: PowerPlan,
  load: ControlledLoad,
  clock: PlanClock,
  { scopes }: CheckedOptions,
  span: Span,
  more: { readonly minimumDurationMinutes: number; readonly batches: PowerTarget["restoreBatches"] },
): PowerTarget {
  const scope = scopes[load.asset] ?? load.asset;
  const [from, to] = [clock.utc(span.from), clock.utc(span.to)];
  const targetKw = load.levelKw(span.from);
  const control = isLimited(load, span.from) ? "limit" : "release";
  const rigs = load.fleet && rigTarget(load.fleet, span.from);
  const byMode = rigs ? `/${rigs.modes.map((mode) => mode.rigs).join("-")}` : "";
  return {
    scope,
    asset: load.asset,
    side: load.side,
    control,
    targetKw,
    from,
    to,
    minimumDurationSeconds: more.minimumDurationMinutes * SECONDS_PER_MINUTE,
    ...(rigs && { rigs }),
    restoreBatches: more.batches,
    reason: reasonOf(plan, load, span),
    idempotencyKey: `wattsplit/${scope}/${from}/${to}/${control}/${targetKw}kW${byMode}`,
  };
}

function refuse(
  load: ControlledLoad,
  clock: PlanClock,
  span: Span,
  option: string,
  given: string,
  seconds: number,
): never {
  throw new PlanInputError([
    {
      path: `powerTargets options.${option}`,
      given,
      wanted: `less than the ${seconds} s for which ${load.asset} has one level from ${clock.utc(span.from)}`,
      fix: "shorten it, or plan with longer intervals, ramps or wake-up steps",
    },
  ]);
}

function noticesOf(loads: readonly ControlledLoad[], { restore, scopes }: CheckedOptions): string[] {
  const fleets = loads.filter(({ fleet }) => fleet).map(({ asset }) => scopes[asset] ?? asset);
  return [
    "Targets are facility power at the site bus. An executor that measures other power has to convert them.",
    ...(fleets.length > 0 && restore
      ? [`The level before the plan is not known, so the first target of ${fleets.join(", ")} has no restore batches.`]
      : []),
  ];
}
