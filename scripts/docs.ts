/** `npm run docs`: writes `docs/assets/` from the sources. What is no page any more is removed. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { assetKinds } from "../src/assets/index.ts";
import { tariffParts } from "../src/assets/tariff/index.ts";
import { assetPages, type PartToDocument } from "./asset-pages/pages.ts";
import { SourceDocs } from "./asset-pages/source-docs.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
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

export function writePages(): void {
  rmSync(pagesFolder, { recursive: true, force: true });
  for (const [path, text] of generatedPages()) {
    const file = join(pagesFolder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
