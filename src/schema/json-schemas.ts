import planInput from "./plan-input.json" with { type: "json" };
import sizingInput from "./sizing-input.json" with { type: "json" };
import results from "./results.json" with { type: "json" };

/** A JSON Schema of dialect 2020-12, as plain JSON. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/**
 * The JSON Schema of what `planPower` takes, for editors, forms and other languages. Every field has a description;
 * numbers have their unit in the keyword `unit`. It checks shape and range of each field; what fields mean to each
 * other (lengths, names, dates) only the planner checks.
 */
export function planInputJsonSchema(): JsonSchema {
  return copyOf(planInput);
}

/**
 * The JSON Schema of a plan's result as `JSON.stringify` writes it: of every `status`, with the readings of every kind
 * of asset. Every field has a description; numbers and series have their unit in the keyword `unit` (`see unit`: the
 * field beside it that is called `unit`). A field that the schema does not know is an error.
 *
 * It describes `version` 1 as this release writes it. Within a version fields may be added, never renamed or removed,
 * so results of earlier releases with that version are valid too.
 */
export function planResultJsonSchema(): JsonSchema {
  return schemaOf(results.roots.PlanResult);
}

/** As `planResultJsonSchema`, of what `compareBaselines` returns. */
export function comparisonJsonSchema(): JsonSchema {
  return schemaOf(results.roots.BaselineComparison);
}

/** The JSON Schema of the rate and the choices that `wattsplit size` reads and `sizeSite` takes among its options. */
export function sizingInputJsonSchema(): JsonSchema {
  return copyOf(sizingInput);
}

/** As `planResultJsonSchema`, of what `sizeSite` returns. */
export function sizingResultJsonSchema(): JsonSchema {
  return schemaOf(results.roots.SizingResult);
}

/** The schema with the definitions that it refers to, directly or through others. */
function schemaOf(root: object): JsonSchema {
  const all: Readonly<Record<string, object>> = results.$defs;
  const needed = new Set<string>();
  const visit = (node: object) => {
    for (const [, name] of JSON.stringify(node).matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g)) {
      if (needed.has(name)) continue;
      needed.add(name);
      visit(all[name]);
    }
  };
  visit(root);
  const names = Object.keys(all).filter((name) => needed.has(name));
  return copyOf({ $schema: DIALECT, ...root, $defs: Object.fromEntries(names.map((name) => [name, all[name]])) });
}

/** The caller may write into what it gets. */
function copyOf(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema)) as JsonSchema;
}
