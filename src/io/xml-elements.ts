/**
 * The elements of an XML document, one at a time as they open and close. Well-formedness is saxes'; entities of a
 * DOCTYPE are not expanded but refused. The text is given to it in blocks, so the reading ends soon behind the first
 * fault, whatever follows it; levels, attributes and texts have the limits of `read-limits.ts`.
 */
import { SaxesParser } from "saxes";
import type { FaultLog, Place } from "./fault-log.ts";
import { MOST_ATTRIBUTES, MOST_FIELD_CHARACTERS, MOST_LEVELS } from "./read-limits.ts";

/** Characters given to the parser at a time. */
const BLOCK = 1 << 16;

export interface XmlElement {
  /** Without the prefix of its namespace, as all names here. */
  readonly name: string;
  /** Names of the elements around it, the root first; valid during the call. */
  readonly path: readonly string[];
  /** Its own text without blanks around it: text and CDATA joined, comments and processing instructions passed over. */
  readonly text: string;
  /** The first element within it. */
  readonly firstChild: string | undefined;
}

export interface XmlReader {
  open(name: string, path: readonly string[]): void;
  close(element: XmlElement): void;
}

/** Where the parser stands, for faults; `stop` ends the reading. */
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
    if (++numAttributes > MOST_ATTRIBUTES)
      refuse(
        `an element of more than ${MOST_ATTRIBUTES} attributes`,
        `at most ${MOST_ATTRIBUTES}`,
        "load the document again",
      );
  });
  parser.on("opentag", (tag) => {
    if (isStopped) return;
    const name = localName(tag.name);
    if (open.length >= MOST_LEVELS)
      return refuse(
        `elements within one another on more than ${MOST_LEVELS} levels`,
        `at most ${MOST_LEVELS} levels`,
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
    // Blanks between elements are nobody's text; those within a text part what stands on either side.
    if ((element.text === "" || element.firstChild !== undefined) && part.trim() === "") return;
    element.text += part;
    const { length } = element.text;
    if (length > MOST_FIELD_CHARACTERS)
      refuse(
        `a text of ${length} characters in ${element.name}`,
        `at most ${MOST_FIELD_CHARACTERS} characters`,
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
