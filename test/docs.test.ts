import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assetPages } from "../scripts/asset-pages/pages.ts";
import { fieldsOf, type SchemaNode } from "../scripts/asset-pages/field-table.ts";
import { SourceDocs, toMarkdown } from "../scripts/asset-pages/source-docs.ts";
import { unitOfName } from "../scripts/asset-pages/units.ts";
import { generatedPages, generatedResultSchemas, generatedSources, pagesFolder, root } from "../scripts/docs.ts";
import type { AnyAssetKind } from "../src/assets/asset.ts";
import { everyProperty } from "../scripts/input-json-schema.ts";
import { number, z } from "../src/assets/fields/fields.ts";
import { assetKinds } from "../src/assets/index.ts";
import { quantity } from "../src/assets/fields/quantities.ts";
import { tariffParts } from "../src/assets/tariff/index.ts";

const pages = generatedPages();

describe("docs/assets", () => {
  it("is what the sources say; where this fails, run `npm run docs` and look at the difference", () => {
    const committed = readdirSync(pagesFolder, { recursive: true, encoding: "utf8" })
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => path.endsWith(".md"));
    expect(committed.toSorted()).toEqual([...pages.keys()].toSorted());
    for (const [path, text] of pages) expect(readFileSync(join(pagesFolder, path), "utf8"), path).toBe(text);
  });

  it("has a page for every kind and every part of a tariff, all of them in the index, with rows and fields", () => {
    const index = pages.get("index.md") ?? "";
    for (const { kind } of assetKinds) expect(index).toContain(`[${kind}](${kind}.md)`);
    for (const part of Object.keys(tariffParts)) expect(index).toContain(`[${part}](tariff/`);
    expect(pages.size).toBe(assetKinds.length + Object.keys(tariffParts).length + 1);
    for (const [path, text] of pages) {
      if (path === "index.md") continue;
      expect(text, path).toContain("## Input fields\n\n| field | type |");
      expect(text, path).not.toMatch(/undefined|\[object/u);
    }
  });

  it("links to pages that are there", () => {
    for (const [path, text] of pages) {
      for (const [, target] of text.matchAll(/\]\(([^)]+)\)/gu))
        expect(pages.has(target), `${path} -> ${target}`).toBe(true);
    }
  });

  it("takes a new kind up from its list and its file alone", () => {
    const source = `/**
 * A kettle. It draws what it must:
 *
 *     boil_t <= limitMw_t
 */
const schema = z.strictObject({ kind: z.literal("kettle") });
interface Inner {
  /** Of water. */
  readonly boiledMwh: number;
}
export interface KettleReading extends AssetReading {
  readonly kind: "kettle";
  readonly series: { readonly boilMw: Float64Array };
  readonly totals: Inner;
}
`;
    const kettle = {
      kind: "kettle",
      role: "ai-load",
      schema: z.strictObject({ kind: z.literal("kettle"), limitMw: number(quantity.powerMw, "At the plug") }),
      stateSchema: z.strictObject({}),
    };
    const made = assetPages(
      [kettle as unknown as AnyAssetKind],
      {},
      new SourceDocs(new Map([["src/assets/kettle.ts", source]])),
    );
    expect(made.get("kettle.md")).toContain("A kettle. It draws what it must:\n\n```\nboil_t <= limitMw_t\n```");
    expect(made.get("kettle.md")).toContain("| `limitMw_t` | `limitMw` | MW | At the plug |");
    expect(made.get("kettle.md")).toContain("| `limitMw` | number | MW | >= 0, <= 10000 | required | At the plug |");
    expect(made.get("kettle.md")).toContain("| `series.boilMw` | MW |  |\n| `totals.boiledMwh` | MWh | Of water. |");
    expect(made.get("index.md")).toContain("| [kettle](kettle.md) | ai-load | A kettle. |");
  });

  it("says where a head is missing", () => {
    const docs = new SourceDocs(new Map([["src/assets/bare.ts", "export const bare: Kind = 1;\n"]]));
    expect(() => docs.header(docs.fileOfConst("bare"))).toThrow(
      "src/assets/bare.ts has no docstring at its head; describe the asset and its rows there.",
    );
    expect(() => docs.fileOfKind("ghost")).toThrow('z.literal("ghost") is in 0 files');
  });
});

describe("the JSON Schema and the types of the input", async () => {
  const sources = await generatedSources();

  it("are what the schemas say; where this fails, run `npm run docs`", () => {
    for (const [path, text] of sources) expect(readFileSync(join(root, path), "utf8"), path).toBe(text);
    const types = readdirSync(join(root, "src/plan-input"), { recursive: true, encoding: "utf8" })
      .map((path) => `src/plan-input/${path.replaceAll("\\", "/")}`)
      .filter((path) => path.endsWith(".ts"));
    expect(types.toSorted()).toEqual([...sources.keys()].filter((path) => path.endsWith(".ts")).toSorted());
  });

  it("every property has a description", () => {
    const bare: string[] = [];
    let numProperties = 0;
    everyProperty(JSON.parse(sources.get("src/schema/plan-input.json") ?? ""), (name, { description }) => {
      numProperties++;
      if (!description) bare.push(name);
    });
    expect(bare).toEqual([]);
    expect(numProperties).toBeGreaterThan(390);
  });

  it("every field has its meaning, unit and default over it", () => {
    const battery = sources.get("src/plan-input/battery.ts");
    expect(battery).toContain(
      "  /**\n   * Bus to store (default: REopt, 0.96 x sqrt 0.975).\n   * Limits: > 0, <= 1.\n" +
        "   * @defaultValue `0.948`\n   */\n" +
        "  readonly chargeEfficiency?: number | undefined;\n",
    );
    expect(battery).toContain("   * Unit: MW. Limits: >= 0, <= 10000.\n   */\n  readonly chargeLimitMw: number;\n");
  });
});

describe("the JSON Schemas of results", () => {
  it("are what the types say; where this fails, run `npm run docs`", { timeout: 120_000 }, () => {
    const input = readFileSync(join(root, "src/schema/plan-input.json"), "utf8");
    expect(readFileSync(join(root, "src/schema/results.json"), "utf8") === generatedResultSchemas(input)).toBe(true);
  });
});

describe("the parts of a page", () => {
  it("keep mathematics together over blank lines, and prose out of it", () => {
    expect(toMarkdown("\n * Rows:\n *\n *     a\n *\n *       b\n * So.\n ")).toBe(
      "Rows:\n\n```\na\n\n  b\n```\n\nSo.",
    );
  });

  it("put forms of an object together: what tells them apart once, each field with its form", () => {
    const rule = z.discriminatedUnion("rule", [
      z.strictObject({ rule: z.literal("free") }),
      z.strictObject({ rule: z.literal("value"), usd: z.number().gt(0) }),
    ]);
    const fields = fieldsOf(z.toJSONSchema(z.strictObject({ end: rule.optional() }), { io: "input" }) as SchemaNode);
    expect(fields.map(({ path, type, limits, given, meaning }) => [path, type, limits, given, meaning])).toEqual([
      ["end", "object", "", "", ""],
      ["end.rule", '`"free"` or `"value"`', "", "required", ""],
      ["end.usd", "number", "> 0", "required", 'With rule `"value"`.'],
    ]);
  });

  it("read units off names", () => {
    expect(
      ["importMw", "storedMwh", "storedValueUsdPerMwh", "hashratePhPerS", "month", "co2T"].map(unitOfName),
    ).toEqual(["MW", "MWh", "USD/MWh", "PH/s", "", "t CO2"]);
  });
});
