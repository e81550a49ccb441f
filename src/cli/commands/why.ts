import { openPlanAsync } from "../../open-plan.ts";
import { whyAsync } from "../../explain/ask-session.ts";
import type { AddCommand } from "../command.ts";
import { exitCodeOf } from "../exit-code.ts";
import { progressLine } from "../progress-line.ts";
import { loadSite } from "../site-file.ts";
import { parsePlanInput } from "../../parse-plan-input.ts";
import { type SiteOptions, withSiteOptions } from "../site-options.ts";

interface Options extends SiteOptions {
  readonly asset: string;
  readonly at: string;
  readonly quantity?: string;
}

export const addWhy: AddCommand = (program, { terminal, nowMs, signal, finish }) => {
  withSiteOptions(program.command("why"))
    .description("why an asset does what it does in one interval, and what would change it")
    .requiredOption("--asset <name>", "the asset")
    .requiredOption("--at <instant>", "an instant in the interval, e.g. 2026-07-14T17:00:00-05:00")
    .option("--quantity <name>", "one of its quantities, e.g. importMw")
    .action(async (site: string, { asset, at, quantity, ...changes }: Options) => {
      const line = progressLine(terminal, nowMs);
      const session = await openPlanAsync(parsePlanInput(loadSite(site, changes, terminal)), {
        onProgress: line.onProgress,
        signal,
      });
      line.clear();
      const answer = await whyAsync(session, { asset, at, ...(quantity !== undefined && { quantity }) });
      terminal.print("text" in answer ? answer.text : answer.detail);
      finish(exitCodeOf(session.result));
    });
};
