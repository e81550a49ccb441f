/** What README and docs show is what happens: every block of code runs, and prints what stands below it. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isAsPromised, isPart, readPage } from "./support/documents/blocks.ts";
import { DocumentProject, hasProgram } from "./support/documents/project.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Pages written by hand; those of docs/assets are made from the sources and compared by docs.test.ts. */
const paths = [
  ...["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"],
  ...readdirSync(`${root}docs`, { recursive: true, encoding: "utf8" })
    .map((name) => `docs/${name.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".md") && !path.startsWith("docs/assets/"))
    .toSorted(),
];
const pages = paths.map((path) => ({ path, page: readPage(path, readFileSync(`${root}${path}`, "utf8")) }));
const python = process.env.WATTSPLIT_PYTHON ?? "python3";
const absence = new Map(hasProgram(python) ? [] : [["python", ` [skipped: ${python} is not there]`]]);

const project = new DocumentProject();
beforeAll(() => project.install());
afterAll(() => project.remove());

it("every block is a program, commands, a file, their output, or says why it is not run", () => {
  expect(pages.flatMap(({ page }) => page.faults)).toEqual([]);
  expect(pages.length).toBeGreaterThan(10);
});

describe.each(pages.filter(({ page }) => page.steps.length > 0))("$path", ({ path, page }) => {
  let folder = "";
  beforeAll(() => void (folder = project.open(path, page)));

  for (const step of page.steps) {
    const why = absence.get(step.language) ?? "";
    it.skipIf(why !== "")(`line ${step.line}, ${step.kind} ${step.name ?? step.language}${why}`, () => {
      const { exitCode, printed, errors } = project.run(folder, step);
      expect(exitCode, errors || printed).toBe(0);
      const promised = step.printed;
      if (promised === undefined) return;
      const isRight = step.kind === "example" ? isPart(printed, promised) : isAsPromised(printed, promised);
      if (!isRight) expect(printed).toBe(promised);
    });
  }
});

it("every program is typed: it compiles under strict, as in an editor", () => {
  const sources = new Map<string, string>(
    pages.flatMap(({ path, page }) =>
      page.steps
        .filter(({ language }) => language === "ts")
        .map(({ text, line }) => [`${root}${path.replaceAll(/[^\w]/gu, "-")}-${line}.ts`, text] as const),
    ),
  );
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const settings: ts.CompilerOptions = {
    ...options,
    ...{ types: ["node"], lib: ["lib.es2023.d.ts", "lib.dom.d.ts"], noUnusedLocals: false, isolatedModules: false },
  };
  const host = ts.createCompilerHost(settings);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, version) =>
    sources.has(name)
      ? ts.createSourceFile(name, sources.get(name) ?? "", version)
      : getSourceFile.call(host, name, version);
  host.fileExists = (name) => sources.has(name) || fileExists.call(host, name);
  host.readFile = (name) => sources.get(name) ?? readFile.call(host, name);
  const program = ts.createProgram([...sources.keys()], settings, host);
  const faults = [...sources.keys()].flatMap((name) => {
    const file = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText, start = 0 }) => {
        const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
        return `${name}:${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
      },
    );
  });
  expect(faults).toEqual([]);
  expect(sources.size).toBeGreaterThan(5);
});

describe("the rules can fail", () => {
  const faultsOf = (text: string): readonly string[] => readPage("a.md", text).faults;

  it("output without a program, code without a file, a sketch below a program, an unknown comment", () => {
    expect(faultsOf("x\n\n```text\n1\n```\n")).toEqual([
      "a.md:3: printed output without a program or commands directly above it",
    ]);
    expect(faultsOf("```json\n{}\n```\n")).toHaveLength(1);
    expect(faultsOf("```ts\nf();\n```\n\n```\n1\n```\n")).toHaveLength(1);
    expect(faultsOf("<!-- not run: -->\n```sh\nx\n```\n")).toHaveLength(1);
    expect(faultsOf("<!-- file: a b -->\n```sh\nx\n```\n")).toHaveLength(1);
    expect(faultsOf("```ts\nf();\n```\nprints\n```text\n1\n```\n")).toHaveLength(1);
  });

  it("a block with a directive, a copy and an output", () => {
    const page = readPage(
      "a.md",
      "<!-- file: p.csv from x/p.csv -->\n```sh\na\nb\n```\n\n```text\n1\n```\n\n" +
        "<!-- file: s.json -->\n```json\n{}\n```\n",
    );
    expect(page.steps.map(({ kind, text, printed, line }) => [kind, text, printed, line])).toEqual([
      ["shell", "a\nb\n", "1\n", 2],
      ["file", "{}\n", undefined, 12],
    ]);
    expect(page.copies).toEqual([{ name: "p.csv", from: "x/p.csv" }]);
  });

  it("output that differs in a line, and one that names what it leaves out", () => {
    expect(isAsPromised("a\nb\nc\n", "a\nb\nc\n")).toBe(true);
    expect(isAsPromised("a\nb\nc\n", "a\nc\n")).toBe(false);
    expect(isAsPromised("a\nb\nc\n", "a\n...\nc\n")).toBe(true);
    expect(isAsPromised("a (1)\nb\nc\n", "a (2)\n...\nc\n")).toBe(false);
    expect(isAsPromised("a\nc\n", "a\n...\nc\n")).toBe(true);
  });
});
