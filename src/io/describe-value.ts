/**
 * Describes any value in a few words for a message. It runs none of the value's code, and cuts circular and deep values
 * short.
 */
import { quoted } from "./fault-log.ts";

const MAX_CHARACTERS = 60;

/** The kind of a value and, if short, the value: `the text "a"`, `an array of 3`, `a Uint8Array`. */
export function describeValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return `the text ${quoted(value)}`;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value !== "object") return `a ${typeof value}`;
  const kind = typeName(value);
  return kind === "Object" ? "an object" : `${/^[aeio]/i.test(kind) ? "an" : "a"} ${kind}`;
}

/** A value as JSON, cut after 60 characters. */
export function shortJson(value: unknown): string {
  if (value === undefined) return "nothing";
  let text = "";
  // Every level adds a character, so the limit also ends circular and deep values.
  const write = (part: unknown): void => {
    if (text.length > MAX_CHARACTERS) return;
    if (Array.isArray(part)) writeAll("[", part.length, (i) => write(part[i]), "]");
    else if (typeof part === "string") text += JSON.stringify(part.slice(0, MAX_CHARACTERS + 1));
    else if (typeof part !== "object" || part === null)
      text +=
        part === undefined
          ? "nothing"
          : typeof part === "symbol" || typeof part === "function"
            ? `a ${typeof part}`
            : String(part);
    else if (typeName(part) !== "Object") text += describeValue(part);
    else {
      const keys = Object.keys(part);
      writeAll(
        "{",
        keys.length,
        (i) => {
          text += `${JSON.stringify(keys[i].slice(0, MAX_CHARACTERS))}:`;
          write((part as Readonly<Record<string, unknown>>)[keys[i]]);
        },
        "}",
      );
    }
  };
  const writeAll = (open: string, num: number, writeOne: (i: number) => void, close: string): void => {
    text += open;
    for (let i = 0; i < num && text.length <= MAX_CHARACTERS; i++) {
      if (i > 0) text += ",";
      writeOne(i);
    }
    text += close;
  };
  write(value);
  return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS - 3)}...` : text;
}

/** `Object`, `Date`, `Uint8Array`, or the name of a custom class. */
export function typeName(value: object): string {
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (kind !== "Object") return kind;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return "Object";
  const name: unknown = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(value) as object, "constructor")?.value;
  return typeof name === "function" && name.name !== "" ? name.name.slice(0, MAX_CHARACTERS) : "Object";
}
