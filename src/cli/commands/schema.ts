import { planInputJsonSchema, planResultJsonSchema } from "../../schema/json-schemas.ts";
import type { AddCommand } from "../command.ts";
import { ExitCode } from "../exit-code.ts";

export const addSchema: AddCommand = (program, { terminal, finish }) => {
  program
    .command("schema")
    .description("print the JSON Schema of a site, for editors and validators")
    .option("--result", "of a result of planPower instead, as JSON.stringify writes it")
    .action(({ result = false }: { readonly result?: boolean }) => {
      terminal.print(JSON.stringify(result ? planResultJsonSchema() : planInputJsonSchema(), null, 2));
      finish(ExitCode.ok);
    });
};
