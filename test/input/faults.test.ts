import { describe, expect, it } from "vitest";
import * as z from "zod";
import { instant, number } from "../../src/assets/fields/fields.ts";
import { quantity } from "../../src/assets/fields/quantities.ts";
import type { ParseContext } from "../../src/input/parse-context.ts";
import { addIssues, parseSettings, unknownKey, unknownWord } from "../../src/input/faults.ts";

const schema = z.strictObject({
  mw: number(quantity.powerMw).optional(),
  count: z.int().min(1).max(9).optional(),
  flag: z.boolean().optional(),
  label: z.string().min(1).max(5).optional(),
  when: instant().optional(),
  mode: z.enum(["a", "b"]).optional(),
  list: z.array(z.number()).min(1).optional(),
  end: z
    .discriminatedUnion("rule", [
      z.strictObject({ rule: z.literal("free") }),
      z.strictObject({ rule: z.literal("at-least"), mwh: z.number() }),
    ])
    .optional(),
  rig: z.union([z.string(), z.strictObject({ th: z.number(), w: z.number() })]).optional(),
  peaks: z.record(z.string().regex(/^\d{4}-\d\d$/, { error: "a month; write it so" }), z.number()).optional(),
  must: z.number().optional(),
});

function faults(input: unknown, timeZone = "America/Chicago") {
  const parsed = schema.safeParse(input, parseSettings);
  const context: ParseContext = { faults: [], notices: [], timeZone };
  addIssues(parsed.error?.issues ?? [], "assets[2]", context);
  return context.faults;
}

describe("addIssues", () => {
  it.each([
    [
      { mw: 80_000 },
      {
        path: "assets[2].mw",
        given: "80000",
        wanted: "a number of MW from 0 to 10000",
        fix: "is this kW? divide by 1000",
      },
    ],
    [{ mw: -1 }, { path: "assets[2].mw", given: "-1", wanted: "a number of MW from 0 to 10000" }],
    [
      { mw: "12" },
      { given: 'the text "12"', wanted: "a number of MW from 0 to 10000", fix: "write it without quotation marks" },
    ],
    [{ mw: Infinity }, { given: "Infinity", fix: "give a finite number; if there is no limit, leave the field out" }],
    [
      { mw: null },
      { given: "null", fix: "give a value, or leave the field out if it is optional; null is not read as 0" },
    ],
    [{ count: 1.5 }, { path: "assets[2].count", given: "1.5", wanted: "a whole number" }],
    [{ count: 0 }, { wanted: "at least 1" }],
    [{ count: 10 }, { wanted: "at most 9" }],
    [{ flag: 1 }, { wanted: "true or false" }],
    [{ label: "" }, { wanted: "at least 1 characters" }],
    [{ label: 5 }, { wanted: "a text" }],
    [
      { when: "2026-07-14T17:00:00" },
      {
        path: "assets[2].when",
        wanted: "an ISO-8601 date and time with its UTC offset",
        fix: "add the offset: America/Chicago has -05:00 at that time",
      },
    ],
    [{ mode: "c" }, { wanted: '"a" or "b"' }],
    [{ list: [] }, { path: "assets[2].list", wanted: "at least 1 entries" }],
    [{ list: [1, "x"] }, { path: "assets[2].list[1]" }],
    [
      { end: { rule: "never" } },
      { path: "assets[2].end.rule", given: 'the text "never"', wanted: '"free" or "at-least"' },
    ],
    [{ end: { rule: "at-least" } }, { path: "assets[2].end.mwh", given: "nothing", fix: "add it" }],
    [{ rig: { th: 270, w: "x" } }, { path: "assets[2].rig.w", given: 'the text "x"' }],
    [{ rig: 5 }, { path: "assets[2].rig", given: "5" }],
    [{ cuont: 5 }, { path: "assets[2].cuont", given: 'the unknown field "cuont"', fix: 'did you mean "count"?' }],
    [{ zzz: 5 }, { path: "assets[2].zzz", fix: "remove it" }],
    [
      { peaks: { july: 4 } },
      { path: "assets[2].peaks.july", given: 'the text "july"', wanted: "a month", fix: "write it so" },
    ],
  ])("reads %o", (input, expected) => {
    const found = faults(input);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(expected);
    for (const text of Object.values(found[0])) expect(text).not.toBe("");
  });

  it("gives every unknown key a fault of its own, also within an object of a union", () => {
    expect(faults({ a1: 1, b2: 2 }).map(({ path }) => path)).toEqual(["assets[2].a1", "assets[2].b2"]);
    expect(faults({ end: { rule: "free", mwh: 3 } })).toMatchObject([
      { path: "assets[2].end.mwh", wanted: "one of the fields rule" },
    ]);
  });

  it("names an input that is not an object", () => {
    expect(faults([])).toMatchObject([{ path: "assets[2]", given: "an array of 0 entries", wanted: "an object" }]);
  });
});

describe("unknownKey and unknownWord", () => {
  it("suggest the nearest, or say what to do", () => {
    expect(unknownKey("colour", ["color"])).toEqual([
      'the unknown field "colour"',
      "one of the fields color",
      'did you mean "color"?',
    ]);
    expect(unknownWord("deisel", ["grid", "diesel"], "choose")[2]).toBe('did you mean "diesel"?');
    expect(unknownWord(7, ["grid", "diesel"], "choose")).toEqual(["7", 'one of "grid" or "diesel"', "choose"]);
    expect(unknownWord("a", ["tank"], "remove it")[1]).toBe('"tank"');
    expect(unknownWord("a", [], "remove it")[1]).toBe("nothing, because the list is empty");
  });
});
