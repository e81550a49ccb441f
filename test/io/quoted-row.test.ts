import { describe, expect, it } from "vitest";
import { quotedRow } from "../../src/io/quoted-row.ts";

describe("quotedRow", () => {
  it.each<[string, string[], number]>([
    ['"a","b"\nc', ["a", "b"], 7],
    ['"a, ""b""" ,c', ['a, "b"', "c"], 13],
    ['a"b,"c\r\nd"\r\ne', ['a"b', "c\nd"], 10],
    ['"",', ["", ""], 3],
    ['"a"\t', ["a"], 4],
  ])("reads %j", (text, fields, end) => {
    expect(quotedRow(text, 0, ",")).toMatchObject({ fields, end, isUnclosed: false, isMisquoted: false });
  });

  it("counts the line ends in its fields", () => {
    expect(quotedRow('x;"a\r\nb\rc\nd";e', 0, ";").numBreaks).toBe(3);
    expect(quotedRow('x\n"a";b\nc', 2, ";")).toMatchObject({ fields: ["a", "b"], end: 7, numBreaks: 0 });
  });

  it("tells what is not closed, and what is closed too early", () => {
    expect(quotedRow('a,"b""', 0, ",")).toMatchObject({ isUnclosed: true, end: 6 });
    expect(quotedRow('"a"b",c\nd', 0, ",")).toMatchObject({ isMisquoted: true, end: 7 });
    // The separator is not a blank behind a closing quotation mark, even where it is one.
    expect(quotedRow('"a"\t"b"', 0, "\t").fields).toEqual(["a", "b"]);
  });
});
