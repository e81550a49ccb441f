import ts from "typescript";
import { lineOf, type SourceFile } from "./source-facts.ts";

/**
 * Words and word orders that a reader has to read twice, searched in identifiers, comments, strings and documents. The
 * rules come from the language page of the project: subject, verb, object; the field's term, never a metaphor.
 */
export interface WordRule {
  readonly pattern: RegExp;
  /** What to write instead. */
  readonly instead: string;
}

/** Phrases in comments, strings and documents. */
export const phraseRules: readonly WordRule[] = [
  { pattern: /\bfor want of\b/iu, instead: 'say what is missing: "No x was given, so ..."' },
  { pattern: /(?<!\bthere )\b(?:is|are|was|were) none\b/iu, instead: 'say what it is not: "is not a number"' },
  { pattern: /(?<!\bthere )\b(?:is|are) no (?!longer\b)[a-z]/iu, instead: 'say "is not a ..." or "has no ..."' },
  {
    pattern: /(?:^|[.:;?!] )Of (?:an?|the|two|three|several|equal|equally|each|every|all|many|one)\b[^.;:]*,/u,
    instead: "begin the sentence with its subject",
  },
  { pattern: /\bequally cheap (?:schedules|plans)\b/iu, instead: "ties are broken deterministically: ..." },
  { pattern: /\bsteers nothing\b/iu, instead: '"is reported but not optimised"' },
  { pattern: /\bis (?:told|printed as negative)\b/iu, instead: '"is reported"' },
  { pattern: /\b(?:told|untold)\b/iu, instead: "listed, reported, stated, broken down by" },
  { pattern: /\bwhere prices do not keep\b/iu, instead: '"where the LP relaxation violates them"' },
  { pattern: /\b(?:a hole is a fault|holed?)\b/iu, instead: "a missing interval, a gap" },
  { pattern: /\bits own words\b/iu, instead: '"main fields"' },
  { pattern: /\bdoors?\b/iu, instead: '"entry point"' },
  { pattern: /\bhouse(?! rig)\b/iu, instead: 'say what is meant: "repository", "rules of this project"' },
  { pattern: /\bout of sight\b/iu, instead: '"is not modelled"' },
  { pattern: /\bsimplex from nothing\b/iu, instead: '"cold-start simplex"' },
  { pattern: /\bas (?:it|they) came\b/iu, instead: 'say what was not done: "ties were not broken"' },
  { pattern: /\battracts?\b/iu, instead: '"is a pricing candidate"' },
  { pattern: /\bThe few of many\b/iu, instead: '"sparse list of ..."' },
  { pattern: /\b(?:dear|dearer|dearest)\b/iu, instead: '"expensive"' },
  { pattern: /\b(?:story|stories)\b/iu, instead: '"program order", "sequence"' },
  { pattern: /\btoo near to say\b|\bhands off\b/iu, instead: '"within rounding error: leave it unchanged"' },
  { pattern: /\b(?:heldBy|holdsTo)\b/u, instead: "bindingLimits, validFor" },
  { pattern: /\bwish(?:es)?\b/iu, instead: '"tie-break weight", "objective"' },
];

/** Single words of camel-case identifiers; `aiOnlyKeeps` is `ai`, `only`, `keeps`. */
export const identifierWords: Readonly<Record<string, string>> = {
  keep: "retain, store, select: say which",
  keeps: "retain, store, select: say which",
  kept: "retained, stored, selected: say which",
  hold: "repeat, be valid, be fixed: say which",
  holds: "repeats, is valid, is fixed: say which",
  held: "repeated, valid, fixed: say which",
  stand: "be at",
  stands: "is at",
  told: "reported",
  untold: "unreported",
  meet: "satisfy, detect",
  meets: "satisfies, detects",
  dear: "expensive",
  dearest: "most expensive",
  story: "programOrder",
  door: "entryPoint",
  doors: "entryPoints",
  house: "project",
  wish: "tieBreakWeight",
  wishes: "tieBreakWeights",
  attracts: "isPricingCandidate",
  hole: "gap",
  holes: "gaps",
};

/** Whole identifiers, by what they are called now. */
export const identifierNames: Readonly<Record<string, string>> = {
  wrongBy: "dualInfeasibility",
  goOn: "warmStart",
  passOver: "stepPastBlockingPairs",
  isDear: "isFactorisationExpensive",
  dropLooseRow: "dropRedundantRow",
  turnSingletonRow: "singletonRowToBound",
  meetImpossibleRow: "detectInfeasibleRow",
  Edge: "ParseContext",
  readPrices: "decodePrices",
  readPlan: "decodePlan",
  readLedger: "decodeLedger",
  mendingRaise: "sufficientRaise",
  holdsTo: "validFor",
  emptied: "atMinimum",
};

/** What the rules allow, with the reason. A text is allowed in identifiers and in prose. */
export const allowedTexts: readonly (readonly [text: string, reason: string])[] = [
  ["assetsAiOnlyKeeps", "public input field"],
  ["aiOnlyKeeps", "public input field"],
  ["heldBtc", "public result field of a treasury, whose word it is"],
  ["heldUsd", "public result field of a treasury, whose word it is"],
];

/** One line per breach in a TypeScript file. */
export function wordBreaches(file: SourceFile): string[] {
  const breaches: string[] = [];
  const blame = (line: number, text: string, instead: string): void => {
    breaches.push(`${file.path}:${line}: ${text}; ${instead}`);
  };
  for (const { line, text } of proseOf(file))
    for (const found of phraseBreaches(text)) blame(line, found.text, found.instead);
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isDeclaredName(node)) {
      const instead = identifierBreach(node.text);
      if (instead !== undefined) blame(lineOf(file.tree, node), node.text, `call it after ${instead}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return breaches;
}

/** One line per breach in a Markdown document; code blocks and code spans are not prose. */
export function documentBreaches(path: string, text: string): string[] {
  let isCode = false;
  return text.split("\n").flatMap((line, i) => {
    if (line.startsWith("```")) isCode = !isCode;
    if (isCode) return [];
    const prose = line.replaceAll(/`[^`]*`/gu, "`x`");
    return phraseBreaches(prose).map((found) => `${path}:${i + 1}: ${found.text}; ${found.instead}`);
  });
}

export function phraseBreaches(text: string): { readonly text: string; readonly instead: string }[] {
  const checked = allowedTexts.reduce((rest, [allowed]) => rest.replaceAll(allowed, "x"), text);
  return phraseRules.flatMap(({ pattern, instead }) => {
    const found = pattern.exec(checked);
    return found ? [{ text: JSON.stringify(found[0].slice(0, 60)), instead }] : [];
  });
}

/** What to call an identifier instead; undefined if its name is fine. */
export function identifierBreach(name: string): string | undefined {
  if (allowedTexts.some(([allowed]) => allowed === name)) return undefined;
  if (Object.hasOwn(identifierNames, name)) return identifierNames[name];
  const words = name.split(/(?<=[a-z0-9])(?=[A-Z])|_/u).map((word) => word.toLowerCase());
  const bad = words.find((word) => Object.hasOwn(identifierWords, word));
  return bad === undefined ? undefined : identifierWords[bad];
}

/** Comments and strings with their lines; a comment is one text, so that phrases over line ends are found. */
function proseOf({ tree }: SourceFile): { readonly line: number; readonly text: string }[] {
  const prose: { readonly line: number; readonly text: string }[] = [];
  const source = tree.getFullText();
  const seen = new Set<number>();
  const addComments = (ranges: readonly ts.CommentRange[] | undefined): void => {
    for (const { pos, end } of ranges ?? []) {
      if (seen.has(pos)) continue;
      seen.add(pos);
      const text = source
        .slice(pos, end)
        .replaceAll(/^\/\*+|\*\/$|^\/\/|^\s*\*(?= |$)/gmu, "")
        .replaceAll(/\s+/gu, " ")
        .trim();
      prose.push({ line: tree.getLineAndCharacterOfPosition(pos).line + 1, text });
    }
  };
  const visit = (node: ts.Node): void => {
    addComments(ts.getLeadingCommentRanges(source, node.getFullStart()));
    addComments(ts.getTrailingCommentRanges(source, node.getEnd()));
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isText) prose.push({ line: lineOf(tree, node), text: node.text });
    for (const child of node.getChildren(tree)) visit(child);
  };
  visit(tree);
  return prose;
}

function isDeclaredName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent))
    return false;
  return "name" in parent && parent.name === node;
}
