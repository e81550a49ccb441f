/**
 * Visits the elements of an XML document as they open and close. The saxes parser checks that it is well-formed;
 * entities declared in a DOCTYPE are refused, not expanded. The text is parsed in blocks, so reading stops soon after
 * the first error. Levels, attributes and texts have the limits of `read-limits.ts`.
 */
import { SaxesParser } from "saxes";
import type { FaultLog, Place } from "./fault-log.ts";
import { MAX_ATTRIBUTES, MAX_FIELD_CHARACTERS, MAX_LEVELS } from "./read-limits.ts";

/** Characters parsed at a time. */
const BLOCK = 1 << 16;

export interface XmlElement {
  /** Local name, without the namespace prefix, like all names here. */
  readonly name: string;
  /** Names of the enclosing elements, the root first; valid during the call. */
  readonly path: readonly string[];
  /** Its own text, trimmed: text and CDATA joined, comments and processing instructions ignored. */
  readonly text: string;
  /** The first element within it. */
  readonly firstChild: string | undefined;
}

export interface XmlReader {
  open(name: string, path: readonly string[]): void;
  close(element: XmlElement): void;
}

/** The position of the parser, for faults; `stop` ends reading. */
export interface XmlPosition {
  here(heading?: string): Place;
  stop(): void;
}

interface OpenElement {
  readonly name: string;
  readonly path: readonly string[];
  text: string;
  firstChild: string | undefined;
}

export function eachXmlElement(text: string, faults: FaultLog, makeReader: (position: XmlPosition) => XmlReader): void {
  const parser = new SaxesParser();
  const open: OpenElement[] = [];
  const path: string[] = [];
  let numAttributes = 0;
  let isStopped = false;
  const here = (heading?: string): Place => ({ line: parser.line, column: parser.column, heading });
  const stop = (): void => {
    isStopped = true;
  };
  const refuse = (given: string, wanted: string, fix: string): void => {
    if (!isStopped) faults.add(here(), given, wanted, fix);
    stop();
  };
  const reader = makeReader({ here, stop });

  parser.on("error", ({ message }) =>
    refuse(
      message.replace(/^\d+:\d+: /, "").replace(/\.$/, ""),
      "a well-formed XML document",
      "the file was cut off or changed; load it again",
    ),
  );
  parser.on("opentagstart", () => {
    numAttributes = 0;
  });
  parser.on("attribute", () => {
    if (++numAttributes > MAX_ATTRIBUTES)
      refuse(
        `an element of more than ${MAX_ATTRIBUTES} attributes`,
        `at most ${MAX_ATTRIBUTES}`,
        "load the document again",
      );
  });
  parser.on("opentag", (tag) => {
    if (isStopped) return;
    const name = localName(tag.name);
    if (open.length >= MAX_LEVELS)
      return refuse(
        `elements nested on more than ${MAX_LEVELS} levels`,
        `at most ${MAX_LEVELS} levels`,
        "load the document again",
      );
    const parent = open.at(-1);
    if (parent) parent.firstChild ??= name;
    reader.open(name, path);
    open.push({ name, path, text: "", firstChild: undefined });
    path.push(name);
  });
  const addText = (part: string): void => {
    const element = open.at(-1);
    if (isStopped || !element) return;
    // Blanks between elements are not text; blanks inside a text separate its words.
    if ((element.text === "" || element.firstChild !== undefined) && part.trim() === "") return;
    element.text += part;
    const { length } = element.text;
    if (length > MAX_FIELD_CHARACTERS)
      refuse(
        `a text of ${length} characters in ${element.name}`,
        `at most ${MAX_FIELD_CHARACTERS} characters`,
        "load the document again",
      );
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const element = open.pop();
    if (isStopped || !element) return;
    path.pop();
    element.text = element.text.trim();
    reader.close(element);
  });

  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let from = start; from < text.length; from += BLOCK) {
    parser.write(text.slice(from, from + BLOCK));
    if (isStopped) return;
  }
  parser.close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
