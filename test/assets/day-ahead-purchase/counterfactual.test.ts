import { expect, it } from "vitest";
import { dayAheadPurchaseForAiOnly } from "../../../src/assets/day-ahead-purchase/counterfactual.ts";
import type { Spec } from "../../../src/assets/day-ahead-purchase/schema.ts";

it("is the AI-only site's where the input says so", () => {
  expect(dayAheadPurchaseForAiOnly({ aiOnlyKeeps: false } as Spec)).toBeUndefined();
  expect(dayAheadPurchaseForAiOnly({ aiOnlyKeeps: true } as Spec)).toEqual({ aiOnlyKeeps: true });
});
