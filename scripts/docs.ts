/** `npm run docs` writes the generated files: `docs/assets/`, types of the input, JSON Schemas of input and results. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { assetKinds } from "../src/assets/index.ts";
import { tariffParts } from "../src/assets/tariff/index.ts";
import type { SchemaNode } from "./asset-pages/field-table.ts";
import { assetPages, firstSentence, type PartToDocument } from "./asset-pages/pages.ts";
import { SourceDocs } from "./asset-pages/source-docs.ts";
import { inputJsonSchema, sizingInputJsonSchema } from "./input-json-schema.ts";
import { inputTypes } from "./input-types.ts";
import { resultJsonSchemas } from "./result-json-schema.ts";

export const root = fileURLToPath(new URL("../", import.meta.url));
export const pagesFolder = join(root, "docs/assets");

function sourceDocs(): SourceDocs {
  const texts = new Map<string, string>();
  for (const folder of ["src/assets", "src/model"]) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })) {
      if (name.endsWith(".ts"))
        texts.set(`${folder}/${name.replaceAll("\\", "/")}`, readFileSync(join(root, folder, name), "utf8"));
    }
  }
  return new SourceDocs(texts);
}

/** The generated pages, by path below `docs/assets/`. */
export function generatedPages(docs = sourceDocs()): Map<string, string> {
  return assetPages(assetKinds, tariffParts as unknown as Readonly<Record<string, PartToDocument>>, docs);
}

/** Other generated files, by path from the root of the repository. */
export async function generatedSources(docs = sourceDocs()): Promise<Map<string, string>> {
  const about = (names: readonly string[], fileOf: (name: string) => string) =>
    Object.fromEntries(names.map((name) => [name, firstSentence(docs.header(fileOf(name)))]));
  const parts = Object.keys(tariffParts);
  const schema = inputJsonSchema({
    kinds: about(
      assetKinds.map(({ kind }) => kind),
      (kind) => docs.fileOfKind(kind),
    ),
    tariffParts: about(parts, (part) => docs.fileOfConst(part)),
  });
  const types = await inputTypes(schema as SchemaNode, parts);
  return new Map([
    ["src/schema/plan-input.json", `${JSON.stringify(schema, null, 1)}\n`],
    ["src/schema/sizing-input.json", `${JSON.stringify(sizingInputJsonSchema(), null, 1)}\n`],
    ...[...types].map(([path, text]): [string, string] => [`src/plan-input/${path}`, text]),
  ]);
}

/** Reads the types of all sources, which takes a few seconds. `inputSchema` is the text of `plan-input.json`. */
export function generatedResultSchemas(inputSchema: string): string {
  const { initialState } = JSON.parse(inputSchema).properties as Readonly<Record<string, SchemaNode>>;
  const exportedBy = {
    PlanResult: "src/index.ts",
    BaselineComparison: "src/compare.ts",
    SizingResult: "src/sizing.ts",
  };
  const schemas = resultJsonSchemas(root, exportedBy, initialState.additionalProperties as SchemaNode);
  return `${JSON.stringify(schemas, null, 1)}\n`;
}

/** Removes pages and types that no longer exist. */
export async function writeGenerated(): Promise<void> {
  for (const folder of [pagesFolder, join(root, "src/plan-input")]) rmSync(folder, { recursive: true, force: true });
  const pages = [...generatedPages()].map(([path, text]) => [join(pagesFolder, path), text]);
  const sources = [...(await generatedSources())].map(([path, text]) => [join(root, path), text]);
  for (const [file, text] of [...pages, ...sources]) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const inputSchema = readFileSync(join(root, "src/schema/plan-input.json"), "utf8");
  writeFileSync(join(root, "src/schema/results.json"), generatedResultSchemas(inputSchema));
}
