import { parseRequest } from "../../input/parse-request.ts";
import { parsePlanInput } from "../../parse-plan-input.ts";
import type { AddCommand } from "../command.ts";
import { ExitCode } from "../exit-code.ts";
import { loadSite } from "../site-file.ts";
import { type SiteOptions, withSiteOptions } from "../site-options.ts";

export const addCheck: AddCommand = (program, { terminal, finish }) => {
  withSiteOptions(program.command("check"))
    .description("check a site without planning it; lists every error with path and fix")
    .action((site: string, options: SiteOptions) => {
      // The typed input has no faults between assets either; the request has the numbers to print.
      const { assets, time } = parseRequest(parsePlanInput(loadSite(site, options, terminal)));
      terminal.print(
        `${site} is valid: ${assets.length} assets, ${time.count} intervals of ${60 * time.stepHours} minutes.`,
      );
      finish(ExitCode.ok);
    });
};
