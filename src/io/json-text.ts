/** JSON texts from files: with a byte order mark or without, and within the levels of `read-limits.ts`. */
import { MOST_LEVELS } from "./read-limits.ts";

/** A value, or the words of the fault. */
export type ParsedJson =
  { readonly value: unknown } | { readonly given: string; readonly wanted: string; readonly fix: string };

const MOST_CHARACTERS = 200;

/**
 * The value of a text. Levels are counted first, since some engines' parsers and every reader that calls itself for
 * what is inside run out of stack on a deep text.
 */
export function parseJson(text: string): ParsedJson {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (isTooDeep(plain))
    return {
      given: `JSON within JSON on more than ${MOST_LEVELS} levels`,
      wanted: `at most ${MOST_LEVELS} levels`,
      fix: "see that it is the file you mean",
    };
  try {
    return { value: JSON.parse(plain) };
  } catch (error) {
    const { message } = error as Error;
    return {
      given: message.length > MOST_CHARACTERS ? `${message.slice(0, MOST_CHARACTERS)}...` : message,
      wanted: "a whole JSON document",
      fix: "the file was cut off or changed; load it again",
    };
  }
}

const [QUOTE, BACKSLASH] = [34, 92];
/** `[` and `{`, `]` and `}` differ in this bit alone. */
const BRACE_BIT = 32;
const [OPEN, CLOSE] = [123, 125];

/** Whether brackets outside of texts stand within one another on more levels than may be. */
function isTooDeep(text: string): boolean {
  let level = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = textEnd(text, i);
    else if ((code | BRACE_BIT) === OPEN) {
      if (++level > MOST_LEVELS) return true;
    } else if ((code | BRACE_BIT) === CLOSE) level--;
  }
  return false;
}

/** Place of the quotation mark that ends the text begun at `open`, or of the end. */
function textEnd(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) return i;
    if (code === BACKSLASH) i++;
  }
  return text.length;
}
