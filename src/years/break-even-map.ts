import { bestAt } from "./break-evens.ts";
import type { BreakEvenMapInput } from "./years-input.ts";
import type { MapCell } from "./years-result.ts";
import type { YearsFrame } from "./years-frame.ts";
import { describeStarts } from "./describe-starts.ts";

/** The best schedule at every pair of factors on hashprice and rents. */
export function* breakEvenMap(
  frame: YearsFrame,
  { hashprice, leaseRate }: BreakEvenMapInput,
): Generator<unknown, readonly MapCell[]> {
  const cells: MapCell[] = [];
  for (const hashpriceFactor of hashprice) {
    for (const leaseFactor of leaseRate) {
      const schedule = yield* bestAt(frame, { hashprice: hashpriceFactor, powerPrice: 1, leaseRate: leaseFactor });
      if (!schedule) continue;
      const { mw, first } = describeStarts(frame, schedule.starts);
      cells.push({
        hashpriceFactor,
        leaseFactor,
        convertedMw: mw,
        ...(first !== undefined && { firstStart: first }),
        valueUsd: schedule.valueUsd,
      });
    }
  }
  return cells;
}
