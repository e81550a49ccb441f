import { ProgramError } from "../../errors.ts";
import { faultAt, quote, type TextLine } from "./text-lines.ts";
import type { ReadNotice } from "./text-program.ts";

/** Sections whose lines belong to named sets, of which a program takes one, and the option that names it. */
const optionOf = { RHS: "rhs", RANGES: "ranges", BOUNDS: "bounds" } as const;
export type MpsSetSection = keyof typeof optionOf;
export type MpsSetChoice = { readonly [Option in (typeof optionOf)[MpsSetSection]]?: string };

/** Names that a notice lists. */
const MOST_LISTED = 10;

/** Which set of RHS, RANGES and BOUNDS is read: the one the caller names, else the first of the text. */
export function mpsSets(choice: MpsSetChoice) {
  /** Section to its sets, in order: where each starts and how many lines it has. */
  const met = new Map<MpsSetSection, Map<string, { readonly line: TextLine; count: number }>>();
  const readOf = (section: MpsSetSection): string | undefined =>
    choice[optionOf[section]] ?? met.get(section)?.keys().next().value;
  return {
    /** Whether a line of this set is to be read. */
    isRead(section: MpsSetSection, set: string, line: TextLine): boolean {
      const sets = met.get(section) ?? new Map();
      met.set(section, sets);
      const known = sets.get(set);
      if (known === undefined) {
        if (sets.size > 0 && (set === "" || sets.has(""))) {
          throw faultAt(
            line,
            `in ${section} some lines name a set and others none, wanted the set's name on all of them or on none.`,
          );
        }
        sets.set(set, { line, count: 1 });
      } else known.count++;
      return set === readOf(section);
    },

    /** Says which sets were not read; throws where the text has no set of the name asked for. */
    finish(notices: ReadNotice[]): void {
      for (const section of Object.keys(optionOf) as MpsSetSection[]) {
        const sets = met.get(section);
        const option = optionOf[section];
        const read = readOf(section);
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
          `read was ${quote(read ?? "")}; name another by the option ${option}.`;
        notices.push({ line: others[0][1].line.number, message });
      }
    },
  };
}

function list(names: readonly string[]): string {
  const more = names.length > MOST_LISTED ? ` and ${names.length - MOST_LISTED} more` : "";
  return `${names.slice(0, MOST_LISTED).map(quote).join(", ")}${more}`;
}
