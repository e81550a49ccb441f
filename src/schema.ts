/** `wattsplit/schema`: the JSON Schema of what the planner takes, apart from the planner. */
export { planInputJsonSchema, type JsonSchema } from "./schema/json-schemas.ts";
