import type { Command } from "commander";
import type { SiteChanges } from "./site-file.ts";

/** The options that every command with a site takes. */
export function withSiteOptions(command: Command): Command {
  const collect = (value: string, before: readonly string[]): string[] => [...before, value];
  return command
    .argument("<site>", "JSON file of the site, or - for standard input")
    .option("--prices <file>", "market price file (CSV, JSON or XML) for the connection's import and export price")
    .option("--hub <location>", "location in the price file, e.g. HB_HOUSTON")
    .option(
      "--set <path=value>",
      "change one field, e.g. bitcoin.hashpriceUsdPerPhDay=32; repeat for more",
      collect,
      [],
    );
}

export type SiteOptions = SiteChanges;
