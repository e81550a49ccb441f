import { describe, expect, it } from "vitest";
import { mpsSets } from "../../../src/lp/io/mps-sets.ts";
import type { ReadNotice } from "../../../src/lp/io/text-program.ts";

const at = (number: number): { number: number; text: string } => ({ number, text: "x" });

describe("mpsSets", () => {
  it("reads the first set, or the one the caller names", () => {
    const first = mpsSets({});
    expect([
      first.isRead("RHS", "A", at(1)),
      first.isRead("RHS", "B", at(2)),
      first.isRead("RHS", "A", at(3)),
      first.isRead("BOUNDS", "B", at(4)),
    ]).toEqual([true, false, true, true]);
    const named = mpsSets({ rhs: "B" });
    expect([named.isRead("RHS", "A", at(1)), named.isRead("RHS", "B", at(2))]).toEqual([false, true]);
  });

  it("lists at most ten names of many", () => {
    const sets = mpsSets({});
    for (let k = 0; k < 50; k++) sets.isRead("BOUNDS", `S${k}`, at(k + 1));
    const notices: ReadNotice[] = [];
    sets.finish(notices);
    expect(notices).toEqual([
      { line: 2, message: expect.stringMatching(/"S1", .*"S10" and 39 more \(49 lines\); the program uses "S0"/u) },
    ]);
  });

  it("refuses lines with and without a set's name in one section", () => {
    for (const [one, other] of [
      ["", "A"],
      ["A", ""],
    ]) {
      const sets = mpsSets({});
      sets.isRead("RANGES", one, at(1));
      expect(() => sets.isRead("RANGES", other, at(2))).toThrow(
        /^line 2: some lines of RANGES name a set and others do not/u,
      );
    }
  });
});
