import { describe, expect, it } from "vitest";
import * as entry from "../src/lp-io.ts";
import { randomProgram } from "./support/random-programs.ts";

describe("the entry point wattsplit/lp/io", () => {
  it("has these names and no others", () => {
    expect(Object.keys(entry).toSorted()).toEqual([
      "ProgramError",
      "readCplexLp",
      "readMps",
      "writeCplexLp",
      "writeMps",
    ]);
  });

  it("reads what it writes", () => {
    const lp = randomProgram(7);
    expect(entry.readMps(entry.writeMps(lp))).toMatchObject(lp);
    expect(entry.readCplexLp(entry.writeCplexLp(lp))).toMatchObject(lp);
    expect(() => entry.readMps("ROWS")).toThrow(entry.ProgramError);
  });
});
