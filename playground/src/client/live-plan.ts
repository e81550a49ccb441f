import type { PlanInput } from "wattsplit";
import type { Progress } from "../messages.ts";
import type { PlanView } from "../planner/plan-view.ts";
import { siteChanges } from "../site/site-changes.ts";
import type { Asked, PlannerClient } from "./planner-client.ts";

export interface LivePlanEvents {
  onBusy(isBusy: boolean): void;
  onProgress(progress: Progress): void;
  /** `site` is the one that was planned. */
  onPlan(view: PlanView, site: PlanInput): void;
  onError(error: unknown): void;
}

/**
 * Follows the site as it is edited. One plan is in the making, and the newest site waits; sites in between are left
 * out. The worker's session replans with what has changed since the last site it accepted.
 */
export class LivePlan {
  readonly #client: PlannerClient;
  readonly #events: LivePlanEvents;
  #accepted: PlanInput | undefined;
  #wanted: PlanInput | undefined;
  #asked: Asked<PlanView> | undefined;
  #isRunning = false;

  constructor(client: PlannerClient, events: LivePlanEvents) {
    this.#client = client;
    this.#events = events;
  }

  want(site: PlanInput): void {
    this.#wanted = site;
    if (!this.#isRunning) void this.#run();
  }

  /** Ends the plan in the making; the next edit plans from nothing. */
  cancel(): void {
    this.#wanted = undefined;
    this.#asked?.cancel();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    this.#events.onBusy(true);
    while (this.#wanted) {
      const site = this.#wanted;
      this.#wanted = undefined;
      try {
        const view = await this.#plan(site);
        this.#accepted = site;
        this.#events.onPlan(view, site);
      } catch (error) {
        this.#events.onError(error);
      }
    }
    this.#isRunning = false;
    this.#events.onBusy(false);
  }

  async #plan(site: PlanInput): Promise<PlanView> {
    const changes = this.#accepted && siteChanges(this.#accepted, site);
    const onProgress = (progress: Progress) => this.#events.onProgress(progress);
    if (changes) this.#asked = this.#client.ask("replan", { changes }, onProgress);
    else {
      // A session that fails to open takes the place of none: the next site opens again.
      this.#accepted = undefined;
      this.#asked = this.#client.ask("open", { site }, onProgress);
    }
    return this.#asked.answer;
  }
}
