/** `npm run docs`: writes what is made from the sources: `docs/assets/` and the JSON Schema of the input. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { assetKinds } from "../src/assets/index.ts";
import { tariffParts } from "../src/assets/tariff/index.ts";
import { assetPages, type PartToDocument } from "./asset-pages/pages.ts";
import { SourceDocs } from "./asset-pages/source-docs.ts";
import { inputJsonSchema } from "./input-json-schema.ts";

export const root = fileURLToPath(new URL("../", import.meta.url));
export const pagesFolder = join(root, "docs/assets");

/** The pages as the sources say them, by path below `docs/assets/`. */
export function generatedPages(): Map<string, string> {
  const texts = new Map<string, string>();
  for (const folder of ["src/assets", "src/model"]) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })) {
      if (name.endsWith(".ts"))
        texts.set(`${folder}/${name.replaceAll("\\", "/")}`, readFileSync(join(root, folder, name), "utf8"));
    }
  }
  return assetPages(
    assetKinds,
    tariffParts as unknown as Readonly<Record<string, PartToDocument>>,
    new SourceDocs(texts),
  );
}

/** Other files as the sources say them, by path from the root of the repository. */
export function generatedSources(): Map<string, string> {
  return new Map([["src/schema/plan-input.json", `${JSON.stringify(inputJsonSchema(), null, 1)}\n`]]);
}

export function writeGenerated(): void {
  rmSync(pagesFolder, { recursive: true, force: true });
  const pages = [...generatedPages()].map(([path, text]) => [join(pagesFolder, path), text]);
  const sources = [...generatedSources()].map(([path, text]) => [join(root, path), text]);
  for (const [file, text] of [...pages, ...sources]) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
