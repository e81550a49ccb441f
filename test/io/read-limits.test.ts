import { describe, expect, it } from "vitest";
import { MAX_NAMES, MAX_NOTICES, namesListed, noticesListed } from "../../src/io/read-limits.ts";

const many = Array.from({ length: 1000 }, (_, i) => `n${i}`);

describe("lists in messages", () => {
  it("are whole up to the limit, and say beyond it how many there are", () => {
    expect(namesListed(["a", "b"])).toBe("a, b");
    expect(namesListed(many.slice(0, MAX_NAMES)).endsWith("n39")).toBe(true);
    expect(namesListed(many).endsWith("n39, ... (1000 in all)")).toBe(true);
    expect(noticesListed(many.slice(0, MAX_NOTICES))).toHaveLength(MAX_NOTICES);
    expect(noticesListed(many).at(-1)).toBe("900 more notices are not listed.");
  });
});
