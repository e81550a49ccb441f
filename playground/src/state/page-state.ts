/** What the page shows, as signals. Only `actions.ts` writes them. */
import { computed, signal } from "@preact/signals";
import type { PlanInput, PlanInputFault } from "wattsplit";
import type { Progress } from "../messages.ts";
import type { BaselinesView } from "../planner/baselines-view.ts";
import type { PlanView, ScheduleView } from "../planner/plan-view.ts";
import { planTime } from "../site/plan-time.ts";
import { presets } from "../site/presets/index.ts";

/** A planned site: what the charts and tables show. */
export interface Case {
  readonly id: number;
  readonly name: string;
  readonly site: PlanInput;
  readonly view: PlanView;
}

/** A site with a schedule. */
export interface PinnedCase extends Case {
  readonly schedule: ScheduleView;
}

export interface Busy {
  readonly sinceMs: number;
  readonly progress?: Progress;
}

/** Part of the plan that the charts show. */
export interface ChartWindow {
  readonly from: number;
  readonly count: number;
}

/** The site as edited, planned or not. */
export const site = signal<PlanInput>(presets[0].site);
/** The site as loaded: ranges of the sliders follow from it. */
export const loadedSite = signal<PlanInput>(presets[0].site);
/** The last planned site. */
export const present = signal<Case | undefined>(undefined);
/** The last site that had a schedule: its charts stay, pale, where a later site has none. */
export const lastPlanned = signal<PinnedCase | undefined>(undefined);
export const pins = signal<readonly PinnedCase[]>([]);
/** The pinned case that amounts are compared with. */
export const againstId = signal<number | undefined>(undefined);
export const isSideBySide = signal(false);
export const busy = signal<Busy | undefined>(undefined);
export const faults = signal<readonly PlanInputFault[]>([]);
/** What went wrong, or what was done, for everybody to read. */
export const message = signal<Message | undefined>(undefined);
/** The hour under the pointer. */
export const hoveredInterval = signal<number | undefined>(undefined);
/** The hour chosen by a click or by keys. */
export const chosenInterval = signal<number | undefined>(undefined);
/** Hours chosen together, to edit them: first, and number. */
export const chosenRange = signal<ChartWindow | undefined>(undefined);
/** The asset that the page explains. */
export const focusAsset = signal<string | undefined>(undefined);
export const chartWindow = signal<ChartWindow>({ from: 0, count: 168 });
export const isPriceEdited = signal(false);
export const baselines = signal<BaselinesView | undefined>(undefined);

export interface Message {
  readonly tone: "note" | "problem";
  readonly text: string;
  readonly details?: readonly string[];
}

export const time = computed(() => planTime(site.value));
export const against = computed(() => pins.value.find(({ id }) => id === againstId.value));
/** The hour that is described: the one under the pointer, else the chosen one. */
export const describedInterval = computed(() => hoveredInterval.value ?? chosenInterval.value);
/** The present plan, or the last one that there was. */
export const shown = computed(() => {
  const now = present.value;
  return now?.view.schedule ? ({ ...now, schedule: now.view.schedule } as PinnedCase) : lastPlanned.value;
});
export const hasPlan = computed(() => present.value?.view.schedule !== undefined);
