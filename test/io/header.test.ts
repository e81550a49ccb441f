import { describe, expect, it } from "vitest";
import { Header } from "../../src/io/header.ts";

describe("Header", () => {
  const header = new Header([" Date ", "PRICE", "Price", ""]);

  it("finds headings without regard to case and blanks, of two alike the first", () => {
    expect([header.find("date"), header.find("price"), header.find("node")]).toEqual([0, 1, -1]);
    expect(header.findMatching(/^pri/i)).toBe(1);
    expect(header.width).toBe(3);
  });

  it("takes capitals, blanks and underscores for one spelling, the exact one before", () => {
    const spelled = new Header(["SETTLEMENT_LOCATION", "GMTIntervalEnd", "node id", "NodeID"]);
    expect(
      ["Settlement Location", "settlementlocation", "gmt_interval_end", "NODE_ID", "nodeid"].map((name) =>
        spelled.find(name),
      ),
    ).toEqual([0, 0, 1, 2, 3]);
  });

  it("gives all of several, or none", () => {
    expect(header.all("Price", "Date")).toEqual([1, 0]);
    expect(header.all("Price", "Node")).toBeUndefined();
  });
});
