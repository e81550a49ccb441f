import { expect, it } from "vitest";
import { announcedCurtailments } from "../../../src/assets/non-firm-service/announced.ts";
import type { Spec } from "../../../src/assets/non-firm-service/schema.ts";

it("says when each curtailment is known, and what is known without it", () => {
  const curtailments = [
    { start: 1000, end: 2000, depth: 1 },
    { start: 5000, end: 6000, depth: 1 },
  ];
  const calls = announcedCurtailments({ noticeMinutes: 90, curtailments } as unknown as Spec);
  expect(calls.map(({ path, startMs, noticeHours }) => [path, startMs, noticeHours])).toEqual([
    ["curtailments[0]", 1000, 1.5],
    ["curtailments[1]", 5000, 1.5],
  ]);
  expect(calls[0].without.curtailments).toEqual([curtailments[1]]);
});
