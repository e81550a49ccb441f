import { describe, expect, it } from "vitest";
import { byMonth } from "../../../src/assets/fields/by-month.ts";
import { z } from "../../../src/assets/fields/fields.ts";

describe("byMonth", () => {
  const schema = byMonth(z.number());

  it("takes values by month", () => {
    expect(schema.parse({ "2026-07": 41.5, "2026-12": 3 })).toEqual({ "2026-07": 41.5, "2026-12": 3 });
  });

  it.each(["2026-13", "2026-7", "2026-00", "July", "2026-07-01"])("refuses %s", (month) => {
    expect(schema.safeParse({ [month]: 1 }).error?.issues[0].path).toEqual([month]);
  });
});
