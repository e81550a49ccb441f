import { expect, test } from "vitest";
import { resizedCap } from "../../../src/assets/ai-load/resized-cap.ts";

test("energy grows with the size, hours do not", () => {
  expect(resizedCap({ mwhPerYear: 100 }, 0.2)).toEqual({ interruptionCap: { mwhPerYear: 20 } });
  expect(resizedCap({ mwhPerYear: undefined }, 0.2)).toEqual({ interruptionCap: { mwhPerYear: undefined } });
  expect(resizedCap(undefined, 0.2)).toEqual({});
});
