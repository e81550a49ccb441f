import { expect, it } from "vitest";
import { planInputJsonSchema, planResultJsonSchema } from "../../../src/schema/json-schemas.ts";
import { runOnSite } from "../../support/memory-terminal.ts";

it("prints the schema of a site as JSON", async () => {
  const { terminal } = await runOnSite("schema");
  expect(JSON.parse(terminal.printed)).toEqual(JSON.parse(JSON.stringify(planInputJsonSchema())));
});

it("prints the schema of a result with --result", async () => {
  const { terminal } = await runOnSite("schema --result");
  expect(JSON.parse(terminal.printed)).toEqual(JSON.parse(JSON.stringify(planResultJsonSchema())));
});
