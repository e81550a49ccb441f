import { beforeEach, expect, it, vi } from "vitest";
import { writeReport } from "../../src/cli/write-report.ts";
import { MissingPackageError } from "../../src/errors.ts";
import { htmlReport } from "../../src/report/html/html-report.ts";
import { MemoryTerminal } from "../support/memory-terminal.ts";

// As on a machine without the packages that draw charts.
vi.mock("../../src/report/html/html-report.ts", () => ({ htmlReport: vi.fn<typeof htmlReport>() }));
beforeEach(() => {
  vi.mocked(htmlReport).mockImplementation((_, options = {}) =>
    options.charts === false
      ? Promise.resolve("page without charts")
      : Promise.reject(new MissingPackageError("chartSvg draws with the package vega", {})),
  );
});
const never = new AbortController().signal;

it("writes the page without charts and says so, where the packages are missing", async () => {
  const terminal = new MemoryTerminal();
  await writeReport({} as never, { report: "out.html" }, terminal, never);
  expect(terminal.files.get("out.html")).toBe("page without charts");
  expect(terminal.noted).toMatch(/^out\.html has no charts, .*npm install vega@6 vega-lite@~6\.4\n$/u);
});

it("refuses where charts are asked for, and says nothing where they are not", async () => {
  const terminal = new MemoryTerminal();
  await expect(writeReport({} as never, { report: "out.html", charts: true }, terminal, never)).rejects.toThrow(/vega/);
  await writeReport({} as never, { report: "out.html", charts: false }, terminal, never);
  expect([terminal.noted, terminal.files.size]).toEqual(["", 1]);
});

it("writes nothing once it is interrupted, and nothing that was not asked for", async () => {
  const terminal = new MemoryTerminal();
  await expect(writeReport({} as never, { report: "x" }, terminal, AbortSignal.abort())).rejects.toThrow(/abort/iu);
  await writeReport({} as never, {}, terminal, never);
  expect(terminal.files.size).toBe(0);
});
