import { expect, it } from "vitest";
import { figures, footer, page } from "../../../src/report/html/page.ts";

it("is one document without a script, with its title as text", () => {
  const html = page("a < b", footer());
  expect(html).toMatch(/^<!doctype html>/u);
  expect(html).toContain("<title>a &lt; b</title>");
  expect(html).not.toContain("<script");
  expect(html).toContain("costs are positive");
});

it("shows charts that were drawn elsewhere, with their title for screen readers", async () => {
  const none = () => [];
  expect(await figures([{ title: 'a "b"', svg: "<svg width='1'></svg>" }], none)).toEqual({
    html: `<figure><svg role="img" aria-label="a &quot;b&quot;" width='1'></svg></figure>`,
  });
  expect(await figures(false, none)).toEqual({ html: "" });
  expect(await figures(true, none)).toEqual({ html: "" });
});
