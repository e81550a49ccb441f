import { describe, expect, it } from "vitest";
import { FaultLog } from "../../src/io/fault-log.ts";
import { Header } from "../../src/io/header.ts";
import { StampColumn } from "../../src/io/stamp-column.ts";
import { faultsOf } from "../support/price-lines.ts";

describe("StampColumn", () => {
  it("keeps the layout of its first stamp, and reports invalid ones by line and column", () => {
    const faults = new FaultLog();
    const day = new StampColumn(
      new Header(["HE", "Day"]),
      1,
      ["MM/dd/yyyy", "yyyy-MM-dd"],
      "a date like 11/03/2024",
      faults,
    );
    expect(day.msIn(["1", "soon"], 2)).toBeNaN();
    expect(day.msIn(["1", "2024-02-29"], 3)).toBe(Date.UTC(2024, 1, 29));
    expect(day.msIn(["1", "03/01/2024"], 4)).toBeNaN();
    const place = { column: 2, heading: "Day", wanted: "a date like 11/03/2024", fix: "correct the stamp" };
    expect(faultsOf(() => faults.throwIfAny())).toEqual([
      { line: 2, given: '"soon"', ...place },
      { line: 4, given: '"03/01/2024"', ...place },
    ]);
  });
});
