import { readFile, rm, writeFile } from "node:fs/promises";
import { basename, isAbsolute } from "node:path";
import { defineConfig } from "tsup";
import { withoutDescriptions } from "./scripts/without-descriptions.ts";

const library = defineConfig({
  entry: {
    index: "src/index.ts",
    compare: "src/compare.ts",
    explain: "src/explain.ts",
    report: "src/report.ts",
    handoff: "src/handoff.ts",
    schema: "src/schema.ts",
    finance: "src/finance.ts",
    lp: "src/lp.ts",
    "lp-io": "src/lp-io.ts",
    io: "src/io.ts",
    highs: "src/highs.ts",
    "javascript-lp-solver": "src/javascript-lp-solver.ts",
  },
  format: ["esm", "cjs"],
  dts: true,
  // Without splitting, each CJS entry gets its own copy of the error classes and `instanceof` fails across entries.
  splitting: true,
  target: "es2022",
  platform: "neutral",
  sourcemap: true,
  clean: true,
  esbuildPlugins: [
    {
      name: "without-descriptions",
      setup(build) {
        build.onLoad({ filter: /[\\/]src[\\/](?:assets|input)[\\/].*\.ts$/ }, async ({ path }) => ({
          contents: withoutDescriptions(await readFile(path, "utf8")),
          loader: "ts",
        }));
      },
    },
  ],
  plugins: [
    {
      name: "relative-source-maps",
      async buildEnd({ writtenFiles }) {
        for (const { name } of writtenFiles.filter((file) => file.name.endsWith(".map"))) {
          if (name.endsWith(".cjs.map")) {
            // A second set of maps to the same sources would be a fifth of the tarball.
            const script = name.slice(0, -".map".length);
            const code = await readFile(script, "utf8");
            await writeFile(script, code.replace(/\n\/\/# sourceMappingURL=.*\n?$/u, "\n"));
            await rm(name);
            continue;
          }
          const map = JSON.parse(await readFile(name, "utf8")) as { sources: string[]; sourcesContent?: string[] };
          map.sources = map.sources.map((source) => (isAbsolute(source) ? basename(source) : source));
          // Positions and names of the sources; their text would be most of the tarball.
          delete map.sourcesContent;
          await writeFile(name, JSON.stringify(map));
        }
      },
    },
  ],
});

/** The command `wattsplit`: one file for Node, which carries the library with it; its packages stay imports. */
const command = defineConfig({
  entry: { cli: "src/cli.ts" },
  format: ["esm"],
  target: "es2022",
  platform: "node",
  splitting: false,
  minify: true,
  sourcemap: false,
  clean: false,
  dts: false,
  banner: { js: "#!/usr/bin/env node" },
  ...(!Array.isArray(library) &&
    typeof library === "object" && { esbuildPlugins: [...(library.esbuildPlugins ?? [])] }),
});

export default [library, command].flat();
