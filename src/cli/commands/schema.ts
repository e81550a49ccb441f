import { planInputJsonSchema, planResultJsonSchema, sizingInputJsonSchema } from "../../schema/json-schemas.ts";
import type { AddCommand } from "../command.ts";
import { ExitCode } from "../exit-code.ts";

export const addSchema: AddCommand = (program, { terminal, finish }) => {
  program
    .command("schema")
    .description("print the JSON Schema of a site, for editors and validators")
    .option("--result", "of a result of planPower instead, as JSON.stringify writes it")
    .option("--choices", "of the rate and the choices of `wattsplit size` instead")
    .action(({ result = false, choices = false }: { readonly result?: boolean; readonly choices?: boolean }) => {
      const schema = result ? planResultJsonSchema() : choices ? sizingInputJsonSchema() : planInputJsonSchema();
      terminal.print(JSON.stringify(schema, null, 2));
      finish(ExitCode.ok);
    });
};
