import { defineConfig } from "vitest/config";
import shared from "./vitest.config.ts";

/**
 * The tests that judge the mutants of one folder (`npm run test:mutation -- src/lp`): those that mirror it, and for
 * the folders of a plan also those of `planPower`. Each is run only on the mutants that it reaches.
 */
const folder = process.env.WATTSPLIT_MUTATED ?? "src";
const mirror = folder.replace(/^src/u, "test");
const ofPlans = /^src\/(?:assets|model|plan)\b/u.test(folder) ? ["test/plan-power.test.ts"] : [];

export default defineConfig({
  resolve: shared.resolve ?? {},
  test: {
    include: [`${mirror}/**/*.test.ts`, `${mirror}.test.ts`, ...ofPlans],
    testTimeout: 120_000,
    isolate: false,
    expect: { requireAssertions: true },
  },
});
