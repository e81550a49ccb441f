import { listRigs } from "../../catalogue/rigs.ts";
import { table } from "../../report/text-table.ts";
import type { AddCommand } from "../command.ts";
import { ExitCode } from "../exit-code.ts";

export const addRigs: AddCommand = (program, { terminal, finish }) => {
  program
    .command("rigs")
    .description("list the mining rigs of the catalogue")
    .action(() => {
      const rows = listRigs().map(({ model, hashrateThPerS, powerW, announced, asOf }) => [
        announced ? `${model} (announced)` : model,
        String(hashrateThPerS),
        String(powerW),
        (powerW / hashrateThPerS).toFixed(1),
        asOf,
      ]);
      terminal.print(table(["rig", "TH/s", "W", "J/TH", "as of"], rows).join("\n"));
      finish(ExitCode.ok);
    });
};
