import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { withoutDescriptions } from "../scripts/without-descriptions.ts";

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

/** The page never shows the descriptions of the schemas; the library's own build leaves them out as well. */
const leaveOutDescriptions = (): Plugin => ({
  name: "without-descriptions",
  enforce: "pre",
  async load(id) {
    return /[\\/]src[\\/](?:assets|input)[\\/].*\.ts$/u.test(id)
      ? withoutDescriptions(await readFile(id, "utf8"))
      : undefined;
  },
});

/** Writes `service-worker.js`: it keeps the files of this build, so that the page works offline after a visit. */
const serviceWorker = (): Plugin => ({
  name: "service-worker",
  apply: "build",
  async generateBundle(_, bundle) {
    const files = ["./", "./icon.svg", ...Object.keys(bundle).map((file) => `./${file}`)];
    const contents = Object.values(bundle).map((file) => ("code" in file ? file.code : file.source));
    const version = createHash("sha256").update(contents.join("")).digest("hex").slice(0, 16);
    const code = await readFile(new URL("src/offline/service-worker.js", import.meta.url), "utf8");
    this.emitFile({
      type: "asset",
      fileName: "service-worker.js",
      source: code.replace("VERSION", version).replace('"FILES"', JSON.stringify(files)),
    });
  },
});

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  // Relative, so that the page works in any folder of any site.
  base: "./",
  plugins: [leaveOutDescriptions(), serviceWorker()],
  // The page draws its own charts: vega and vega-lite alone would be 280 kB of the 500 kB it may have.
  worker: {
    format: "es",
    plugins: () => [leaveOutDescriptions()],
    rollupOptions: { external: ["vega", "vega-lite"] },
  },
  resolve: {
    alias: [
      { find: /^wattsplit$/, replacement: source("index.ts") },
      { find: /^wattsplit\/compare$/, replacement: source("compare.ts") },
      { find: /^wattsplit\/explain$/, replacement: source("explain.ts") },
      { find: /^wattsplit\/report$/, replacement: source("report.ts") },
      { find: /^wattsplit\/io$/, replacement: source("io.ts") },
    ],
  },
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  build: { target: "es2022", outDir: "dist", emptyOutDir: true, chunkSizeWarningLimit: 1000 },
});
