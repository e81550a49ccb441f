import { faultAt, quote } from "./text-lines.ts";
import { lpTokens, type LpSection, type LpToken } from "./lp-format-tokens.ts";
import { NO_LIMIT } from "./text-number.ts";

/** A constant as it was written, for exact sums, and as a double; sizes of 1e20 and more, as limits, are infinite. */
export interface LpConstant {
  readonly text: string;
  readonly value: number;
}

const infinity = /^inf(?:inity)?$/iu;

export function isInfinity({ kind, text }: LpToken): boolean {
  return kind === "name" && infinity.test(text);
}

export function limitOf(text: string): LpConstant {
  const value = Number(text);
  return { text, value: Math.abs(value) >= NO_LIMIT ? Math.sign(value) * Infinity : value };
}

/** The tokens one by one, with a look at the next two. */
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
    throw faultAt(token.line, `got ${describe(token)}, wanted ${wanted}.`);
  };
  /** 1 or -1; several signs in a row multiply. */
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

    /** A relation as one character; undefined where there is none. */
    takeRelation(): "<" | ">" | "=" | undefined {
      if (peek().kind !== "relation") return undefined;
      const relation = next().text;
      return relation.includes("<") ? "<" : relation.includes(">") ? ">" : "=";
    },

    /** Whether an infinite limit comes next, with a sign or without. */
    isInfinite: (): boolean => isInfinity(peek()) || (peek().kind === "sign" && isInfinity(peek(1))),

    /** A limit: a number or a spelling of infinity, signs in front. */
    takeLimit(): LpConstant {
      const sign = signs();
      const token = next();
      if (isInfinity(token)) return { text: "0", value: sign * Infinity };
      if (token.kind !== "number") return fail("a number or infinity", token);
      return limitOf(sign < 0 ? `-${token.text}` : token.text);
    },
  };
}

export type LpCursor = ReturnType<typeof lpCursor>;
