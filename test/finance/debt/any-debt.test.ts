import { expect, it } from "vitest";
import { debtKinds, readDebt } from "../../../src/finance/debt/any-debt.ts";
import { frame, read } from "../../support/finance-frame.ts";

it("reads a debt by its kind, and names the kinds", () => {
  const given = { kind: "term-loan", name: "a", ratePerYear: 0.1, amountUsd: 10, repaymentPeriods: 1 };
  expect(read(given, (fields) => readDebt(fields, frame(3))).principalUsd).toEqual([0, 10, 0]);
  expect(debtKinds).toEqual(["term-loan", "notes", "convertible", "equipment-loan"]);
  expect(() => read({ ...given, kind: "note" }, (fields) => readDebt(fields, frame(3)))).toThrow(
    'did you mean "notes"?',
  );
});
