import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { caseFile, casesAbsence, casesPresent } from "../support/published-cases.ts";

/** Unit commitment needs whole numbers (start-up, minimum run time), which the planner does not model. */
const NOT_MODELLED = ["pypsa_unit_commitment_startup", "pypsa_unit_commitment_shutdown"];

it.runIf(casesPresent)(`28 of the 30 published cases are named by a test beside this one${casesAbsence}`, () => {
  const tests = readdirSync(new URL(".", import.meta.url))
    .filter((name) => name.endsWith(".test.ts") && name !== "all-cases.test.ts")
    .map((name) => readFileSync(new URL(name, import.meta.url), "utf8"))
    .join("\n");
  const ids = (JSON.parse(caseFile("cases.json")) as readonly { readonly id: string }[]).map(({ id }) => id);
  expect(ids.filter((id) => !tests.includes(`"${id}"`))).toEqual(NOT_MODELLED);
  expect(ids).toHaveLength(30);
});
