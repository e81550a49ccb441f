/**
 * The types of the input as sources, from its JSON Schema: one interface for each kind of asset and each part of a
 * tariff, with what a field means, its unit, limits and default over every field, so that an editor shows it.
 */
import prettier from "prettier";
import { typeOf, unitOf, limitsOf, type SchemaNode } from "./asset-pages/field-table.ts";

const MADE = "// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.";
const WIDTH = 120;

type Named = ReadonlyMap<string, string>;

/** The files by path below `src/plan-input/`. `tariffParts` are the fields of the connection that are parts. */
export async function inputTypes(schema: SchemaNode, tariffParts: readonly string[]): Promise<Map<string, string>> {
  const { assets, initialState, ...rest } = schema.properties as Readonly<Record<string, SchemaNode>>;
  const kinds = new Map(
    (assets.items?.oneOf ?? []).map((node): [string, SchemaNode] => [String(node.properties?.kind.const), node]),
  );
  const parts = [...kinds.values()].flatMap(({ properties = {} }) =>
    Object.entries(properties).filter(([name]) => tariffParts.includes(name)),
  );
  const files = new Map<string, string>();
  const put = async (path: string, ...blocks: string[]) => {
    const body = blocks.join("\n\n");
    const imports = [...importsOf(body, path)].join("\n");
    files.set(
      path,
      await prettier.format(`${MADE}\n${imports}\n\n${body}\n`, { parser: "typescript", printWidth: WIDTH }),
    );
  };
  const writer = new TypeWriter(new Map(parts.map(([name]) => [name, inputName(name)])));
  for (const [kind, node] of kinds) await put(`${kind}.ts`, writer.declaration(inputName(kind), kindDoc(node), node));
  for (const [name, node] of parts)
    await put(`tariff/${kebab(name)}.ts`, writer.declaration(inputName(name), String(node.description), node));
  await put("asset-state.ts", new TypeWriter(new Map()).declaration("AssetState", STATE, mergedState(initialState)));
  await put("rig-model.ts", ...modelNames(kinds));
  const sections = new Map(
    Object.keys(rest)
      .filter((name) => isObject(rest[name]))
      .map((name) => [name, inputName(name)]),
  );
  for (const [name, type] of sections)
    await put(
      `${name}.ts`,
      new TypeWriter(new Map([["initialState", STATES]])).declaration(type, String(rest[name].description), rest[name]),
    );
  const top = new TypeWriter(new Map([...sections, ["initialState", STATES], ["assets", "readonly AssetInput[]"]]));
  await put(
    "plan-input.ts",
    "/** What the user writes for one asset; `kind` tells which. */\n" +
      `export type AssetInput = ${[...kinds.keys()].map(inputName).join(" | ")};`,
    top.declaration("PlanInput", PLAN, schema),
  );
  const names = [...files.keys()].map((path) => `export type * from "./${path}";`);
  files.set(
    "index.ts",
    await prettier.format(`${MADE}\n${names.toSorted().join("\n")}\n`, { parser: "typescript", printWidth: WIDTH }),
  );
  return files;
}

const STATES = "Readonly<Record<string, AssetState>>";
const PLAN =
  "What `planPower` takes. A value of this type is validated all the same; what comes from elsewhere becomes one by " +
  "`parsePlanInput`.";
const STATE = "What an asset starts with and ends with: the fields of its kind; kinds without memory have none.";

/** Writes types of schema nodes; `named` are the properties whose type has a name of its own. */
class TypeWriter {
  readonly #named: Named;

  constructor(named: Named) {
    this.#named = named;
  }

  declaration(name: string, doc: string, node: SchemaNode): string {
    const head = docComment([sentence(doc)], 0);
    if (node.properties && !node.anyOf) return `${head}\nexport interface ${name} ${this.object(node, 0)}`;
    return `${head}\nexport type ${name} = ${this.type(node, 0)};`;
  }

  object(node: SchemaNode, depth: number): string {
    const required = (node.required ?? []) as readonly string[];
    const fields = Object.entries(node.properties ?? {}).map(([name, field]) => {
      const isOwed = required.includes(name) && field.default === undefined;
      const type = this.#named.get(name) ?? this.type(field, depth + 1);
      // A state without the field is that of another kind; one of its own kind may not leave it undefined.
      const end = isOwed || field.isOwedByItsKind === true ? ";" : " | undefined;";
      return `${docComment(docOf(field), 2 * depth + 2)}\nreadonly ${name}${isOwed ? "" : "?"}: ${type}${end}`;
    });
    return `{\n${fields.join("\n")}\n}`;
  }

  type(node: SchemaNode, depth: number): string {
    if (typeof node.$ref === "string") return "CurveInput";
    if (node.const !== undefined) return JSON.stringify(node.const);
    if (Array.isArray(node.enum)) return node.enum.map((value) => JSON.stringify(value)).join(" | ");
    const kind = node.properties?.kind?.const;
    if (typeof kind === "string") return inputName(kind);
    const forms = node.anyOf ?? node.oneOf;
    if (forms) return [...new Set(forms.map((form) => this.type(form, depth)))].join(" | ");
    if (node.type === "array") return `readonly (${this.type(node.items ?? {}, depth)})[]`;
    if (node.properties) return this.object(node, depth);
    if (typeof node.additionalProperties === "object")
      return `Readonly<Record<string, ${this.type(node.additionalProperties, depth)}>>`;
    if (Array.isArray(node.examples))
      return node.examples.length > MANY ? "RigModel | AnyText" : "PowerModeName | AnyText";
    if (node.type === "integer") return "number";
    if (node.type === "object") return "{}";
    return typeof node.type === "string" ? node.type : "unknown";
  }
}

/** More names than there are published tables of power modes: those of the rigs. */
const MANY = 20;

/** What a field means, its unit, its limits and its default, a line each. */
function docOf(node: SchemaNode): string[] {
  const unit = unitOf(node) ?? "";
  const limits = limitsOf(node);
  const facts = [
    [unit === "" || unit === "1" ? "" : `Unit: ${unit}.`, limits === "" ? "" : `Limits: ${limits}.`]
      .filter(Boolean)
      .join(" "),
    ...(typeOf(node) === "instant" ? ["ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`."] : []),
    ...(node.default === undefined ? [] : [`@defaultValue \`${JSON.stringify(node.default)}\``]),
  ];
  return [sentence(String(node.description ?? "")), ...facts.filter((fact) => fact !== "")];
}

/** The kinds' own sentence stands over the interface. */
function kindDoc(node: SchemaNode): string {
  return String(node.properties?.kind.description);
}

/** The fields of all states as one object, none of them owed. */
function mergedState({ additionalProperties }: SchemaNode): SchemaNode {
  const states = (additionalProperties as SchemaNode).anyOf ?? [];
  const properties: Record<string, SchemaNode> = {};
  for (const { properties: own = {}, required = [] } of states) {
    for (const [name, node] of Object.entries(own)) {
      const before = properties[name];
      const isOwed = (required as readonly string[]).includes(name);
      // Fields of one name may differ from kind to kind.
      const all = [...((before?.forms as readonly SchemaNode[] | undefined) ?? []), node];
      properties[name] = {
        ...(before === undefined ? node : { anyOf: all, description: descriptionsOf(all), unit: unitOf(node) }),
        forms: all,
        isOwedByItsKind: isOwed && (before?.isOwedByItsKind ?? true),
      };
    }
  }
  return { type: "object", properties, required: [] };
}

function descriptionsOf(nodes: readonly SchemaNode[]): string {
  return [...new Set(nodes.map(({ description }) => String(description)))].join("; or: ");
}

function modelNames(kinds: ReadonlyMap<string, SchemaNode>): string[] {
  const examplesOf = (field: string): readonly string[] =>
    [...kinds.values()].flatMap(({ properties = {} }) =>
      (properties[field]?.anyOf ?? []).flatMap(({ examples = [] }) => examples as readonly string[]),
    );
  const union = (names: readonly string[]) => names.map((name) => JSON.stringify(name)).join(" | ");
  return [
    "/** A model of the rig catalogue; `listRigs` has its figures. Other spellings of makers are found too. */\n" +
      `export type RigModel = ${union(examplesOf("rig"))};`,
    "/** A published table of power modes; `listPowerModes` has it. */\n" +
      `export type PowerModeName = ${union(examplesOf("powerModes"))};`,
    `/** Any text, beside the names that an editor completes. */\nexport type AnyText = string & Record<never, never>;`,
  ];
}

/** Import lines for the names that a text uses and does not declare. */
function importsOf(body: string, path: string): string[] {
  const up = path.includes("/") ? "../../" : "../";
  const declared = [...body.matchAll(/export (?:interface|type) (\w+)/gu)].map(([, name]) => name);
  const code = body.replaceAll(/\/\*\*[\s\S]*?\*\//gu, "").replaceAll(/"[^"\n]*"/gu, "");
  const used = new Set([...code.matchAll(/\b[A-Z]\w*\b/gu)].map(([name]) => name));
  const lines = [...used].toSorted().flatMap((name) => {
    if (declared.includes(name) || ["Readonly", "Record"].includes(name)) return [];
    if (name === "CurveInput") return [`import type { CurveInput } from "${up}assets/fields/fields.ts";`];
    return [`import type { ${name} } from "${fileOf(name, path)}";`];
  });
  return lines;
}

function fileOf(name: string, from: string): string {
  if (["RigModel", "PowerModeName", "AnyText"].includes(name)) return "./rig-model.ts";
  if (name === "AssetState") return "./asset-state.ts";
  const own = kebab(name.replace(/Input$/u, "")).slice(1);
  return from === "grid.ts" ? `./tariff/${own}.ts` : `./${own}.ts`;
}

function isObject(node: SchemaNode): boolean {
  return node.properties !== undefined || node.anyOf !== undefined;
}

/** `battery` and `ai-firm` and `demandCharge` to `BatteryInput`, `AiFirmInput`, `DemandChargeInput`. */
export function inputName(name: string): string {
  return `${name.replaceAll(/(?:^|-)([a-z])/gu, (_, letter: string) => letter.toUpperCase())}Input`;
}

function kebab(key: string): string {
  return key.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

/** With a capital letter where it begins with a word, and a full stop. */
function sentence(text: string): string {
  const capital = /^[a-z]+\b(?![A-Z:(])/u.test(text) ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
  return /[.!?]$/u.test(capital) ? capital : `${capital}.`;
}

/** A doc comment of lines that are wrapped at the width. */
function docComment(lines: readonly string[], indent: number): string {
  const room = WIDTH - indent - " * ".length;
  const wrapped = lines.flatMap((line) => {
    const rows: string[] = [""];
    for (const word of line.split(" ")) {
      const row = rows[rows.length - 1];
      if (row !== "" && row.length + 1 + word.length > room) rows.push(word);
      else rows[rows.length - 1] = row === "" ? word : `${row} ${word}`;
    }
    return rows;
  });
  if (wrapped.length === 1 && wrapped[0].length <= room - 4) return `/** ${wrapped[0]} */`;
  return `/**\n${wrapped.map((row) => ` * ${row}`).join("\n")}\n */`;
}
