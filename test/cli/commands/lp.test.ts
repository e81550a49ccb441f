import { expect, it } from "vitest";
import { run } from "../../../src/cli/run.ts";
import { MemoryTerminal } from "../../support/memory-terminal.ts";

const LP = "min\n obj: x + 2 y\nst\n c1: x + y >= 3\n c2: x <= 1\nend\n";

it("solves a program and writes its columns by name", async () => {
  const terminal = new MemoryTerminal();
  terminal.files.set("a.lp", LP);
  expect(await run(["lp", "a.lp", "--solution", "x.csv"], terminal, () => 0)).toBe(0);
  expect(terminal.printed).toMatch(/status {5}optimal\nobjective {2}5\n/u);
  expect(terminal.files.get("x.csv")).toBe("column,value\r\nx,1\r\ny,2\r\n");
});

it("ends with 2 where the program is infeasible", async () => {
  const terminal = new MemoryTerminal();
  terminal.files.set("a.lp", "min\n obj: x\nst\n c1: x >= 3\n c2: x <= 1\nend\n");
  expect(await run(["lp", "a.lp"], terminal, () => 0)).toBe(2);
});
