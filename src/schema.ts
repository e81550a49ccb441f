/** `wattsplit/schema`: the JSON Schemas of what the planner takes and gives, apart from the planner. */
export {
  comparisonJsonSchema,
  planInputJsonSchema,
  planResultJsonSchema,
  sizingInputJsonSchema,
  sizingResultJsonSchema,
  type JsonSchema,
} from "./schema/json-schemas.ts";
