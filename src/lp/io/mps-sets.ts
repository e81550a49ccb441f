import { ProgramError } from "../../errors.ts";
import { errorAt, quote, type TextLine } from "./text-lines.ts";
import type { ReadNotice } from "./text-program.ts";

/**
 * Sections whose lines belong to named sets, and the option that chooses the set. A program uses one set per section.
 */
const optionOf = { RHS: "rhs", RANGES: "ranges", BOUNDS: "bounds" } as const;
export type MpsSetSection = keyof typeof optionOf;
export type MpsSetChoice = { readonly [Option in (typeof optionOf)[MpsSetSection]]?: string };

/** Maximum number of names in a notice. */
const MOST_LISTED = 10;

/** Chooses the set of RHS, RANGES and BOUNDS: the one that the caller names, or the first one of the text. */
export function mpsSets(choice: MpsSetChoice) {
  /** The sets of each section in order: the line where each starts and its number of lines. */
  const setsOf = new Map<MpsSetSection, Map<string, { readonly line: TextLine; count: number }>>();
  const chosenSet = (section: MpsSetSection): string | undefined =>
    choice[optionOf[section]] ?? setsOf.get(section)?.keys().next().value;
  return {
    /** Whether a line of this set belongs to the chosen set. */
    isRead(section: MpsSetSection, set: string, line: TextLine): boolean {
      const sets = setsOf.get(section) ?? new Map();
      setsOf.set(section, sets);
      const known = sets.get(set);
      if (known === undefined) {
        if (sets.size > 0 && (set === "" || sets.has(""))) {
          throw errorAt(
            line,
            `some lines of ${section} name a set and others do not, wanted the set name on all lines or on no line.`,
          );
        }
        sets.set(set, { line, count: 1 });
      } else known.count++;
      return set === chosenSet(section);
    },

    /** Adds a notice of the sets that were not read. Throws if the text lacks a set that the caller names. */
    finish(notices: ReadNotice[]): void {
      for (const section of Object.keys(optionOf) as MpsSetSection[]) {
        const sets = setsOf.get(section);
        const option = optionOf[section];
        const read = chosenSet(section);
        if (choice[option] !== undefined && sets?.has(choice[option]) !== true) {
          const names = sets === undefined ? "" : `: ${list([...sets.keys()])}`;
          throw new ProgramError(
            option,
            `got ${quote(choice[option])}, wanted a set of ${section}${names || ", which the text does not have"}.`,
          );
        }
        const others = [...(sets ?? [])].filter(([set]) => set !== read);
        if (others.length === 0) continue;
        const lines = others.reduce((sum, [, { count }]) => sum + count, 0);
        const message =
          `${section} has further sets, which were not read: ${list(others.map(([set]) => set))} (${lines} lines); ` +
          `the program uses ${quote(read ?? "")}; choose another with the option ${option}.`;
        notices.push({ line: others[0][1].line.number, message });
      }
    },
  };
}

function list(names: readonly string[]): string {
  const more = names.length > MOST_LISTED ? ` and ${names.length - MOST_LISTED} more` : "";
  return `${names.slice(0, MOST_LISTED).map(quote).join(", ")}${more}`;
}
