import { describe, expect, it } from "vitest";
import { FaultLog } from "../../src/io/fault-log.ts";
import { LinesAbove } from "../../src/io/lines-above.ts";

function above(...rows: string[]) {
  const lines = new LinesAbove();
  rows.forEach((row, i) => lines.add(row.split(","), i + 1));
  return lines;
}

describe("LinesAbove", () => {
  it("tells what was passed over", () => {
    expect(above().notice()).toBeUndefined();
    expect(above("# title").notice()).toBe('Line 1 is above the headings and ignored: "# title".');
    expect(above("# title", "# made, 2026").notice()).toBe(
      'Lines 1 to 2 are above the headings and ignored: "# title".',
    );
  });

  it("faults a row of numbers as wide as the table, and no title", () => {
    const check = (row: string, isOther?: () => boolean) => {
      const faults = new FaultLog();
      above(row).check(2, faults, isOther);
      return faults.isEmpty;
    };
    expect([
      check("2024-01-01,5"),
      check("title, day"),
      check("5"),
      check("# made,5"),
      check("2024-01-01,5", () => true),
    ]).toEqual([false, true, true, true, true]);
  });

  it("ends after 500 rows", () => {
    const lines = new LinesAbove();
    const answers = Array.from({ length: 500 }, (_, i) => lines.add(["x"], i + 1));
    expect([answers[498], answers[499]]).toEqual(["next", "stop"]);
  });

  it("takes for headings what has most of those that are sought, else the widest row", () => {
    const lines = above("title", "time,mw,note", "2024,1,x");
    expect(lines.likeliestHeadings(() => 0)).toEqual({ fields: ["time", "mw", "note"], line: 2 });
    expect(lines.likeliestHeadings((row) => Number(row[0] === "title")).line).toBe(1);
    expect(new LinesAbove().likeliestHeadings(() => 0)).toEqual({ fields: [], line: 1 });
  });
});
