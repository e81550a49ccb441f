import { describe, expect, it } from "vitest";
import { FaultLog } from "../../src/io/fault-log.ts";
import { MAX_ATTRIBUTES, MAX_FIELD_CHARACTERS, MAX_LEVELS } from "../../src/io/read-limits.ts";
import { eachXmlElement } from "../../src/io/xml-elements.ts";
import { faultsOf } from "../support/price-lines.ts";

function elementsOf(text: string) {
  const faults = new FaultLog();
  const closed: string[] = [];
  eachXmlElement(text, faults, () => ({
    open: () => undefined,
    close: ({ name, path, text: own, firstChild }) =>
      void closed.push(
        `${[...path, name].join("/")} ${JSON.stringify(own)}${firstChild === undefined ? "" : ` with ${firstChild}`}`,
      ),
  }));
  return { closed, faults };
}

describe("eachXmlElement", () => {
  it("hands over elements as they close, with their own text", () => {
    const { closed, faults } = elementsOf(
      "\ufeff<?xml version='1.0'?><n:a x='1'> <b>1<![CDATA[<2>]]><!-- c -->&amp;3 </b>\n<c/>t</n:a>",
    );
    expect(closed).toEqual(['a/b "1<2>&3"', 'a/c ""', 'a "t" with b']);
    expect(faults.isEmpty).toBe(true);
  });

  it("reads a text that stands across its blocks", () => {
    const text = "y".repeat(70_000).match(/.{1,30000}/g) ?? [];
    expect(elementsOf(`<a>${text.map((part) => `<b>${part}</b>`).join("")}</a>`).closed[2]).toBe(
      `a/b ${JSON.stringify(text[2])}`,
    );
  });

  it.each([
    ["a million levels", "<a>".repeat(1e6), "elements nested on more than 100 levels"],
    [
      "many attributes",
      `<a ${Array.from({ length: 1e5 }, (_, i) => `a${i}=""`).join(" ")}/>`,
      `an element of more than ${MAX_ATTRIBUTES} attributes`,
    ],
    ["a long text", `<a>${"x".repeat(1e6)}</a>`, "a text of 1000000 characters in a"],
    [
      "a long text in CDATA and comments",
      `<a>${"<![CDATA[xx]]><!-- -->".repeat(2e4)}</a>`,
      `a text of ${MAX_FIELD_CHARACTERS + 1} characters in a`,
    ],
    ["an entity of its own", '<!DOCTYPE a [<!ENTITY x "1">]><a>&x;</a>', "undefined entity"],
    ["faults without end", `<a>${"&x;".repeat(1e6)}</a>`, "undefined entity"],
    ["an element that is not closed", "<a><b></a>", "unexpected close tag"],
    ["no element", "<!-- -->", "document must contain a root element"],
  ])("refuses %s at its first fault", (_, text, given) => {
    expect(faultsOf(() => elementsOf(text).faults.throwIfAny())).toEqual([expect.objectContaining({ line: 1, given })]);
  });

  it("takes what is at its limits", () => {
    expect(elementsOf("<a>".repeat(MAX_LEVELS) + "</a>".repeat(MAX_LEVELS)).faults.isEmpty).toBe(true);
    expect(elementsOf(`<a>${"x".repeat(MAX_FIELD_CHARACTERS)}</a>`).faults.isEmpty).toBe(true);
  });
});
