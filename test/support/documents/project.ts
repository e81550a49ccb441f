import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transformSync } from "esbuild";
import type { Page, Step } from "./blocks.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What a step did. */
export interface Outcome {
  readonly exitCode: number;
  readonly printed: string;
  readonly errors: string;
}

/**
 * A folder as a reader of the pages has it: `node_modules/wattsplit` is bundled from the sources and loaded by the
 * `exports` of package.json, its command is on the path, and the optional packages for charts are installed.
 */
export class DocumentProject {
  readonly folder = mkdtempSync(join(tmpdir(), "wattsplit-documents-"));

  async install(): Promise<void> {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      exports: Readonly<Record<string, { readonly import: { readonly default: string } } | string>>;
    };
    const entries = Object.values(manifest.exports).flatMap((entry) =>
      typeof entry === "string" ? [] : [entry.import.default.replace(/^\.\/dist\/(.*)\.js$/u, "$1")],
    );
    const modules = join(this.folder, "node_modules");
    const own = join(modules, "wattsplit");
    mkdirSync(join(own, "dist"), { recursive: true });
    copyFileSync(join(root, "package.json"), join(own, "package.json"));
    const shared = { bundle: true, format: "esm", target: "es2022", packages: "external", logLevel: "error" } as const;
    await build({
      ...shared,
      entryPoints: entries.map((name) => join(root, "src", `${name}.ts`)),
      outdir: join(own, "dist"),
      splitting: true,
      platform: "neutral",
      tsconfigRaw: {},
    });
    await build({
      ...shared,
      entryPoints: [join(root, "src/cli.ts")],
      outfile: join(own, "dist/cli.js"),
      platform: "node",
      tsconfigRaw: {},
    });
    for (const name of readdirSync(join(root, "node_modules"))) {
      if (!name.startsWith(".")) symlinkSync(join(root, "node_modules", name), join(modules, name), "junction");
    }
    mkdirSync(join(modules, ".bin"));
    symlinkSync("../wattsplit/dist/cli.js", join(modules, ".bin/wattsplit"));
    // npx takes a second to find what is beside it, so here it is a line that does.
    writeFileSync(join(modules, ".bin/npx"), '#!/bin/sh\nexec "$@"\n', { mode: 0o755 });
    const cli = join(own, "dist/cli.js");
    chmodSync(cli, 0o755);
  }

  /** Makes the folder of a page, with the files that the page copies. */
  open(path: string, { copies }: Page): string {
    const folder = join(this.folder, path.replaceAll(/[^\w]/gu, "-"));
    mkdirSync(folder);
    for (const { name, from } of copies) copyFileSync(join(root, from), join(folder, name));
    return folder;
  }

  run(folder: string, step: Step): Outcome {
    if (step.kind === "file") {
      const file = join(folder, step.name ?? "");
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, step.text);
      return { exitCode: 0, printed: "", errors: "" };
    }
    if (step.kind === "example") return spawned(process.execPath, ["--import", "tsx", step.name ?? ""], root, {});
    const [command, ...args] = this.#commandOf(folder, step);
    const { PATH, HOME, WATTSPLIT_PYTHON = "python3" } = process.env;
    const path = `${join(this.folder, "node_modules/.bin")}:${PATH}`;
    const env = { PATH: path, HOME, TZ: "UTC" };
    return spawned(command === "python3" ? WATTSPLIT_PYTHON : command, args, folder, env);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #commandOf(folder: string, { kind, language, text, line }: Step): [string, ...string[]] {
    if (kind === "shell") return ["bash", "-e", "-o", "pipefail", "-c", text];
    if (language === "python") return ["python3", "-c", text];
    const file = join(folder, `block-${line}.mjs`);
    writeFileSync(file, transformSync(text, { loader: "ts", target: "es2022" }).code);
    return [process.execPath, file];
  }
}

function spawned(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Outcome {
  const settings = { cwd, encoding: "utf8", maxBuffer: 64e6, env: { ...process.env, ...env } } as const;
  const done = spawnSync(command, args, settings);
  return { exitCode: done.status ?? -1, printed: done.stdout ?? "", errors: done.stderr ?? "" };
}

/** Whether a program is on this machine; pages in a language without one are skipped by name. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ["--version"]).status === 0;
}
