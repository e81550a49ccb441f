import { expect, it } from "vitest";
import { answersText, readAnswers } from "../../src/cli/answers-file.ts";
import { MemoryTerminal } from "../support/memory-terminal.ts";

const a = { id: "a", status: "optimal", figures: { costUsd: 1.5 } } as const;
const b = { id: "b", status: "failed", detail: "two\nlines", figures: {} } as const;

it("reads what it wrote, and files that were joined", () => {
  const terminal = new MemoryTerminal();
  terminal.files.set("x", `${answersText([a])}\n${answersText([b])}`);
  expect(readAnswers("x", terminal)).toEqual([a, b]);
  expect(readAnswers("nothing", terminal)).toEqual([]);
});

it("takes the last answer to a case", () => {
  const terminal = new MemoryTerminal();
  terminal.files.set("x", answersText([b, { ...b, status: "optimal" }]));
  expect(readAnswers("x", terminal).map(({ status }) => status)).toEqual(["optimal"]);
});

it.each(["{", "5", "null", '{"id":5}', '{"id":"a","status":"optimal"}'])("refuses the line %s", (line) => {
  const terminal = new MemoryTerminal();
  terminal.files.set("x", `${answersText([a])}${line}\n`);
  expect(() => readAnswers("x", terminal)).toThrow("x: line 2 is not the answer to a case");
});
