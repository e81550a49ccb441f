import { errorAt, quote, type TextLine, textLines } from "./text-lines.ts";

/**
 * The tokens of a text in CPLEX's LP format. Blanks and line ends only separate tokens, with three exceptions: `\`
 * starts a comment to the end of the line, a section keyword is first on its line, and a bound ends with its line.
 */
export type LpSection = "objective" | "rows" | "bounds" | "general" | "binary" | "semicontinuous" | "other" | "end";

export interface LpToken {
  /** `stop` is the end of the text. */
  readonly kind: "number" | "name" | "relation" | "sign" | "colon" | "section" | "stop";
  readonly text: string;
  /** Set for a `section` token. */
  readonly section?: LpSection;
  readonly line: TextLine;
}

/** Maximum length of a name or number, in characters. */
const MOST_TOKEN_CHARACTERS = 8192;

const sections: readonly (readonly [LpSection, RegExp])[] = [
  ["rows", /^(?:subject\s+to|such\s+that|s\.t\.|st\.?)(?=\s|$)/iu],
  ["bounds", /^bounds?(?=\s|$)/iu],
  [
    "other",
    /^(?:general\s+constraints?|gencon(?:s|str)?|lazy\s+constraints?|user\s+cuts?|sos[12]?|pwlobj|scenarios?|multi-objectives?)(?=\s|$)/iu,
  ],
  ["general", /^(?:generals?|gen|integers?|int)(?=\s|$)/iu],
  ["binary", /^(?:binary|binaries|bin)(?=\s|$)/iu],
  ["semicontinuous", /^semi(?:s|-continuous)?(?=\s|$)/iu],
  ["end", /^end(?=\s|$)/iu],
];
const objective = /^(?:min|max)(?:imi[sz]e|imum)?(?=\s|$)/iu;

// Each character can match in one way only, so the time is linear in the length of the line. A name may not start with
// a digit or a point. Brackets within a name are part of it (`x[1,2]`); a separate bracket starts a quadratic term.
const token =
  /\s*(?:(?<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<other>->|[[\]*^])|(?<relation><=|=<|>=|=>|[<>=])|(?<sign>[+-])|(?<colon>:)|(?<name>[^\s\d.+*^<>=:[\]-][^\s+*^<>=:-]*))/uy;

export function* lpTokens(text: string): Generator<LpToken> {
  let line: TextLine = { number: 1, text: "" };
  let isFirst = true;
  for (const found of textLines(text, (raw) => raw.split("\\", 1)[0])) {
    line = found;
    const words = line.text.trimStart();
    let at = 0;
    const section = isFirst ? (objective.test(words) ? "objective" : undefined) : sectionOf(words);
    isFirst = false;
    if (section !== undefined) {
      const [keyword] = (section === "objective" ? objective : keywordOf(section)).exec(words) ?? [""];
      at = keyword.length;
      yield { kind: "section", section, text: keyword, line };
    }
    while (at < words.length) {
      token.lastIndex = at;
      const groups = token.exec(words)?.groups;
      if (groups === undefined)
        throw errorAt(line, `got ${quote(words.slice(at).trim())}, wanted a name, a number or a relation.`);
      at = token.lastIndex;
      yield tokenOf(groups, line);
    }
  }
  yield { kind: "stop", text: "", line };
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>, line: TextLine): LpToken {
  const { number, other, relation, sign, colon, name } = groups;
  if (other !== undefined) {
    const what = other === "->" ? "an indicator constraint (->)" : `a quadratic term (${other})`;
    throw errorAt(line, `got ${what}, wanted linear terms only; this library solves linear programs.`);
  }
  const text = number ?? name ?? relation ?? sign ?? colon ?? "";
  if (text.length > MOST_TOKEN_CHARACTERS)
    throw errorAt(line, `got a word of ${text.length} characters, wanted at most ${MOST_TOKEN_CHARACTERS}.`);
  if (number !== undefined) return { kind: "number", text, line };
  if (relation !== undefined) return { kind: "relation", text, line };
  if (sign !== undefined) return { kind: "sign", text, line };
  return { kind: colon === undefined ? "name" : "colon", text, line };
}

/** The section that a line starts. A keyword before a colon is a row label instead. */
function sectionOf(words: string): LpSection | undefined {
  const found = sections.find(([, keyword]) => keyword.test(words));
  if (found === undefined) return undefined;
  const [keyword] = found[1].exec(words) ?? [""];
  return /^\s*:/u.test(words.slice(keyword.length, keyword.length + 2)) ? undefined : found[0];
}

function keywordOf(section: LpSection): RegExp {
  return sections.find(([name]) => name === section)?.[1] ?? objective;
}

/** Words that readers of the format understand as keywords anywhere in the text. */
export function isReserved(name: string): boolean {
  const isSection = [objective, ...sections.map(([, keyword]) => keyword)].some(
    (keyword) => keyword.exec(name)?.[0] === name,
  );
  return isSection || /^(?:free|inf|infinity|nan|subject|such|lazy|user|sec)$/iu.test(name);
}
