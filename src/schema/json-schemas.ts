import planInput from "./plan-input.json" with { type: "json" };

/** A JSON Schema of dialect 2020-12, as plain JSON. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * The JSON Schema of what `planPower` takes, for editors, forms and other languages. Every field has a description;
 * numbers have their unit in the keyword `unit`. It checks shape and range of each field; what fields mean to each
 * other (lengths, names, dates) only the planner checks.
 */
export function planInputJsonSchema(): JsonSchema {
  return copyOf(planInput);
}

/** The caller may write into what it gets. */
function copyOf(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema)) as JsonSchema;
}
