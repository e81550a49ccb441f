import { compareConnectionsAsync } from "../../compare-connections.ts";
import type { ConnectionsOptions } from "../../connections/connection-option.ts";
import { toLosslessJson } from "../../io/lossless-json.ts";
import { parsePlanInput } from "../../parse-plan-input.ts";
import { connectionsSummary } from "../../report/connections-summary.ts";
import { connectionsReport } from "../../report/html/connections-report.ts";
import type { AddCommand } from "../command.ts";
import { ExitCode } from "../exit-code.ts";
import { readOptionsFile } from "../options-file.ts";
import { loadSite } from "../site-file.ts";
import { type SiteOptions, withSiteOptions } from "../site-options.ts";
import { type ReportOptions, writeReport } from "../write-report.ts";

interface Options extends SiteOptions, ReportOptions {
  readonly options: string;
  readonly json?: string;
}

const CONTENT = "{ from, to, options } as compareConnections takes them";

export const addConnections: AddCommand = (program, { terminal, signal, finish }) => {
  withSiteOptions(program.command("connections"))
    .description("which connection to sign: firm later, or curtailable sooner; a row for each option")
    .requiredOption("--options <file>", `JSON file: ${CONTENT}`)
    .option("--report <file>", "write one HTML page")
    .option("--json <file>", "write the whole comparison as JSON; - prints it instead of the table")
    .action(async (site: string, options: Options) => {
      const given = readOptionsFile(options.options, CONTENT, terminal) as unknown as ConnectionsOptions;
      const input = parsePlanInput(loadSite(site, options, terminal));
      const comparison = await compareConnectionsAsync(input, { ...given, signal });
      if (options.json !== "-") terminal.print(connectionsSummary(comparison));
      if (options.json !== undefined) terminal.write(options.json, `${toLosslessJson(comparison)}\n`);
      await writeReport(comparison, options, terminal, signal, connectionsReport);
      finish(comparison.best === undefined ? ExitCode.infeasible : ExitCode.ok);
    });
};
