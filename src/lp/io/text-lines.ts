import { ProgramError } from "../../errors.ts";

/** A line of a text that is not blank. */
export interface TextLine {
  /** Counted from 1; `\n`, `\r\n` and a lone `\r` end a line. */
  readonly number: number;
  /** Without its comment and trailing blanks; never empty. */
  readonly text: string;
}

/** Maximum number of characters that an error message quotes. */
const MOST_QUOTED = 60;

/**
 * The lines of a text, one at a time, so memory does not grow with their number. `withoutComment` removes the comment
 * of a line; lines that are blank afterwards are skipped. Time is linear in the length of the text.
 */
export function* textLines(text: string, withoutComment: (line: string) => string): Generator<TextLine> {
  // NB: Windows editors write a byte order mark, which matches \s and would hide the first header.
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  // Each search continues from its last match. A text with a million lines and only one kind of line end is searched
  // once for the other kind.
  let lineFeed = -1;
  let carriageReturn = -1;
  for (let number = 1; at < text.length; number++) {
    if (lineFeed < at) lineFeed = positionOf("\n");
    if (carriageReturn < at) carriageReturn = positionOf("\r");
    const end = Math.min(lineFeed, carriageReturn);
    const line = end === at ? "" : withoutComment(text.slice(at, end)).trimEnd();
    at = carriageReturn + 1 === lineFeed ? lineFeed + 1 : end + 1;
    if (line !== "") yield { number, text: line };
  }

  function positionOf(mark: string): number {
    const found = text.indexOf(mark, at);
    return found < 0 ? text.length : found;
  }
}

/** A piece of the text for an error message: in quotes, cut after 60 characters. */
export function quote(piece: string): string {
  return JSON.stringify(piece.length > MOST_QUOTED ? `${piece.slice(0, MOST_QUOTED)}...` : piece);
}

/** An error at a line: its number, then the message. */
export function errorAt(line: Pick<TextLine, "number">, message: string): ProgramError {
  return new ProgramError(`line ${line.number}`, message);
}

export function rejectDuplicate(isSecond: boolean, what: string, line: TextLine): void {
  if (isSecond) throw errorAt(line, `got ${what} a second time, wanted it once.`);
}
