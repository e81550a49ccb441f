import { table } from "./table.ts";

/** A node of a JSON Schema, with the keywords that these schemas use. */
export interface SchemaNode {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

export interface Field {
  /** Path from the asset, e.g. `jobs[].name`. */
  readonly path: string;
  readonly type: string;
  readonly unit: string;
  readonly limits: string;
  /** `required`, a default, or empty if the field is optional. */
  readonly given: string;
  readonly meaning: string;
}

/** Every field of an object in the order of the schema; fields of nested objects and lists follow their parent. */
export function fieldsOf(schema: SchemaNode, prefix = ""): Field[] {
  const required = (schema.required ?? []) as readonly string[];
  return Object.entries(schema.properties ?? {}).flatMap(([name, node]) => {
    const path = prefix + name;
    const isOwed = required.includes(name) && node.default === undefined;
    const field: Field = {
      path,
      type: typeOf(node),
      unit: unitOf(node) ?? "",
      limits: limitsOf(node),
      given: node.default === undefined ? (isOwed ? "required" : "") : code(node.default),
      meaning: String(node.description ?? ""),
    };
    return [field, ...innerFields(node, path)];
  });
}

function innerFields(node: SchemaNode, path: string): Field[] {
  if (node.properties) return fieldsOf(node, `${path}.`);
  if (node.items) return innerFields(node.items, `${path}[]`);
  if (typeof node.additionalProperties === "object") return innerFields(node.additionalProperties, `${path}.*`);
  return unionFields(node.anyOf ?? node.oneOf ?? [], path);
}

/** Fields of the variants of an object: the discriminator is listed once, and every other field names its variant. */
function unionFields(branches: readonly SchemaNode[], path: string): Field[] {
  const merged = new Map<string, Field>();
  for (const branch of branches) {
    const [tag, form] = Object.entries(branch.properties ?? {}).find(([, { const: only }]) => only !== undefined) ?? [];
    for (const field of innerFields(branch, path)) {
      const before = merged.get(field.path);
      const isTag = tag !== undefined && field.path === `${path}.${tag}`;
      const meaning =
        isTag || form === undefined
          ? field.meaning
          : [`With ${tag} ${typeOf(form)}.`, field.meaning].filter(Boolean).join(" ");
      if (before === undefined) merged.set(field.path, { ...field, meaning });
      else if (isTag) merged.set(field.path, { ...before, type: `${before.type} or ${field.type}` });
    }
  }
  return [...merged.values()];
}

export function typeOf(node: SchemaNode): string {
  if (typeof node.$ref === "string")
    return node.$ref.endsWith("/curve") ? "curve" : (node.$ref.split("/").at(-1) as string);
  if (node.const !== undefined) return code(node.const);
  if (Array.isArray(node.enum)) return node.enum.map(code).join(" or ");
  const branches = node.anyOf ?? node.oneOf;
  if (branches) return [...new Set(branches.map(typeOf))].join(" or ");
  if (node.type === "array") return node.items ? `list of ${typeOf(node.items)}` : "list";
  if (node.type === "object" && typeof node.additionalProperties === "object" && !node.properties)
    return `${typeOf(node.additionalProperties)} by name`;
  if (node.type === "string") return node.format === "date-time" ? "instant" : "text";
  if (node.type === "integer") return "whole number";
  return typeof node.type === "string" ? node.type : "any";
}

/** Unit of a number, or of the numbers in a list or record. */
export function unitOf(node: SchemaNode): string | undefined {
  if (typeof node.unit === "string") return node.unit;
  if (node.items) return unitOf(node.items);
  return typeof node.additionalProperties === "object" ? unitOf(node.additionalProperties) : undefined;
}

export function limitsOf(node: SchemaNode): string {
  if (node.items && node.type === "array") return limitsOf(node.items);
  if (typeof node.additionalProperties === "object") return limitsOf(node.additionalProperties);
  const { exclusiveMinimum, minimum, maximum } = node as Readonly<Record<string, number | undefined>>;
  const isSafe = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER;
  const low =
    exclusiveMinimum === undefined
      ? minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER
        ? ""
        : `>= ${minimum}`
      : `> ${exclusiveMinimum}`;
  return [low, isSafe ? "" : `<= ${maximum}`].filter(Boolean).join(", ");
}

const code = (value: unknown): string => `\`${JSON.stringify(value)}\``;

export function fieldTable(fields: readonly Field[]): string {
  return table(
    ["field", "type", "unit", "limits", "default", "meaning"],
    fields.map(({ path, type, unit, limits, given, meaning }) => [`\`${path}\``, type, unit, limits, given, meaning]),
  );
}
