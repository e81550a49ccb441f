import { readFile, writeFile } from "node:fs/promises";
import { basename, isAbsolute } from "node:path";
import { defineConfig } from "tsup";
import { withoutDescriptions } from "./scripts/without-descriptions.ts";

/** The entry points. `scripts/commonjs-entries.ts` adds the CommonJS face of each. */
const library = {
  index: "src/index.ts",
  compare: "src/compare.ts",
  explain: "src/explain.ts",
  report: "src/report.ts",
  handoff: "src/handoff.ts",
  schema: "src/schema.ts",
  finance: "src/finance.ts",
  replay: "src/replay.ts",
  years: "src/years.ts",
  sweep: "src/sweep.ts",
  sizing: "src/sizing.ts",
  uncertainty: "src/uncertainty.ts",
  connections: "src/connections.ts",
  lp: "src/lp.ts",
  "lp-io": "src/lp-io.ts",
  io: "src/io.ts",
  highs: "src/highs.ts",
  "javascript-lp-solver": "src/javascript-lp-solver.ts",
};

export default defineConfig({
  // The command shares the chunks of the library: a copy of its own would be a third of the tarball.
  entry: { ...library, cli: "src/cli.ts" },
  format: ["esm"],
  dts: { entry: library },
  splitting: true,
  target: "es2022",
  platform: "neutral",
  external: [/^node:/u],
  sourcemap: true,
  clean: true,
  esbuildOptions(options) {
    // Names stay as they are, so that a stack trace can be read.
    // Lines stay short, because Node prints the whole line in which an error was thrown.
    options.minifyWhitespace = true;
    options.lineLimit = 120;
    options.minifySyntax = true;
  },
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
      // The maps are for the tests of the package and are not packed: they would be a third of the tarball, and the
      // sources that they name are not in it.
      async buildEnd({ writtenFiles }) {
        for (const { name } of writtenFiles.filter((file) => file.name.endsWith(".js.map"))) {
          const script = name.slice(0, -".map".length);
          const code = await readFile(script, "utf8");
          await writeFile(script, code.replace(/\n\/\/# sourceMappingURL=.*\n?$/u, "\n"));
          const map = JSON.parse(await readFile(name, "utf8")) as { sources: string[]; sourcesContent?: string[] };
          map.sources = map.sources.map((source) => (isAbsolute(source) ? basename(source) : source));
          delete map.sourcesContent;
          await writeFile(name, JSON.stringify(map));
        }
      },
    },
  ],
});
