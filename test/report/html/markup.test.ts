import { describe, expect, it } from "vitest";
import { element, list, numberText, section, tableOf, text } from "../../../src/report/html/markup.ts";

describe("markup", () => {
  it("escapes text, in whatever it is put", () => {
    const wicked = '<b onclick="x">&';
    const safe = "&lt;b onclick=&quot;x&quot;&gt;&amp;";
    expect(text(wicked).html).toBe(safe);
    expect(element("p", wicked).html).toBe(`<p>${safe}</p>`);
    expect(list([wicked]).html).toBe(`<ul><li>${safe}</li></ul>`);
    expect(tableOf([wicked], [[wicked]]).html).not.toContain("<b");
  });

  it("leaves out a section without content", () => {
    expect(section("a", "A", list([]), tableOf(["h"], [])).html).toBe("");
    expect(section("a", "A", "x").html).toBe('<section id="a"><h2>A</h2>x</section>');
  });

  it.each([
    [0, "0"],
    [-0.0001, "0"],
    [1234567.8, "1,234,568"],
    [-1234, "-1,234"],
    [12.3456, "12.35"],
    [100, "100"],
    [0.05, "0.05"],
    [NaN, "NaN"],
  ])("writes %d as %s", (value, written) => {
    expect(numberText(value)).toBe(written);
  });
});
