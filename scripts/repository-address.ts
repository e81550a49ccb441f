/**
 * The address of the repository stands in package.json (`repository`), and in links of documents and forms that must be
 * absolute. `npm run repository -- https://github.com/acme/wattsplit` writes another one everywhere.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./docs.ts";

/** The owner of an address that nobody has set yet. */
export const PLACEHOLDER_OWNER = "OWNER";

export function addressOf(manifest: { readonly repository?: { readonly url: string } }): string {
  const address = manifest.repository?.url.replace(/^git\+|\.git$/gu, "");
  if (!address) throw new Error('package.json has no repository.url; wanted "git+https://host/owner/wattsplit.git"');
  return address;
}

export const isPlaceholder = (address: string): boolean => address.split("/").at(-2) === PLACEHOLDER_OWNER;

/** Every file that may have the address in it. */
export function filesWithAddress(): string[] {
  const inFolder = (folder: string): string[] =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
          .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
          .filter((path) => /\.(?:md|yml|ts)$/u.test(path))
      : [];
  const atRoot = ["package.json", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"];
  return [...atRoot, ...inFolder("docs"), ...inFolder(".github"), ...inFolder("site")];
}

function setAddress(next: string): void {
  if (!/^https:\/\/[\w.-]+\/[\w.-]+\/[\w.-]+$/u.test(next))
    throw new Error(`got "${next}", wanted the address of the repository, e.g. https://github.com/acme/wattsplit`);
  const now = addressOf(
    JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { repository: { url: string } },
  );
  for (const path of filesWithAddress()) {
    const text = readFileSync(join(root, path), "utf8");
    if (text.includes(now)) writeFileSync(join(root, path), text.replaceAll(now, next));
  }
  console.log(`${now} -> ${next}; look at the difference and commit it`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) setAddress(process.argv[2] ?? "");
