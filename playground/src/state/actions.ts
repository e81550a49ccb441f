/** What the user does, and what it changes. */
import { batch } from "@preact/signals";
import type { PlanInput } from "wattsplit";
import { LivePlan } from "../client/live-plan.ts";
import { PlannerClient, PlannerError } from "../client/planner-client.ts";
import { planTime } from "../site/plan-time.ts";
import * as state from "./page-state.ts";

const newWorker = () => new Worker(new URL("../planner/worker.ts", import.meta.url), { type: "module" });

export const client = new PlannerClient(newWorker());

/** A second worker for comparisons, so that they do not delay the plan. */
let sideClient: PlannerClient | undefined;
export const side = (): PlannerClient => (sideClient ??= new PlannerClient(newWorker()));

/** Charts show a week of a longer plan. */
const WINDOW_HOURS = 168;
const MOST_PINS = 3;
let lastCaseId = 0;

const livePlan = new LivePlan(client, {
  onBusy(isBusy) {
    state.busy.value = isBusy ? { sinceMs: performance.now() } : undefined;
  },
  onProgress(progress) {
    if (state.busy.value) state.busy.value = { ...state.busy.value, progress };
  },
  onPlan(view, site) {
    const id = ++lastCaseId;
    batch(() => {
      state.present.value = { id, name: site.name ?? view.name, site, view };
      state.faults.value = [];
      if (state.message.value?.tone === "problem") state.message.value = undefined;
      if (view.schedule) {
        state.lastPlanned.value = { id, name: site.name ?? view.name, site, view, schedule: view.schedule };
        const names = view.schedule.assets.map(({ name }) => name);
        if (!names.includes(state.focusAsset.value ?? ""))
          state.focusAsset.value = firstToExplain(view.schedule.assets);
      }
    });
  },
  onError(error) {
    tellProblem(error);
  },
});

function firstToExplain(assets: readonly { readonly name: string; readonly role: string }[]): string | undefined {
  return (assets.find(({ role }) => role === "mining") ?? assets[0])?.name;
}

/** Shows an error: faults of the input beside their fields, and a message for what has none. */
export function tellProblem(error: unknown): void {
  if (error instanceof PlannerError) {
    const { message, faults, isCancelled } = error.failure;
    if (isCancelled)
      return tell("note", "Cancelled. The charts show the last finished plan; edit a number to plan again.");
    state.faults.value = faults;
    if (faults.length > 0)
      return tell(
        "problem",
        faults.length === 1
          ? "The site has a fault and was not planned."
          : `The site has ${faults.length} faults and was not planned.`,
        faults.map(({ path, given, wanted, fix }) => `${path}: got ${given}, wanted ${wanted}; ${fix}`),
      );
    return tell("problem", message);
  }
  tell("problem", error instanceof Error ? error.message : String(error));
}

export function tell(tone: "note" | "problem", text: string, details: readonly string[] = []): void {
  state.message.value = { tone, text, details };
}

/** Loads another site. */
export function loadSite(site: PlanInput): void {
  const { count, stepMs } = planTime(site);
  const perWindow = Math.round((WINDOW_HOURS * 3_600_000) / stepMs);
  batch(() => {
    state.site.value = site;
    state.loadedSite.value = site;
    state.present.value = undefined;
    state.lastPlanned.value = undefined;
    state.pins.value = [];
    state.againstId.value = undefined;
    state.isSideBySide.value = false;
    state.faults.value = [];
    state.message.value = undefined;
    state.baselines.value = undefined;
    state.hoveredInterval.value = undefined;
    state.chosenInterval.value = undefined;
    state.chosenRange.value = undefined;
    state.focusAsset.value = undefined;
    state.chartWindow.value = { from: 0, count: Math.min(count, perWindow) };
  });
  livePlan.want(site);
}

/** Edits the site in hand; it is planned again at once. */
export function editSite(change: (site: PlanInput) => PlanInput): void {
  batch(() => {
    state.site.value = change(state.site.value);
    state.baselines.value = undefined;
  });
  livePlan.want(state.site.value);
}

export function cancelPlan(): void {
  livePlan.cancel();
}

export function pinPresent(): void {
  const shown = state.present.value;
  const schedule = shown?.view.schedule;
  if (!shown || !schedule) return;
  const pinned = { ...shown, schedule, name: `Case ${String.fromCodePoint(65 + (pinCount++ % 26))}` };
  batch(() => {
    state.pins.value = [...state.pins.value.slice(-(MOST_PINS - 1)), pinned];
    state.againstId.value = pinned.id;
  });
}
let pinCount = 0;

export function unpin(id: number): void {
  batch(() => {
    state.pins.value = state.pins.value.filter((pinned) => pinned.id !== id);
    if (state.againstId.value === id) state.againstId.value = state.pins.value.at(-1)?.id;
    if (state.pins.value.length === 0) state.isSideBySide.value = false;
  });
}

/** Back to the site of a pinned case. */
export function restore(site: PlanInput): void {
  editSite(() => site);
}

export function chooseInterval(interval: number): void {
  const { count } = state.time.value;
  const t = Math.max(0, Math.min(count - 1, interval));
  const { from, count: shown } = state.chartWindow.value;
  batch(() => {
    state.chosenInterval.value = t;
    if (t < from || t >= from + shown) moveWindow(t - Math.floor(shown / 2));
  });
}

export function moveWindow(from: number): void {
  const { count } = state.time.value;
  const shown = state.chartWindow.value.count;
  state.chartWindow.value = { from: Math.max(0, Math.min(count - shown, from)), count: shown };
}

export function showAll(isAll: boolean): void {
  const { count, stepMs } = state.time.value;
  const perWindow = Math.min(count, Math.round((WINDOW_HOURS * 3_600_000) / stepMs));
  state.chartWindow.value = isAll
    ? { from: 0, count }
    : { from: Math.max(0, Math.min(count - perWindow, state.chosenInterval.value ?? 0)), count: perWindow };
}
