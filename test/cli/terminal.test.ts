import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { processTerminal } from "../../src/cli/terminal.ts";

it("writes a file whole, over the one before, and leaves no partial file behind", () => {
  const folder = mkdtempSync(join(tmpdir(), "wattsplit-"));
  try {
    const file = join(folder, "a.csv");
    writeFileSync(file, "old");
    processTerminal.write(file, "new");
    expect(readFileSync(file, "utf8")).toBe("new");
    expect(processTerminal.read(file)).toBe("new");
    expect(processTerminal.exists(file)).toBe(true);
    expect(() => processTerminal.write(join(folder, "absent", "b"), "x")).toThrow(/ENOENT/);
    expect(readdirSync(folder)).toEqual(["a.csv"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("names the file that cannot be written, not the one that it writes first", () => {
  expect(() => processTerminal.write(join(tmpdir(), "no-such-folder-here", "out.csv"), "x")).toThrow(
    /out\.csv cannot be written \(ENOENT\); is there such a folder/u,
  );
});

it("says what to do about a file that cannot be read, in place of the system's words", () => {
  const absent = join(tmpdir(), "no-such-site.json");
  expect(() => processTerminal.read(absent)).toThrow(
    `${absent} cannot be read: there is no such file; check its folder and spelling`,
  );
  expect(() => processTerminal.read(tmpdir())).toThrow(`${tmpdir()} cannot be read: it is a folder; name a file in it`);
});
