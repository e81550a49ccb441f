import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import * as zod from "zod";
import { describe, expect, it } from "vitest";
import { looseObject, strictObject } from "../../../src/assets/fields/object-schema.ts";

describe("object schemas", () => {
  const fields = { name: zod.string(), mw: zod.number().optional() };

  it("are those of zod in all they take and refuse", () => {
    for (const [own, other] of [
      [strictObject(fields), zod.strictObject(fields)],
      [looseObject(fields), zod.looseObject(fields)],
    ] as const) {
      for (const input of [
        { name: "a" },
        { name: "a", mw: 1 },
        { name: 5 },
        { name: "a", more: 1 },
        {},
        null,
        [],
        "text",
      ]) {
        const [mine, theirs] = [own.safeParse(input), other.safeParse(input)];
        expect([mine.success, mine.data, mine.error?.issues]).toEqual([
          theirs.success,
          theirs.data,
          theirs.error?.issues,
        ]);
      }
      expect(zod.toJSONSchema(own)).toEqual(zod.toJSONSchema(other));
      expect(own.shape.name).toBe(fields.name);
      expect(own.describe("words").extend({ more: zod.boolean() }).safeParse({ name: "a", more: 1 }).success).toBe(
        false,
      );
    }
  });

  it("leave the host's zod as it is", () => {
    const before = { ...zod.config() };
    strictObject(fields).extend({ more: zod.boolean() });
    expect({ ...zod.config() }).toEqual(before);
    zod.config({ jitless: false });
    strictObject(fields);
    expect(zod.config().jitless).toBe(false);
    delete zod.config().jitless;
  });
});

// A strict Content Security Policy reports every try to make a function of a text, also one that is caught.
it("the library makes no function of a text, whatever it is asked", () => {
  const folder = mkdtempSync(join(tmpdir(), "wattsplit-csp-"));
  try {
    const outfile = join(folder, "bundle.mjs");
    buildSync({
      stdin: {
        contents: 'export * from "./src/index.ts"; export * from "./src/compare.ts";',
        resolveDir: process.cwd(),
      },
      bundle: true,
      format: "esm",
      platform: "neutral",
      mainFields: ["module", "main"],
      outfile,
      logLevel: "error",
    });
    const page = join(folder, "page.mjs");
    writeFileSync(
      page,
      `
      let asked = 0;
      const refuse = () => { asked++; throw new EvalError("unsafe-eval"); };
      globalThis.Function = new Proxy(Function, { construct: refuse, apply: refuse });
      globalThis.eval = refuse;
      const { planPower, compareBaselines } = await import(${JSON.stringify(outfile)});
      const start = "2026-07-14T00:00:00-05:00";
      const horizon = { start, timeZone: "America/Chicago", intervalMinutes: 60, count: 2 };
      const assets = [
        { kind: "grid", name: "grid", importLimitMw: 50, importPriceUsdPerMwh: 20 },
        { kind: "ai-firm", name: "ai", facilityMw: 5 },
      ];
      const counterfactual = { aiOnlyImportLimitMw: 40, basis: "letter", assetsAiOnlyKeeps: [] };
      const { status } = planPower({ horizon, assets });
      compareBaselines({ horizon, assets, counterfactual });
      try { planPower({ horizon, assets: [{ kind: "battery" }] }); } catch {}
      console.log(status, asked);
    `,
    );
    expect(execFileSync(process.execPath, [page], { encoding: "utf8" }).trim()).toBe("optimal 0");
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
