import { expect, test } from "vitest";
import { Fields } from "../../src/finance/input/fields.ts";
import { namelessAsset } from "../../src/years/nameless-asset.ts";

test("a name within an option is a fault", () => {
  const fields = Fields.ofArgument("years", { load: { kind: "ai-firm" }, other: { name: "x" } });
  expect(namelessAsset(fields, "load")).toEqual({ kind: "ai-firm" });
  expect(fields.faults.isEmpty).toBe(true);
  namelessAsset(fields, "other");
  expect(fields.faults.listed[0].path).toBe("years.other");
});
