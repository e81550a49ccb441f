import { planInputJsonSchema } from "../../schema/json-schemas.ts";
import type { AddCommand } from "../command.ts";
import { ExitCode } from "../exit-code.ts";
import { starters } from "../starters/index.ts";
import { UsageError } from "../usage-error.ts";

interface Options {
  readonly from: string;
  readonly force?: boolean;
}

export const addInit: AddCommand = (program, { terminal, finish }) => {
  program
    .command("init")
    .description("write site.json to start from, and site.schema.json, by which editors complete and check it")
    .argument("[file]", "where to write the site", "site.json")
    .option(
      "--from <name>",
      `${Object.entries(starters)
        .map(([name, { about }]) => `${name}: ${about}`)
        .join("; ")}`,
      "hybrid",
    )
    .option("--force", "write over a file that exists")
    .action((file: string, { from, force }: Options) => {
      const starter = Object.hasOwn(starters, from) ? starters[from] : undefined;
      if (!starter) throw new UsageError(`--from ${from}: wanted one of ${Object.keys(starters).join(", ")}`);
      if (force !== true && file !== "-" && terminal.exists(file)) {
        throw new UsageError(`${file} exists; give another name, or --force to write over it`);
      }
      const schemaFile = `${file.replace(/\.json$/u, "")}.schema.json`;
      const site = { ...(file !== "-" && { $schema: `./${schemaFile.split(/[\\/]/u).at(-1)}` }), ...starter.site };
      terminal.write(file, `${JSON.stringify(site, null, 2)}\n`);
      if (file === "-") return finish(ExitCode.ok);
      terminal.write(schemaFile, `${JSON.stringify(siteFileSchema(), null, 2)}\n`);
      terminal.print(
        [
          `Wrote ${file} and ${schemaFile}. Plan it: wattsplit plan ${file}`,
          "Change first:",
          ...starter.next.map((line) => `- ${line}`),
        ].join("\n"),
      );
      return finish(ExitCode.ok);
    });
};

/** The planner's schema, with the two things a site file may say besides. */
function siteFileSchema(): unknown {
  const schema = planInputJsonSchema() as { readonly properties?: Readonly<Record<string, unknown>> };
  return { ...schema, properties: { $schema: { type: "string" }, ...schema.properties } };
}
