/**
 * `npm run docs:site`: the documentation as a static site in `site/dist`. The pages are those of `docs/`, which also
 * read well on the host of the repository; links that leave `docs/` become links to the repository. TypeDoc writes the
 * API reference from the docstrings. The page of `playground/` is taken in if it has been built.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { Application, type TypeDocOptions } from "typedoc";
import { root } from "./docs.ts";
import { addressOf } from "./repository-address.ts";

const pages = join(root, "site/pages");

type Manifest = { readonly exports: Readonly<Record<string, unknown>>; readonly repository: { readonly url: string } };
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;
const address = addressOf(manifest);

/** A page of `docs/` as the site has it; `path` is relative to `docs/`. */
export function sitePage(path: string, markdown: string): string {
  return markdown.replaceAll(/\]\((?![a-z]+:|#)([^)\s#]+)(#[^)\s]*)?\)/gu, (_, target: string, anchor = "") => {
    const found = posix.join("docs", dirname(path), target);
    if (found === "CHANGELOG.md") return `](${posix.relative(dirname(path), "changelog.md")}${anchor})`;
    return found.startsWith("docs/") ? `](${target}${anchor})` : `](${address}/blob/main/${found}${anchor})`;
  });
}

function copyPages(): void {
  rmSync(pages, { recursive: true, force: true });
  mkdirSync(pages, { recursive: true });
  for (const name of readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })) {
    const path = name.replaceAll("\\", "/");
    const [from, to] = [join(root, "docs", path), join(pages, path)];
    if (!/\.\w+$/u.test(path)) continue;
    mkdirSync(dirname(to), { recursive: true });
    if (path.endsWith(".md")) writeFileSync(to, sitePage(path, readFileSync(from, "utf8")));
    else cpSync(from, to);
  }
  const changes = readFileSync(join(root, "CHANGELOG.md"), "utf8").replaceAll("](docs/", "](");
  writeFileSync(join(pages, "changelog.md"), changes);
}

function copyPlayground(): void {
  const built = join(root, "playground/dist");
  if (existsSync(join(built, "index.html"))) {
    cpSync(built, join(pages, "public/playground"), { recursive: true });
  } else {
    console.log("playground/dist is missing, so the site has no playground; npm run build:page makes it");
  }
}

async function writeReference(): Promise<void> {
  const entries = Object.keys(manifest.exports).filter((name) => name !== "./package.json");
  const sources = entries.map((name) => `src/${name === "." ? "index" : name.slice(2).replace("/", "-")}.ts`);
  const options = {
    entryPoints: sources.map((path) => join(root, path)),
    tsconfig: join(root, "tsconfig.json"),
    plugin: ["typedoc-plugin-markdown"],
    out: join(pages, "api"),
    readme: "none",
    disableSources: true,
    excludeInternal: true,
    excludeExternals: true,
    skipErrorChecking: true,
    hideGenerator: true,
    hideBreadcrumbs: true,
    entryFileName: "entry-points",
    router: "module",
    name: "API reference",
    parametersFormat: "table",
    interfacePropertiesFormat: "table",
    logLevel: "Error",
  };
  const app = await Application.bootstrapWithPlugins(options as Partial<TypeDocOptions>);
  const project = await app.convert();
  if (!project) throw new Error("TypeDoc read no project");
  await app.generateOutputs(project);
  // TypeDoc titles a module by its file; readers know it by what they import.
  const list = entries.map((name) => {
    const file = name === "." ? "index" : name.slice(2).replace("/", "-");
    const text = `wattsplit${name.slice(1)}`;
    const path = join(pages, `api/${file}.md`);
    writeFileSync(path, readFileSync(path, "utf8").replace(/^# .*$/mu, `# ${text}`));
    return { text, link: `/api/${file}` };
  });
  const overview = join(pages, "api/entry-points.md");
  const named = entries.reduce(
    (text, name, at) => text.replace(`[${list[at].link.slice("/api/".length)}]`, `[wattsplit${name.slice(1)}]`),
    readFileSync(overview, "utf8"),
  );
  writeFileSync(overview, named);
  writeFileSync(join(pages, "api/sidebar.json"), JSON.stringify(list));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  copyPages();
  copyPlayground();
  await writeReference();
  const { status } = spawnSync("npx", ["--no-install", "vitepress", "build", "site"], { cwd: root, stdio: "inherit" });
  process.exitCode = status ?? 1;
}
