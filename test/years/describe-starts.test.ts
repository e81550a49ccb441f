import { expect, test } from "vitest";
import { describeStarts } from "../../src/years/describe-starts.ts";
import { frameOf } from "../support/years-frame.ts";
import { oneBlock, years } from "../support/years-site.ts";

test("starts in MW, and the first of them", () => {
  const frame = frameOf(years({ conversions: [oneBlock({ rent: 100, capexUsdPerMw: 0 })] }));
  expect(describeStarts(frame, [[0, 0.5]])).toEqual({ mw: 5, first: "2025-Q2" });
  expect(describeStarts(frame, [[0, 0]])).toEqual({ mw: 0, first: undefined });
});
