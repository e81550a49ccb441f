import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { repository } from "./consumer-project.ts";
import { runCommand } from "./run-command.ts";

const { folder } = inject("consumer");
const compiler = join(repository, "node_modules/typescript/bin/tsc");

/** Compiles the consumer, including library declarations. Throws with the compiler's messages. */
function compile(file: string, module: string, resolution: string): string {
  if (file !== "consumer.ts") copyFileSync(join(folder, "consumer.ts"), join(folder, file));
  const flags = ["--strict", "--exactOptionalPropertyTypes", "--target", "es2022", "--lib", "es2022,dom"];
  const out = ["--declaration", "--emitDeclarationOnly", "--outDir", join(folder, "out")];
  const settings = ["--ignoreConfig", "--module", module, "--moduleResolution", resolution, ...flags, ...out];
  return runCommand(process.execPath, [compiler, ...settings, file], folder);
}

describe("a strict consumer compiles", () => {
  it.each([
    ["consumer.ts", "esnext", "bundler"],
    ["consumer.mts", "node16", "node16"],
    ["consumer.cts", "node16", "node16"],
    ["consumer.mts", "nodenext", "nodenext"],
  ])("%s, module %s, resolution %s", (file, module, resolution) => {
    expect(compile(file, module, resolution)).toBe("");
  });
});
