import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Tests that repeat themselves: those that import `test/support/runs.ts`, themselves or through a suite. */
const repeating = readdirSync(source("./test"), { recursive: true, encoding: "utf8" })
  .map((name) => `test/${name.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(".test.ts"))
  .filter((path) =>
    /(?:support\/(?:runs|netlib)|conformance\/(?:asset|solver))\.ts"/u.test(readFileSync(source(path), "utf8")),
  );

/** Tests whose every case is a process of its own: a quarter of the unit suite's time, so they run in the soak alone. */
const slow = ["test/documents.test.ts", "test/soak-harness.test.ts", "test/cluster-example.test.ts"];

export default defineConfig({
  resolve: {
    alias: [
      { find: /^wattsplit$/, replacement: source("./src/index.ts") },
      { find: /^wattsplit\/compare$/, replacement: source("./src/compare.ts") },
      { find: /^wattsplit\/explain$/, replacement: source("./src/explain.ts") },
      { find: /^wattsplit\/report$/, replacement: source("./src/report.ts") },
      { find: /^wattsplit\/handoff$/, replacement: source("./src/handoff.ts") },
      { find: /^wattsplit\/finance$/, replacement: source("./src/finance.ts") },
      { find: /^wattsplit\/replay$/, replacement: source("./src/replay.ts") },
      { find: /^wattsplit\/years$/, replacement: source("./src/years.ts") },
      { find: /^wattsplit\/sweep$/, replacement: source("./src/sweep.ts") },
      { find: /^wattsplit\/sizing$/, replacement: source("./src/sizing.ts") },
      { find: /^wattsplit\/uncertainty$/, replacement: source("./src/uncertainty.ts") },
      { find: /^wattsplit\/connections$/, replacement: source("./src/connections.ts") },
      { find: /^wattsplit\/schema$/, replacement: source("./src/schema.ts") },
      { find: /^wattsplit\/io$/, replacement: source("./src/io.ts") },
      { find: /^wattsplit\/lp$/, replacement: source("./src/lp.ts") },
      { find: /^wattsplit\/lp\/io$/, replacement: source("./src/lp-io.ts") },
      { find: /^wattsplit\/javascript-lp-solver$/, replacement: source("./src/javascript-lp-solver.ts") },
    ],
  },
  test: {
    testTimeout: 120_000,
    // Vitest leaves a core to itself; on the two that CI has that is half the time for nothing.
    maxWorkers: 2,
    expect: { requireAssertions: true },
    setupFiles: [source("./test/support/fixed-seed.ts")],
    // The library has no global state, so files can share a process: loading every module anew for each of 565 files
    // takes as long as the tests themselves.
    isolate: false,
    // `unit` runs on the sources with few runs of every property, `soak` the same properties with all of them, and
    // `package` on the packed tarball of the last build (npm run check:package).
    projects: [
      { extends: true, test: { name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/package/**", ...slow] } },
      { extends: true, test: { name: "soak", include: [...repeating, ...slow], env: { WATTSPLIT_SOAK: "1" } } },
      {
        extends: true,
        test: {
          name: "package",
          include: ["test/package/**/*.test.ts"],
          globalSetup: ["test/package/consumer-project.ts"],
        },
      },
      // The page of `playground/`, its last build in a browser (npm run test:page).
      { extends: true, test: { name: "page", include: ["playground/test/**/*.test.ts"] } },
    ],
  },
});
