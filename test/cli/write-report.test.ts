import { expect, it } from "vitest";
import { writeReport } from "../../src/cli/write-report.ts";
import { MissingPackageError } from "../../src/errors.ts";
import type { htmlReport } from "../../src/report/html/html-report.ts";
import { MemoryTerminal } from "../support/memory-terminal.ts";

/** As on a machine without the packages that draw charts. */
const without: typeof htmlReport = (_, options = {}) =>
  options.charts === false
    ? Promise.resolve("page without charts")
    : Promise.reject(new MissingPackageError("chartSvg draws with the package vega", {}));
const never = new AbortController().signal;

it("writes the page without charts and says so, where the packages are missing", async () => {
  const terminal = new MemoryTerminal();
  await writeReport({} as never, { report: "out.html" }, terminal, never, without);
  expect(terminal.files.get("out.html")).toBe("page without charts");
  expect(terminal.noted).toMatch(/^out\.html has no charts, .*npm install vega@6 vega-lite@~6\.4\n$/u);
});

it("refuses where charts are asked for, and says nothing where they are not", async () => {
  const terminal = new MemoryTerminal();
  await expect(
    writeReport({} as never, { report: "out.html", charts: true }, terminal, never, without),
  ).rejects.toThrow(/vega/);
  await writeReport({} as never, { report: "out.html", charts: false }, terminal, never, without);
  expect([terminal.noted, terminal.files.size]).toEqual(["", 1]);
});

it("writes nothing once it is interrupted, and nothing that was not asked for", async () => {
  const terminal = new MemoryTerminal();
  await expect(writeReport({} as never, { report: "x" }, terminal, AbortSignal.abort(), without)).rejects.toThrow(
    /abort/iu,
  );
  await writeReport({} as never, {}, terminal, never, without);
  expect(terminal.files.size).toBe(0);
});
