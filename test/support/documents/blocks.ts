/**
 * The code blocks of a Markdown page and what each one is. The fence says it:
 *
 *     ts, js, python   a program; a `text` block directly below is what it prints
 *     sh               commands; a `text` block directly below is what they print
 *     text             printed output: always below a program or commands, and always compared
 *     no language      mathematics or a sketch; never directly below a program, where a reader takes it for output
 *
 * A comment directly above the fence may say otherwise:
 *
 *     <!-- file: site.json -->                       the block is this file of the page's folder
 *     <!-- file: prices.csv from examples/data/x --> a copy of a file of the repository, before the block runs
 *     <!-- output of examples/a.ts -->               the block is part of what that program of the repository prints
 *     <!-- not run: reason -->                       shown only
 */
export interface Step {
  readonly kind: "program" | "shell" | "file" | "example";
  readonly language: string;
  readonly text: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  /** Name in the page's folder of a file, or path in the repository of an example. */
  readonly name?: string;
  /** What the step prints, if the page says it. */
  readonly printed?: string;
}

export interface Copy {
  readonly name: string;
  readonly from: string;
}

export interface Page {
  readonly steps: readonly Step[];
  readonly copies: readonly Copy[];
  /** Blocks that are shown only, with the reason. */
  readonly shown: readonly { readonly line: number; readonly reason: string }[];
  /** What is wrong with the page's blocks. */
  readonly faults: readonly string[];
}

const PROGRAMS: ReadonlySet<string> = new Set(["ts", "js", "python"]);

interface Fence {
  readonly language: string;
  readonly text: string;
  readonly line: number;
  readonly directives: readonly string[];
  /** The fence of the block before, if only blank lines lie between. */
  readonly after?: Fence | undefined;
}

export function readPage(path: string, markdown: string): Page {
  const steps: Step[] = [];
  const copies: Copy[] = [];
  const shown: { line: number; reason: string }[] = [];
  const faults: string[] = [];
  const stepOf = new Map<Fence, number>();
  for (const fence of fencesOf(markdown)) {
    const { language, text, line, directives, after } = fence;
    const blame = (what: string): void => void faults.push(`${path}:${line}: ${what}`);
    let isDone = false;
    for (const directive of directives) {
      const copy = /^file: (\S+) from (\S+)$/u.exec(directive);
      const file = /^file: (\S+)$/u.exec(directive);
      const example = /^output of (\S+)$/u.exec(directive);
      const reason = /^not run: (\S.*)$/u.exec(directive)?.[1];
      if (copy) copies.push({ name: copy[1], from: copy[2] });
      else if (file) steps.push({ kind: "file", language, text, line, name: file[1] });
      else if (example) steps.push({ kind: "example", language, text, line, name: example[1], printed: text });
      else if (reason !== undefined) shown.push({ line, reason });
      else
        blame(
          `unknown comment "${directive}"; wanted "file: NAME", "file: NAME from PATH", "output of PATH" ` +
            'or "not run: REASON"',
        );
      isDone ||= !copy;
    }
    if (isDone) continue;
    const above = after === undefined ? undefined : stepOf.get(after);
    if (language === "text") {
      if (above === undefined) blame("printed output without a program or commands directly above it");
      else steps[above] = { ...steps[above], printed: text };
    } else if (language === "") {
      if (above !== undefined) blame("a block without a language below a program; call it text if it is its output");
      else shown.push({ line, reason: "mathematics or a sketch" });
    } else if (PROGRAMS.has(language) || language === "sh") {
      stepOf.set(fence, steps.length);
      steps.push({ kind: language === "sh" ? "shell" : "program", language, text, line });
    } else {
      blame(`a ${language} block that is not a file; put "<!-- file: NAME -->" or "<!-- not run: REASON -->" above it`);
    }
  }
  return { steps, copies, shown, faults };
}

function fencesOf(markdown: string): Fence[] {
  const fences: Fence[] = [];
  const lines = markdown.split("\n");
  let directives: string[] = [];
  let after: Fence | undefined;
  for (let i = 0; i < lines.length; i++) {
    const open = /^```(\w*)\s*$/u.exec(lines[i]);
    const comment = /^<!-- ((?:file:|not run:|output of).*) -->$/u.exec(lines[i]);
    if (open) {
      const end = lines.indexOf("```", i + 1);
      const text = `${lines.slice(i + 1, end).join("\n")}\n`;
      const fence: Fence = { language: open[1], text, line: i + 1, directives, after };
      fences.push(fence);
      after = fence;
      directives = [];
      i = end;
    } else if (comment) {
      directives = [...directives, comment[1]];
    } else if (lines[i].trim() !== "") {
      after = undefined;
      directives = [];
    }
  }
  return fences;
}

/** Whether `printed` is what the page says. A line `...` of the page stands for any lines, and the reader sees it. */
export function isAsPromised(printed: string, promised: string): boolean {
  const parts = `${promised.trim()}\n`.split(/^\.\.\.\n/mu);
  const pattern = parts.map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/gu, "\\$&")).join("(?:.*\\n)*?");
  return new RegExp(`^${pattern}$`, "u").test(`${printed.replaceAll("\r\n", "\n").trim()}\n`);
}

/** Whether the block is a part of what is printed, line for line. */
export function isPart(printed: string, promised: string): boolean {
  return `\n${printed}`.includes(`\n${promised}`);
}
