/** Mutation testing of one folder, started by test/mutation/run.ts. */
const folder = process.env.WATTSPLIT_MUTATED ?? "src";
const name = folder.replaceAll("/", "-");

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  coverageAnalysis: "perTest",
  // Mutants of a module's constants need every test anew, and texts are judged by those who read them.
  ignoreStatic: true,
  mutator: { excludedMutations: ["StringLiteral"] },
  concurrency: 1,
  incremental: true,
  incrementalFile: `.stryker/incremental/${name}.json`,
  tempDirName: ".stryker/sandbox",
  reporters: ["clear-text", "json", "progress-append-only"],
  clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false },
  jsonReporter: { fileName: `.stryker/reports/${name}.json` },
  timeoutMS: 30_000,
};
