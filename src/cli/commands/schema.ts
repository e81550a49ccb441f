import { planInputJsonSchema } from "../../schema/json-schemas.ts";
import type { AddCommand } from "../command.ts";
import { ExitCode } from "../exit-code.ts";

export const addSchema: AddCommand = (program, { terminal, finish }) => {
  program
    .command("schema")
    .description("print the JSON Schema of a site, for editors and validators")
    .action(() => {
      terminal.print(JSON.stringify(planInputJsonSchema(), null, 2));
      finish(ExitCode.ok);
    });
};
