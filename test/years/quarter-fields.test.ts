import { expect, test } from "vitest";
import { Fields } from "../../src/finance/input/fields.ts";
import { QuarterFields } from "../../src/years/quarter-fields.ts";

test("months are counted from the start of the plan", () => {
  const calendar = new QuarterFields(2027 * 12, 8);
  const fields = Fields.ofArgument("years", { a: "2027-05", b: "2026-12" });
  expect([calendar.months(fields, "a", 0), calendar.quarter(fields, "a", 0)]).toEqual([4, 1]);
  expect([calendar.quarter(fields, "b", 0), calendar.quarter(fields, "c", 7)]).toEqual([-1, 7]);
});
