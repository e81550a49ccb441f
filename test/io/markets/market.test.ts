import { describe, expect, it } from "vitest";
import { Header } from "../../../src/io/header.ts";
import { placeIn } from "../../../src/io/markets/market.ts";

describe("placeIn", () => {
  it("counts columns from 1 and names their heading", () => {
    expect(placeIn(new Header(["a", "b"]), 7, 1)).toEqual({ line: 7, column: 2, heading: "b" });
  });
});
