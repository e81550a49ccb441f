import { errorAt, quote } from "./text-lines.ts";
import { lpTokens, type LpSection, type LpToken } from "./lp-format-tokens.ts";
import { INFINITE_BOUND } from "../infinite-bounds.ts";

/** A constant: its text, for exact sums, and its value as a double. As a bound, a size of 1e20 and more is infinite. */
export interface LpConstant {
  readonly text: string;
  readonly value: number;
}

const infinity = /^inf(?:inity)?$/iu;

export function isInfinity({ kind, text }: LpToken): boolean {
  return kind === "name" && infinity.test(text);
}

export function parseBoundConstant(text: string): LpConstant {
  const value = Number(text);
  return { text, value: Math.abs(value) >= INFINITE_BOUND ? Math.sign(value) * Infinity : value };
}

/** The tokens one by one, with a lookahead of two. */
export function lpCursor(text: string) {
  const tokens = lpTokens(text);
  const ahead: LpToken[] = [];
  const peek = (distance = 0): LpToken => {
    while (ahead.length <= distance) {
      const { value, done } = tokens.next();
      if (done === true) return ahead.at(-1) as LpToken;
      ahead.push(value);
    }
    return ahead[distance];
  };
  const next = (): LpToken => {
    const token = peek();
    if (token.kind !== "stop") ahead.shift();
    return token;
  };
  const describe = (token: LpToken): string => (token.kind === "stop" ? "the end of the text" : quote(token.text));
  const fail = (wanted: string, token = peek()): never => {
    throw errorAt(token.line, `got ${describe(token)}, wanted ${wanted}.`);
  };
  /** 1 or -1. Several signs in sequence multiply. */
  const signs = (): number => {
    let sign = 1;
    while (peek().kind === "sign") if (next().text === "-") sign = -sign;
    return sign;
  };
  return {
    peek,
    next,
    fail,
    signs,
    isLabel: (): boolean => peek().kind === "name" && peek(1).kind === "colon",
    isSection: (): boolean => peek().kind === "section" || peek().kind === "stop",
    takeSection: (): LpSection | undefined => (peek().kind === "section" ? next().section : undefined),

    takeLabel(): string | undefined {
      if (peek().kind !== "name" || peek(1).kind !== "colon") return undefined;
      const label = next().text;
      next();
      return label;
    },

    /** A relation as one character; undefined if the next token is not a relation. */
    takeRelation(): "<" | ">" | "=" | undefined {
      if (peek().kind !== "relation") return undefined;
      const relation = next().text;
      return relation.includes("<") ? "<" : relation.includes(">") ? ">" : "=";
    },

    /** Whether the next token is an infinite bound, with or without a sign. */
    isInfinite: (): boolean => isInfinity(peek()) || (peek().kind === "sign" && isInfinity(peek(1))),

    /** A bound: a number or a spelling of infinity, with optional signs. */
    takeBound(): LpConstant {
      const sign = signs();
      const token = next();
      if (isInfinity(token)) return { text: "0", value: sign * Infinity };
      if (token.kind !== "number") return fail("a number or infinity", token);
      return parseBoundConstant(sign < 0 ? `-${token.text}` : token.text);
    },
  };
}

export type LpCursor = ReturnType<typeof lpCursor>;
