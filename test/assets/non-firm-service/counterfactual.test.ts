import { expect, it } from "vitest";
import { nonFirmServiceForAiOnly } from "../../../src/assets/non-firm-service/counterfactual.ts";
import type { Spec } from "../../../src/assets/non-firm-service/schema.ts";

it("is the AI-only site's too unless the input says otherwise", () => {
  expect(nonFirmServiceForAiOnly({ aiOnlyKeeps: false } as Spec)).toBeUndefined();
  expect(nonFirmServiceForAiOnly({ aiOnlyKeeps: true } as Spec)).toEqual({ aiOnlyKeeps: true });
});
