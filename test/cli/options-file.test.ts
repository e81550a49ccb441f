import { expect, it } from "vitest";
import { readOptionsFile } from "../../src/cli/options-file.ts";
import { MemoryTerminal } from "../support/memory-terminal.ts";

it("reads an object, and says what it should hold otherwise", () => {
  const terminal = new MemoryTerminal();
  terminal.files.set("a.json", '{ "x": 1 }');
  terminal.files.set("b.json", "[]");
  terminal.files.set("c.json", "{");
  expect(readOptionsFile("a.json", "{ x }", terminal)).toEqual({ x: 1 });
  expect(() => readOptionsFile("b.json", "{ x }", terminal)).toThrow("b.json: wanted an object, { x }");
  expect(() => readOptionsFile("c.json", "{ x }", terminal)).toThrow("c.json: is not JSON");
});
