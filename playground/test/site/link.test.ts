import { describe, expect, it } from "vitest";
import { linkOf, LinkTooLongError, siteOfLink } from "../../src/site/link.ts";
import { homeFleet } from "../../src/site/presets/home-fleet.ts";
import { presets } from "../../src/site/presets/index.ts";

describe("a link that holds a site", () => {
  it("gives the same site back", async () => {
    const link = await linkOf(homeFleet, "https://example.org/playground/#site=old");
    expect(link.startsWith("https://example.org/playground/#site=")).toBe(true);
    expect(link).toMatch(/#site=[\w-]+$/u);
    expect(await siteOfLink(new URL(link).hash)).toEqual(homeFleet);
  });

  it("says so where the site is too large", async () => {
    const year = presets.find(({ id }) => id === "texas-year");
    await expect(linkOf(year?.site ?? homeFleet, "https://example.org/")).rejects.toThrow(LinkTooLongError);
  });

  it("is refused where it holds something else, and absent where there is none", async () => {
    expect(await siteOfLink("#details")).toBeUndefined();
    await expect(siteOfLink("#site=AAAA")).rejects.toThrow(/./u);
  });
});
