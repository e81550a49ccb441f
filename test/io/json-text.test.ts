import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../src/io/json-text.ts";
import { MAX_LEVELS } from "../../src/io/read-limits.ts";

const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);

describe("parseJson", () => {
  it("reads what JSON.parse reads, behind a byte order mark too", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(parseJson(`\ufeff${text}`)).toEqual({ value: JSON.parse(text) });
      }),
      { seed: 20261130 },
    );
  });

  it("takes a hundred levels and refuses one more", () => {
    expect(parseJson(nested(MAX_LEVELS))).toHaveProperty("value");
    for (const levels of [MAX_LEVELS + 1, 1e6])
      expect(parseJson(nested(levels))).toMatchObject({ wanted: "at most 100 levels" });
    expect(parseJson('{"a":'.repeat(1e5))).toMatchObject({ wanted: "at most 100 levels" });
  });

  it("counts no brackets in texts, and neither of side by side", () => {
    const brackets = "[{".repeat(1000);
    expect(parseJson(JSON.stringify([brackets, `${brackets}\\`, `"${brackets}`]))).toHaveProperty("value");
    expect(parseJson(`[${Array.from({ length: 1000 }, () => nested(50)).join(",")}]`)).toHaveProperty("value");
  });

  it.each(["", "{", '{"a":1,}', `"${"x".repeat(1e6)}`, "[1]x", "\u0000"])(
    "tells what is wrong with %#, in short",
    (text) => {
      const found = parseJson(text);
      expect(found).toMatchObject({ wanted: "a complete JSON document" });
      expect(JSON.stringify(found).length).toBeLessThan(500);
    },
  );
});
