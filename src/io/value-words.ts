/**
 * Values in messages: in a few words, whatever the value is. None of its code is run, and a ring or a deep value is
 * cut.
 */
import { shown } from "./fault-log.ts";

const MOST_CHARACTERS = 60;

/** What a value is and, where short, how it reads: `the text "a"`, `an array of 3`, `a Uint8Array`. */
export function valueWords(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return `the text ${shown(value)}`;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value !== "object") return `a ${typeof value}`;
  const kind = kindOf(value);
  return kind === "Object" ? "an object" : `${/^[aeio]/i.test(kind) ? "an" : "a"} ${kind}`;
}

/** A value as JSON, cut after 60 characters. */
export function said(value: unknown): string {
  if (value === undefined) return "nothing";
  let text = "";
  // Every level adds a character, so the cut ends a ring and a deep value too.
  const write = (part: unknown): void => {
    if (text.length > MOST_CHARACTERS) return;
    if (Array.isArray(part)) writeAll("[", part.length, (i) => write(part[i]), "]");
    else if (typeof part === "string") text += JSON.stringify(part.slice(0, MOST_CHARACTERS + 1));
    else if (typeof part !== "object" || part === null)
      text +=
        part === undefined
          ? "nothing"
          : typeof part === "symbol" || typeof part === "function"
            ? `a ${typeof part}`
            : String(part);
    else if (kindOf(part) !== "Object") text += valueWords(part);
    else {
      const keys = Object.keys(part);
      writeAll(
        "{",
        keys.length,
        (i) => {
          text += `${JSON.stringify(keys[i].slice(0, MOST_CHARACTERS))}:`;
          write((part as Readonly<Record<string, unknown>>)[keys[i]]);
        },
        "}",
      );
    }
  };
  const writeAll = (open: string, num: number, writeOne: (i: number) => void, close: string): void => {
    text += open;
    for (let i = 0; i < num && text.length <= MOST_CHARACTERS; i++) {
      if (i > 0) text += ",";
      writeOne(i);
    }
    text += close;
  };
  write(value);
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 3)}...` : text;
}

/** `Object`, `Date`, `Uint8Array`, or of a class of one's own its name. */
export function kindOf(value: object): string {
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (kind !== "Object") return kind;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return "Object";
  const name: unknown = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(value) as object, "constructor")?.value;
  return typeof name === "function" && name.name !== "" ? name.name.slice(0, MOST_CHARACTERS) : "Object";
}
