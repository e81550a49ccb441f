import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../scripts/docs.ts";
import { sitePage } from "../../scripts/build-site.ts";
import { commonJsDeclarations, commonJsEntry } from "../../scripts/commonjs-entries.ts";
import { withAbsoluteLinks } from "../../scripts/pack-readme.ts";
import { releaseFaults, type ReleaseFacts } from "../../scripts/release.ts";
import { addressOf, filesWithAddress, isPlaceholder } from "../../scripts/repository-address.ts";

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  version: string;
  homepage: string;
  bugs: { url: string };
  repository: { url: string };
};
const address = addressOf(manifest);
const texts = filesWithAddress()
  .filter((path) => existsSync(join(root, path)))
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

describe("the address of the repository", () => {
  it("is one, in package.json and wherever a link must be absolute, set or still the placeholder", () => {
    expect(manifest.homepage).toBe(`${address}#readme`);
    expect(manifest.bugs.url).toBe(`${address}/issues`);
    const others = texts.flatMap(({ path, text }) =>
      [...text.matchAll(/https:\/\/[\w.-]+\/[\w.-]+\/wattsplit\b/gu)]
        .filter(([found]) => found !== address)
        .map(([found]) => `${path}: ${found}`),
    );
    expect(others).toEqual([]);
    // A repository that has an address has no placeholder left.
    if (!isPlaceholder(address)) for (const { path, text } of texts) expect(text, path).not.toContain("/OWNER/");
    expect(isPlaceholder("https://github.com/OWNER/wattsplit")).toBe(true);
    expect(isPlaceholder("https://github.com/acme/wattsplit")).toBe(false);
  });
});

describe("a release", () => {
  const ready: ReleaseFacts = {
    version: "0.2.0",
    address: "https://github.com/acme/wattsplit",
    changelog: "# Changelog\n\n## [0.2.0] - 2026-12-01\n",
    changed: [],
    tags: ["v0.2.0"],
  };

  it("is ready with a version, an address, a section of the changelog, a tag and nothing uncommitted", () => {
    expect(releaseFaults(ready)).toEqual([]);
  });

  it.each([
    [{ version: "0.2" }, 'version "0.2"'],
    [{ address: "https://github.com/OWNER/wattsplit" }, "placeholder"],
    [{ changelog: "## [0.2.0]\n" }, 'no section "## [0.2.0] - YYYY-MM-DD"'],
    [{ changelog: "## [0x2.0] - 2026-12-01\n" }, "no section"],
    [{ changed: ["src/index.ts"] }, "not committed: src/index.ts"],
    [{ tags: ["v0.1.0"] }, "no tag v0.2.0"],
  ])("is not ready with %o", (change, why) => {
    expect(releaseFaults({ ...ready, ...change }).join("\n")).toContain(why);
  });

  it("is published by a workflow with provenance and without a token", () => {
    const workflow = readFileSync(join(root, ".github/workflows/release.yml"), "utf8");
    expect(workflow).toContain("id-token: write");
    expect(workflow).toContain("npm run release -- --publish");
    expect(workflow).not.toMatch(/NODE_AUTH_TOKEN|NPM_TOKEN|secrets\./u);
  });

  it("is checked on Node 20, 22 and 24 by the script that anyone can run", () => {
    const workflow = readFileSync(join(root, ".github/workflows/ci.yml"), "utf8");
    expect(workflow).toContain("node: [20, 22, 24]");
    expect(workflow).toContain("- run: .ci/run");
  });
});

describe("the README of the tarball", () => {
  it("has absolute links and pictures, and its code as it was", () => {
    const text = withAbsoluteLinks(
      "[a](docs/a.md), ![p](p.svg) `[b](c)` [d](https://e.f)\n```\n[g](h)\n```\n",
      address,
    );
    expect(text).toBe(
      `[a](${address}/blob/main/docs/a.md), ![p](${address}/raw/main/p.svg) \`[b](c)\` [d](https://e.f)\n\`\`\`\n[g](h)\n\`\`\`\n`,
    );
  });
});

describe("a page of the site", () => {
  it("links to pages of the site, and to the repository for what is not on it", () => {
    const text = sitePage(
      "guides/a.md",
      "[a](b.md#c) [d](../input.md) [e](../../CHANGELOG.md) [f](../../src/x.ts) [g](https://h.i)",
    );
    expect(text).toBe(
      `[a](b.md#c) [d](../input.md) [e](../changelog.md) [f](${address}/blob/main/src/x.ts) [g](https://h.i)`,
    );
  });
});

describe("the CommonJS face of an entry point", () => {
  it("is the ES module itself, and says which Node it needs", () => {
    expect(commonJsEntry("lp")).toContain('module.exports = require("./lp.js");');
    expect(commonJsEntry("lp")).toContain("Node 20.19, 22.12 or newer");
  });

  it("declares values, and a class as value and type", () => {
    const text = commonJsDeclarations("lp", [
      { name: "solveLp", isValue: true, isType: false },
      { name: "LpBuilder", isValue: true, isType: true },
      { name: "LpOptions", isValue: false, isType: true },
    ]);
    expect(text.match(/export declare const/gu)).toHaveLength(2);
    expect(text).toContain("export type LpBuilder =");
    expect(text).not.toContain("LpOptions");
  });
});
