import { worthAsync } from "../../explain/ask-session.ts";
import { openPlanAsync } from "../../open-plan.ts";
import { worthText } from "../../report/worth-text.ts";
import type { AddCommand } from "../command.ts";
import { exitCodeOf } from "../exit-code.ts";
import { progressLine } from "../progress-line.ts";
import { loadSite } from "../site-file.ts";
import { parsePlanInput } from "../../parse-plan-input.ts";
import { type SiteOptions, withSiteOptions } from "../site-options.ts";

export const addWorth: AddCommand = (program, { terminal, nowMs, signal, finish }) => {
  withSiteOptions(program.command("worth"))
    .description("what one more unit of each limit is worth, and how far that holds")
    .action(async (site: string, changes: SiteOptions) => {
      const line = progressLine(terminal, nowMs);
      const session = await openPlanAsync(parsePlanInput(loadSite(site, changes, terminal)), {
        onProgress: line.onProgress,
        signal,
      });
      line.clear();
      const answer = await worthAsync(session);
      terminal.print(answer.status === "optimal" ? worthText(answer) : answer.detail);
      finish(exitCodeOf(session.result));
    });
};
