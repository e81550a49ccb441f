import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { builtPage } from "./support/browser.ts";

const MOST_BYTES = 500_000;

describe.skipIf(!existsSync(builtPage))("the built page", () => {
  it("has at most 500 kB, gzipped, with everything it may load", () => {
    const files = readdirSync(builtPage, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.map(
      ({ parentPath, name }) => gzipSync(readFileSync(join(parentPath, name)), { level: 9 }).length,
    );
    const total = bytes.reduce((sum, size) => sum + size, 0);
    console.log(`the page: ${(total / 1000).toFixed(0)} kB gzip`);
    expect(total).toBeGreaterThan(100_000);
    expect(total).toBeLessThanOrEqual(MOST_BYTES);
  });
});
