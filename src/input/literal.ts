/** Formats a value and its place in the input for a message. */

/** Joins `assets[2].importLimitMw[17]` from its parts; keys that are not identifiers are quoted. */
export function pathOf(base: string, parts: readonly PropertyKey[]): string {
  let path = base;
  for (const part of parts) {
    const key = String(part);
    if (typeof part === "number") path += `[${key}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(key)) path += path === "" ? key : `.${key}`;
    else path += `[${quoted(key)}]`;
  }
  return path;
}

/** Describes a value in a few words: its kind and, if short, its text. Never runs code of the value. */
export function literal(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return `the text ${quoted(value)}`;
  if (Array.isArray(value)) return `an array of ${value.length} ${value.length === 1 ? "entry" : "entries"}`;
  if (typeof value !== "object") return `a ${typeof value}`;
  if (ArrayBuffer.isView(value))
    return `a ${Object.prototype.toString.call(value).slice(8, -1)} of ${value.byteLength} bytes`;
  const keys = keysOf(value);
  return keys.length === 0 ? "an empty object" : `an object with ${cut(keys.slice(0, 5).map(quoted), 4)}`;
}

/** Undefined for a proxy whose keys cannot be listed. */
function keysOf(value: object): readonly string[] {
  try {
    return Object.keys(value);
  } catch {
    return [];
  }
}

/** Text in quotation marks, shortened. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}

/** `a, b or c`, shortened after a dozen if that hides more than one. */
export function listed(items: readonly string[]): string {
  if (items.length > 13 || items.length < 2) return cut(items, 12);
  return `${items.slice(0, -1).join(", ")} or ${items[items.length - 1]}`;
}

function cut(items: readonly string[], num: number): string {
  return items.slice(0, num).join(", ") + (items.length > num ? ", ..." : "");
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
