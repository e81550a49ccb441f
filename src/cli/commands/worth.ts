import { worth } from "../../explain/ask-session.ts";
import { openPlan } from "../../open-plan.ts";
import { worthText } from "../../report/worth-text.ts";
import type { AddCommand } from "../command.ts";
import { exitCodeOf } from "../exit-code.ts";
import { loadSite } from "../site-file.ts";
import { parsePlanInput } from "../../parse-plan-input.ts";
import { type SiteOptions, withSiteOptions } from "../site-options.ts";

export const addWorth: AddCommand = (program, { terminal, finish }) => {
  withSiteOptions(program.command("worth"))
    .description("what one more unit of each limit is worth, and how far that holds")
    .action((site: string, changes: SiteOptions) => {
      const session = openPlan(parsePlanInput(loadSite(site, changes, terminal)));
      const answer = worth(session);
      terminal.print(answer.status === "optimal" ? worthText(answer) : answer.detail);
      finish(exitCodeOf(session.result));
    });
};
