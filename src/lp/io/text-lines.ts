import { ProgramError } from "../../errors.ts";

/** A line of a text that says something. */
export interface TextLine {
  /** Counted from 1; `\n`, `\r\n` and a lone `\r` end a line. */
  readonly number: number;
  /** Without its comment and trailing blanks; never empty. */
  readonly text: string;
}

/** Longest piece of a text that an error repeats. */
const MOST_QUOTED = 60;

/**
 * The lines of a text, one at a time, so that memory does not grow with their number. `withoutComment` takes the
 * comment off a line; what is blank then is skipped. Time is linear in the text.
 */
export function* textLines(text: string, withoutComment: (line: string) => string): Generator<TextLine> {
  // A byte order mark, as Windows editors leave it, is a blank to \s and would hide the first header.
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  // Each search goes on from its last find: a text of a million lines without the other mark is searched once for it.
  let lineFeed = -1;
  let carriageReturn = -1;
  for (let number = 1; at < text.length; number++) {
    if (lineFeed < at) lineFeed = placeOf("\n");
    if (carriageReturn < at) carriageReturn = placeOf("\r");
    const end = Math.min(lineFeed, carriageReturn);
    const line = end === at ? "" : withoutComment(text.slice(at, end)).trimEnd();
    at = carriageReturn + 1 === lineFeed ? lineFeed + 1 : end + 1;
    if (line !== "") yield { number, text: line };
  }

  function placeOf(mark: string): number {
    const found = text.indexOf(mark, at);
    return found < 0 ? text.length : found;
  }
}

/** A piece of the text as errors repeat it: in quotes, cut after 60 characters. */
export function quote(piece: string): string {
  return JSON.stringify(piece.length > MOST_QUOTED ? `${piece.slice(0, MOST_QUOTED)}...` : piece);
}

/** The error of a line: where, then what was given and wanted. */
export function faultAt(line: Pick<TextLine, "number">, message: string): ProgramError {
  return new ProgramError(`line ${line.number}`, message);
}

export function refuseSecond(isSecond: boolean, what: string, line: TextLine): void {
  if (isSecond) throw faultAt(line, `${what} for the second time, wanted it once.`);
}
