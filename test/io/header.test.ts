import { describe, expect, it } from "vitest";
import { Header } from "../../src/io/header.ts";

describe("Header", () => {
  const header = new Header([" Date ", "PRICE", "Price", ""]);

  it("finds headings without regard to case and blanks, of two alike the first", () => {
    expect([header.find("date"), header.find("price"), header.find("node")]).toEqual([0, 1, -1]);
    expect(header.findLike(/^pri/i)).toBe(1);
    expect(header.width).toBe(3);
  });

  it("gives all of several, or none", () => {
    expect(header.all("Price", "Date")).toEqual([1, 0]);
    expect(header.all("Price", "Node")).toBeUndefined();
  });
});
