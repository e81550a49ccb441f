import { expect, it } from "vitest";
import { upcomingService } from "../../../src/finance/debt/reserve-target.ts";
import { frame } from "../../support/finance-frame.ts";

it("the service of the months ahead, parts of periods in proportion", () => {
  const service = [0, 10, 20, 40];
  expect(upcomingService(service, 0, 6, frame(4, "quarter"))).toBe(30);
  expect(upcomingService(service, 1, 4, frame(4, "quarter"))).toBeCloseTo(20 + 40 / 3, 12);
  expect(upcomingService(service, 0, 6, frame(4))).toBe(5);
  expect(upcomingService(service, 3, 6, frame(4))).toBe(0);
  expect(upcomingService(service, 0, 0, frame(4))).toBe(0);
});
