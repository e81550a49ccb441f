/**
 * What an editor shows when the pointer rests on a field of a plan's input, for every kind of asset and every field at
 * every depth: its meaning, unit and default, as the JSON Schema has them. Asked of the TypeScript compiler.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { unitOf, type SchemaNode } from "../../scripts/asset-pages/field-table.ts";
import { inputName } from "../../scripts/input-types.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const schema = JSON.parse(readFileSync(`${root}src/schema/plan-input.json`, "utf8")) as SchemaNode;
const kinds = new Map(
  (schema.properties?.assets.items?.oneOf ?? []).map((node) => [String(node.properties?.kind.const), node]),
);
const config = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
const program = ts.createProgram({ rootNames: [`${root}src/plan-input/index.ts`], options });
const checker = program.getTypeChecker();
const index = program.getSourceFile(`${root}src/plan-input/index.ts`) as ts.SourceFile;
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(index) as ts.Symbol);

/** What an editor shows for each property of a type, by path; forms of one field are put together. */
function hoversOf(type: ts.Type, path: string, found = new Map<string, string>()): Map<string, string> {
  if (type.isUnion()) for (const form of type.types) hoversOf(form, path, found);
  else if (checker.isArrayType(type)) hoversOf(checker.getTypeArguments(type as ts.TypeReference)[0], path, found);
  else if (type.flags & ts.TypeFlags.Object)
    for (const field of checker.getPropertiesOfType(type)) {
      if (!field.declarations?.some(({ parent }) => parent.getSourceFile().fileName.includes("/plan-input/"))) continue;
      const at = `${path}.${field.name}`;
      const words = ts.displayPartsToString(field.getDocumentationComment(checker));
      const tags = field.getJsDocTags(checker).map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`);
      found.set(at, [found.get(at) ?? "", words, ...tags].join("\n"));
      hoversOf(checker.getTypeOfSymbol(field), at, found);
    }
  return found;
}

/** Every property of a schema by path, in each of its forms. */
function fieldsOf(node: SchemaNode, path: string): [path: string, node: SchemaNode][] {
  const inner = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.items ? [node.items] : [])];
  return [
    ...Object.entries(node.properties ?? {}).flatMap(([name, field]): [string, SchemaNode][] => [
      [`${path}.${name}`, field],
      ...fieldsOf(field, `${path}.${name}`),
    ]),
    ...inner.flatMap((form) => fieldsOf(form, path)),
  ];
}

const plain = (text: string) => text.replaceAll(/\s+/gu, " ").toLowerCase();

describe("hovering over a field of the input", () => {
  it("covers every kind", () => {
    expect(kinds.size).toBe(15);
  });

  it.each([...kinds])("%s", (kind, node) => {
    const symbol = exported.find(({ name }) => name === inputName(kind)) as ts.Symbol;
    const type = checker.getDeclaredTypeOfSymbol(
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    );
    const hovers = hoversOf(type, kind);
    const fields = fieldsOf(node, kind);
    expect([...hovers.keys()].toSorted()).toEqual([...new Set(fields.map(([path]) => path))].toSorted());
    for (const [path, field] of fields) {
      const hover = plain(hovers.get(path) ?? "");
      if (!path.endsWith(".kind")) expect(hover, path).toContain(plain(String(field.description)).replace(/\.$/u, ""));
      const unit = unitOf(field) ?? "";
      if (unit !== "" && unit !== "1") expect(hover, path).toContain(plain(`unit: ${unit}`));
      if (field.default !== undefined)
        expect(hover, path).toContain(plain(`@defaultValue \`${JSON.stringify(field.default)}\``));
    }
  });
});
