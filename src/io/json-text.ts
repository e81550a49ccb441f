/** Parses JSON texts of files, with or without a byte order mark, within the nesting limit of `read-limits.ts`. */
import { MAX_LEVELS } from "./read-limits.ts";

/** A value, or the message of the error. */
export type ParsedJson =
  { readonly value: unknown } | { readonly given: string; readonly wanted: string; readonly fix: string };

const MAX_CHARACTERS = 200;

/**
 * Parses a text. Nesting is counted first, because some engines' parsers and every recursive reader overflow the stack
 * on a deeply nested text.
 */
export function parseJson(text: string): ParsedJson {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (isTooDeep(plain))
    return {
      given: `JSON nested on more than ${MAX_LEVELS} levels`,
      wanted: `at most ${MAX_LEVELS} levels`,
      fix: "check that it is the right file",
    };
  try {
    return { value: JSON.parse(plain) };
  } catch (error) {
    const { message } = error as Error;
    return {
      given: message.length > MAX_CHARACTERS ? `${message.slice(0, MAX_CHARACTERS)}...` : message,
      wanted: "a complete JSON document",
      fix: "the file was cut off or changed; load it again",
    };
  }
}

const [QUOTE, BACKSLASH] = [34, 92];
/** `[` and `{`, and `]` and `}`, differ only in this bit. */
const BRACE_BIT = 32;
const [OPEN, CLOSE] = [123, 125];

/** Whether brackets outside of strings are nested deeper than allowed. */
function isTooDeep(text: string): boolean {
  let level = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = textEnd(text, i);
    else if ((code | BRACE_BIT) === OPEN) {
      if (++level > MAX_LEVELS) return true;
    } else if ((code | BRACE_BIT) === CLOSE) level--;
  }
  return false;
}

/** Position of the quotation mark that closes the string opened at `open`, or the end of the text. */
function textEnd(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) return i;
    if (code === BACKSLASH) i++;
  }
  return text.length;
}
