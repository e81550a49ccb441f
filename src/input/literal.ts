/** How a value and its place in the input stand in a message. */

/** `assets[2].importLimitMw[17]` from its parts; keys that are no identifiers are quoted. */
export function pathOf(base: string, parts: readonly PropertyKey[]): string {
  let path = base;
  for (const part of parts) {
    if (typeof part === "number") path += `[${part}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(String(part))) path += path === "" ? String(part) : `.${String(part)}`;
    else path += `[${quoted(String(part))}]`;
  }
  return path;
}

/** A value in a few words: what it is and, where short, how it reads. Never runs code of the value. */
export function literal(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return `the text ${quoted(value)}`;
  if (Array.isArray(value)) return value.length === 1 ? "an array of 1 entry" : `an array of ${value.length} entries`;
  if (typeof value !== "object") return `a ${typeof value}`;
  const keys = Object.keys(value);
  if (keys.length === 0) return "an object without keys";
  return `an object with ${keys.slice(0, 4).map(quoted).join(", ")}${keys.length > 4 ? ", ..." : ""}`;
}

/** Text in quotation marks, cut to a readable length. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}

/** `a, b or c`, cut after a dozen. */
export function listed(items: readonly string[], conjunction = "or"): string {
  if (items.length > 12) return `${items.slice(0, 12).join(", ")}, ...`;
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${conjunction} ${items[items.length - 1]}`;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
