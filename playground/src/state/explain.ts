/** Asks why the site does what it does in the described hour; of several questions meanwhile only the newest is asked. */
import { effect, signal } from "@preact/signals";
import type { Explanation, Worth } from "wattsplit/explain";
import { client, tellProblem } from "./actions.ts";
import { focusAsset, hasPlan, present, describedInterval } from "./page-state.ts";

export const explanation = signal<Explanation | undefined>(undefined);
export const explanationDetail = signal("");
export const limitWorth = signal<Worth["limits"][number] | undefined>(undefined);
export const worthDetail = signal("");

interface Wanted {
  readonly asset: string;
  readonly interval: number;
  readonly caseId: number;
}

let wanted: Wanted | undefined;
let isAsking = false;

effect(() => {
  const interval = describedInterval.value;
  const asset = focusAsset.value;
  const caseId = present.value?.id;
  if (interval === undefined || asset === undefined || caseId === undefined || !hasPlan.value) {
    wanted = undefined;
    explanation.value = undefined;
    return;
  }
  wanted = { asset, interval, caseId };
  if (!isAsking) void askWhy();
});

async function askWhy(): Promise<void> {
  isAsking = true;
  while (wanted) {
    const question = wanted;
    wanted = undefined;
    try {
      const found = await client.ask("why", { asset: question.asset, interval: question.interval }).answer;
      if (wanted) continue;
      explanation.value = found.status === "optimal" ? found : undefined;
      explanationDetail.value = found.status === "optimal" ? "" : found.detail;
    } catch (error) {
      tellProblem(error);
    }
  }
  isAsking = false;
}

/** What one unit more or less of a limit is worth. */
export async function askWorth(asset: string, limit: string): Promise<void> {
  try {
    const found = await client.ask("worth", { asset, limit }).answer;
    limitWorth.value = found.status === "optimal" ? found.limits[0] : undefined;
    worthDetail.value =
      found.status === "optimal" ? (found.limits.length === 0 ? found.notPriced.join("; ") : "") : (found.detail ?? "");
  } catch (error) {
    tellProblem(error);
  }
}
