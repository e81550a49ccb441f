/**
 * Part of `npm run build`: the CommonJS face of every entry point. `require` gives the same module as `import`, so that
 * there is one class of each error; Node 20.19, 22.12 and newer can require an ES module. A second build of all code
 * would double the tarball.
 *
 * The declarations refer to those of the ES module by `resolution-mode`, as TypeScript wants it of CommonJS files.
 */
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { root } from "./docs.ts";

const dist = join(root, "dist");

export function commonJsEntry(name: string): string {
  return `"use strict";
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19) || (major === 22 && minor < 12) || major === 21)
  throw new Error(
    "require() of wattsplit needs Node 20.19, 22.12 or newer, which can require ES modules; " +
      "update Node, or load it by await import()",
  );
module.exports = require("./${name}.js");
`;
}

export interface ExportedName {
  readonly name: string;
  readonly isValue: boolean;
  readonly isType: boolean;
}

export function commonJsDeclarations(entry: string, names: readonly ExportedName[]): string {
  const from = `import("./${entry}.js", { with: { "resolution-mode": "import" } })`;
  // A name that is declared here hides the type that the star exports under it, so a class is declared as both.
  const lines = names.flatMap(({ name, isValue, isType }) => [
    ...(isValue ? [`export declare const ${name}: typeof ${from}.${name};`] : []),
    ...(isValue && isType ? [`export type ${name} = ${from}.${name};`] : []),
  ]);
  return [`export type * from "./${entry}.js" with { "resolution-mode": "import" };`, ...lines, ""].join("\n");
}

/** What an ES module exports: its values by the module itself, its types by its declarations. */
function namesOf(file: string, values: readonly string[], program: ts.Program): ExportedName[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${file} declares no module`);
  return checker.getExportsOfModule(module).map((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const isValue = values.includes(exported.name);
    const isType = (symbol.flags & ts.SymbolFlags.Type) !== 0;
    const isGeneric = symbol.declarations?.some((node) => "typeParameters" in node && node.typeParameters);
    if (isValue && isType && isGeneric)
      throw new Error(`${file}: ${exported.name} is a generic class; declare it here`);
    return { name: exported.name, isValue, isType };
  });
}

async function writeEntries(): Promise<void> {
  const entries = readdirSync(dist)
    .filter((file) => file.endsWith(".d.ts") && existsSync(join(dist, file.replace(/\.d\.ts$/u, ".js"))))
    .map((file) => file.slice(0, -".d.ts".length));
  const files = entries.map((entry) => join(dist, `${entry}.d.ts`));
  const program = ts.createProgram(files, { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022 });
  for (const [at, entry] of entries.entries()) {
    const values = Object.keys((await import(pathToFileURL(join(dist, `${entry}.js`)).href)) as object);
    const names = namesOf(files[at], values, program);
    const missing = values.filter((value) => !names.some(({ name }) => name === value));
    if (missing.length > 0) throw new Error(`${entry}: no declaration of ${missing.join(", ")}`);
    writeFileSync(join(dist, `${entry}.cjs`), commonJsEntry(entry));
    writeFileSync(join(dist, `${entry}.d.cts`), commonJsDeclarations(entry, names));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await writeEntries();
