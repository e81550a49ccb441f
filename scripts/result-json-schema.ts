/**
 * Builds the JSON Schemas (2020-12) of results from the TypeScript types of the results, as `JSON.stringify` writes
 * them; `npm run docs` writes the files. Descriptions are the docstrings of the properties, or of their types. The unit
 * of a number is that of its name (`importMw`), or stands in the tag `@unit` of its docstring.
 */
import ts from "typescript";
import type { SchemaNode } from "./asset-pages/field-table.ts";
import { unitOfName } from "./asset-pages/units.ts";

/** A number as JSON has it: the numbers that JSON lacks are written as texts. */
const NUMBER = { anyOf: [{ type: "number" }, { enum: ["Infinity", "-Infinity", "NaN"] }] };

type Node = Record<string, unknown>;

/** The schemas of several results, and the definitions that they share. */
export interface ResultSchemas {
  readonly roots: Readonly<Record<string, SchemaNode>>;
  readonly $defs: Readonly<Record<string, SchemaNode>>;
}

/**
 * The schemas of exported types, by their names. `exportedBy` has the file that exports each, e.g. `src/index.ts`.
 * `state` is the schema of one entry of `initialState`, whose shape `endState` has.
 *
 * @throws Error that names the first property without a description or unit.
 */
export function resultJsonSchemas(
  root: string,
  exportedBy: Readonly<Record<string, string>>,
  state: SchemaNode,
): ResultSchemas {
  const config = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const program = ts.createProgram({ rootNames: Object.values(exportedBy).map((file) => root + file), options });
  const checker = program.getTypeChecker();
  const writer = new SchemaWriter(checker, state);
  const roots = Object.entries(exportedBy).map(([name, file]): [string, SchemaNode] => {
    const symbol = exportedSymbol(program, root + file, name);
    const node = writer.node(checker.getDeclaredTypeOfSymbol(symbol), name, undefined);
    return [name, { title: name, description: docOf(symbol, checker), ...node }];
  });
  const defs = [...writer.defs].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { roots: Object.fromEntries(roots), $defs: Object.fromEntries(defs) };
}

function exportedSymbol(program: ts.Program, file: string, name: string): ts.Symbol {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  const exported = module && checker.getExportsOfModule(module).find((symbol) => symbol.name === name);
  if (!exported) throw new Error(`${file} exports no ${name}.`);
  return exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
}

class SchemaWriter {
  /** Named types; each is written once. */
  readonly defs = new Map<string, Node>();
  readonly #checker: ts.TypeChecker;
  readonly #declaredAs = new Map<string, ts.Symbol>();

  constructor(checker: ts.TypeChecker, state: SchemaNode) {
    this.#checker = checker;
    this.defs.set("number", NUMBER);
    this.defs.set("assetState", state as Node);
  }

  /** `place` is the path of the property, for messages; `unit` that of the numbers in it. */
  node(type: ts.Type, place: string, unit: string | undefined): Node {
    if (type.isUnion()) return this.#union(type, place, unit);
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: this.#checker.typeToString(type) === "true" };
    if (type.flags & ts.TypeFlags.String) return { type: "string" };
    if (type.flags & ts.TypeFlags.Number) {
      if (unit === undefined) throw new Error(`${place} is a number without a unit; name it or tag it with @unit.`);
      return { $ref: "#/$defs/number", unit };
    }
    if (this.#checker.isArrayType(type)) {
      const [item] = this.#checker.getTypeArguments(type as ts.TypeReference);
      return { type: "array", items: this.node(item, `${place}[]`, unit) };
    }
    if (type.symbol?.name === "Float64Array")
      return { type: "array", items: this.node(this.#checker.getNumberType(), place, unit) };
    if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.#object(type, place, unit);
    throw new Error(`${place} has the type ${this.#checker.typeToString(type)}, which a schema cannot describe.`);
  }

  #union(type: ts.UnionType, place: string, unit: string | undefined): Node {
    const forms = type.types.filter((form) => !(form.flags & ts.TypeFlags.Undefined));
    if (forms.every((form) => form.flags & ts.TypeFlags.BooleanLiteral) && forms.length === 2)
      return { type: "boolean" };
    if (forms.length === 1) return this.node(forms[0], place, unit);
    if (forms.every((form) => form.isStringLiteral()))
      return { enum: forms.map((form) => (form as ts.StringLiteralType).value) };
    return { anyOf: forms.map((form) => this.node(form, place, unit)) };
  }

  /** An interface becomes a definition of its name; other objects stand where they are. */
  #object(type: ts.Type, place: string, unit: string | undefined): Node {
    const { symbol } = type;
    const isNamed = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Interface) !== 0;
    if (!isNamed) return this.#members(type, place, unit);
    const known = this.#declaredAs.get(symbol.name);
    if (known !== undefined && known !== symbol) throw new Error(`Two interfaces are called ${symbol.name}.`);
    if (known === undefined) {
      this.#declaredAs.set(symbol.name, symbol);
      const description = docOf(symbol, this.#checker);
      this.defs.set(symbol.name, {
        ...(description !== "" && { description }),
        ...this.#members(type, symbol.name, unit),
      });
    }
    return { $ref: `#/$defs/${symbol.name}` };
  }

  #members(type: ts.Type, place: string, unit: string | undefined): Node {
    const properties: Node = {};
    const required: string[] = [];
    for (const member of this.#checker.getPropertiesOfType(type)) {
      const own = this.#checker.getTypeOfSymbol(member);
      if (own.flags & ts.TypeFlags.Undefined) continue;
      properties[member.name] = isEntry(member)
        ? { description: `Entry \`${member.name}\`.`, ...this.node(own, `${place}.${member.name}`, unit) }
        : this.#property(member, own, `${place}.${member.name}`);
      const mayLack = own.isUnion() && own.types.some((form) => form.flags & ts.TypeFlags.Undefined);
      if ((member.flags & ts.SymbolFlags.Optional) === 0 && !mayLack) required.push(member.name);
    }
    const index = this.#checker.getIndexInfoOfType(type, ts.IndexKind.String);
    return {
      type: "object",
      ...(Object.keys(properties).length > 0 && { properties }),
      ...(required.length > 0 && { required }),
      additionalProperties: index === undefined ? false : this.node(index.type, `${place}.*`, unit),
    };
  }

  #property(member: ts.Symbol, type: ts.Type, place: string): Node {
    const description = docOf(member, this.#checker) || this.#typeDoc(type);
    if (description === "") throw new Error(`${place} has no docstring.`);
    const tag = member.getJsDocTags(this.#checker).find(({ name }) => name === "unit");
    const unit = ts.displayPartsToString(tag?.text) || unitOfName(member.name) || undefined;
    if (member.name === "endState") return { description, ...this.#endState(type) };
    return { description, ...this.node(type, place, unit) };
  }

  /** The end state of a plan is by asset name, that of one asset is the state. */
  #endState(type: ts.Type): Node {
    const state = { $ref: "#/$defs/assetState" };
    const ofPlan = type.aliasSymbol?.name === "Readonly" && this.#checker.getPropertiesOfType(type).length === 0;
    return ofPlan ? { type: "object", additionalProperties: state } : state;
  }

  #typeDoc(type: ts.Type): string {
    const forms = type.isUnion() ? type.types.filter((form) => !(form.flags & ts.TypeFlags.Undefined)) : [type];
    const item = forms.length === 1 && this.#checker.isArrayType(forms[0]);
    const named = item ? this.#checker.getTypeArguments(forms[0] as ts.TypeReference)[0] : type;
    const symbol = named.aliasSymbol ?? (forms.length === 1 ? (item ? named.symbol : forms[0].symbol) : undefined);
    return symbol === undefined || symbol.name === "Float64Array" ? "" : docOf(symbol, this.#checker);
  }
}

/** A property that only a record of fixed keys has, e.g. `Record<CostKind, number>`. */
function isEntry({ declarations = [] }: ts.Symbol): boolean {
  return !declarations.some((node) => ts.isPropertySignature(node) || ts.isPropertyAssignment(node));
}

function docOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll(/\s+/gu, " ").trim();
}
