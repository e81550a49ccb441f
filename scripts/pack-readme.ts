/**
 * `npm pack` runs this before and after (`prepack`, `postpack`): the README of the tarball has absolute links, because
 * the pages that it links to are in the repository and not in the tarball. The README of the repository keeps its
 * relative links, which follow the branch that is read.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./docs.ts";
import { addressOf } from "./repository-address.ts";

const readme = join(root, "README.md");
const saved = join(root, "node_modules/.cache/wattsplit/README.md");

/** The text with relative links and pictures made absolute; code is left alone. */
export function withAbsoluteLinks(markdown: string, address: string): string {
  return markdown
    .split(/(^```[\s\S]*?^```$|`[^`\n]*`)/mu)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part.replaceAll(
            /(!?)(\[[^\]]*\])\((?![a-z]+:|#)([^)\s]+)\)/gu,
            (_, picture: string, label: string, target: string) =>
              `${picture}${label}(${address}/${picture === "" ? "blob" : "raw"}/main/${target})`,
          ),
    )
    .join("");
}

function pack(): void {
  const text = readFileSync(readme, "utf8");
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { repository: { url: string } };
  mkdirSync(dirname(saved), { recursive: true });
  writeFileSync(saved, text);
  writeFileSync(readme, withAbsoluteLinks(text, addressOf(manifest)));
}

function restore(): void {
  if (existsSync(saved)) renameSync(saved, readme);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  if (process.argv[2] === "restore") restore();
  else pack();
}
