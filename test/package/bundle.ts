import { build } from "esbuild";
import { SourceMap } from "node:module";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";

/** The bundle of a few lines of consumer code. */
export interface Bundle {
  readonly text: string;
  readonly gzipBytes: number;
  /** Every module the bundler read, ours and those of dependencies, tree-shaken or not. */
  readonly modules: readonly string[];
  /** Specifiers that remain imports. */
  readonly externals: readonly string[];
  /** Source files (`src/lp/io/read-mps.ts`) that have code in the bundle, by the package's own source maps. */
  readonly sources: readonly string[];
}

export interface BundleOptions {
  readonly platform?: "browser" | "neutral";
  readonly format?: "esm" | "iife";
  /** Leave out everything that is not the consumer's or the package's own code. */
  readonly withoutDependencies?: boolean;
  /** Also leave out every file of the package that this entry loads. */
  readonly without?: string;
}

const dependencies = [
  "vega",
  "vega-lite",
  "write-excel-file/*",
  "zod",
  "zod/*",
  "date-fns",
  "date-fns/*",
  "javascript-lp-solver",
];

export async function bundle(code: string, folder: string, options: BundleOptions = {}): Promise<Bundle> {
  const { platform = "browser", format = "esm", withoutDependencies = false, without } = options;
  const outside = withoutDependencies ? [...dependencies] : [];
  if (without !== undefined) {
    const { modules } = await bundle(`export * from "${without}";`, folder, { withoutDependencies });
    outside.push(...modules.map((path) => resolve(path)));
  }
  const result = await build({
    stdin: { contents: code, resolveDir: folder, sourcefile: "consumer.js" },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    sourcemap: "external",
    outfile: "bundle.js",
    target: "es2022",
    logLevel: "silent",
    // NB: the paths in the repository's tsconfig.json lead to the sources, but the build is tested here.
    tsconfigRaw: {},
    platform,
    format,
    external: outside,
  });
  const [map, script] = result.outputFiles.toSorted(
    (a, b) => Number(b.path.endsWith(".map")) - Number(a.path.endsWith(".map")),
  );
  const output = Object.values(result.metafile.outputs).find((file) => file.entryPoint !== undefined);
  return {
    text: script.text,
    gzipBytes: gzipSync(script.contents, { level: 9 }).length,
    modules: Object.keys(result.metafile.inputs),
    externals: (output?.imports ?? []).map((entry) => entry.path),
    sources: sourcesWithCode(script.text, map.text),
  };
}

/** NB: the map's own list of sources names every file read; only the mappings show which ones are in the bundle. */
function sourcesWithCode(script: string, mapText: string): string[] {
  const map = new SourceMap(JSON.parse(mapText));
  const found = new Set<string>();
  for (const [line, text] of script.split("\n").entries()) {
    for (let column = 0; column < text.length; column++) {
      const entry = map.findEntry(line, column);
      if ("originalSource" in entry && entry.originalSource !== undefined) found.add(entry.originalSource);
    }
  }
  return [...found].map((path) => /(?:^|\/)wattsplit\/(src\/.*)$/u.exec(path)?.[1] ?? path).toSorted();
}
