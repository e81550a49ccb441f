/**
 * `npm run docs:picture`: draws docs/week.svg by the first program of the README, as a reader would. The test of the
 * README does the same and compares.
 */
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readPage } from "../test/support/documents/blocks.ts";
import { DocumentProject } from "../test/support/documents/project.ts";
import { root } from "./docs.ts";

export async function drawReadme(file: string): Promise<void> {
  const project = new DocumentProject();
  try {
    await project.install();
    const page = readPage("README.md", readFileSync(join(root, "README.md"), "utf8"));
    const program = page.steps.find(({ kind }) => kind === "program");
    if (!program) throw new Error("README.md has no program");
    const folder = project.open("README.md", page);
    const { exitCode, errors } = project.run(folder, program);
    if (exitCode !== 0) throw new Error(`the program of README.md ended with exit code ${exitCode}: ${errors}`);
    copyFileSync(join(folder, "week.svg"), file);
  } finally {
    project.remove();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await drawReadme(join(root, "docs/week.svg"));
