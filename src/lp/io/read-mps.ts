import { ProgramError } from "../../errors.ts";
import { checkProgram } from "../check-program.ts";
import { mpsBounds } from "./mps-bounds.ts";
import { mpsColumns } from "./mps-columns.ts";
import { detectForm, isDataSection, markerOf, mpsLines, splitFields, words } from "./mps-lines.ts";
import type { MpsForm, MpsLine } from "./mps-lines.ts";
import { mpsRows } from "./mps-rows.ts";
import { type MpsSetChoice, mpsSets } from "./mps-sets.ts";
import { checkReadOptions, integerNotice, type ReadOptions } from "./read-options.ts";
import { faultAt, quote, refuseSecond } from "./text-lines.ts";
import type { ReadNotice, TextProgram } from "./text-program.ts";

/** How `readMps` settles what a text leaves to its reader. */
export interface ReadMpsOptions extends ReadOptions, MpsSetChoice {
  /** The N row that is the objective. Default: the one that the section OBJNAME names, else the first. */
  readonly objective?: string;
  /** The set of RHS that is read. Default: the first of the text. */
  readonly rhs?: string;
  /** The set of RANGES that is read. Default: the first of the text. */
  readonly ranges?: string;
  /** The set of BOUNDS that is read. Default: the first of the text. */
  readonly bounds?: string;
}

const wanted = "NAME, OBJSENSE, OBJNAME, ROWS, COLUMNS, RHS, RANGES, BOUNDS or ENDATA";
const senses = "wanted MIN, MINIMIZE, MAX or MAXIMIZE";
/** Sections of programs that are not linear. */
const otherPrograms =
  /^(?:SOS\d?|SETS|QUADOBJ|QMATRIX|QSECTION|QCMATRIX|CSECTION|INDICATORS|GENCONS|PWLOBJ|BRANCH|LAZYCONS|USERCUTS)$/u;

/**
 * Reads a linear program from MPS text, fixed or free form (told apart by itself; see `mps-lines.ts`).
 *
 * What the format leaves open is settled thus:
 * - The N row named by `objective` or OBJNAME, else the first one, is the objective. Other N rows are kept as free
 *   rows.
 * - OBJSENSE MAX or MAXIMIZE, inline or as a section, gives `sense: "max"`, else `min`.
 * - A right-hand side on the objective is minus its constant (HiGHS, Clp).
 * - A RANGES number R makes [rhs - |R|, rhs] of an L row, [rhs, rhs + |R|] of a G row, and of an E row [rhs, rhs + R]
 *   or, for negative R, [rhs + R, rhs]; added as the decimals they are and rounded once.
 * - Columns lie in [0, Infinity] unless bounded. A negative UP without a lower bound of its own means no lower limit
 *   (as SAS and QSopt document; HiGHS 1.15 keeps 0 and finds the limits crossed). MI leaves the upper limit.
 * - Limits of 1e20 and more in size, or `Inf`, mean no limit.
 * - Of several sets of RHS, RANGES or BOUNDS the first is read, or the one an option names; `notices` says which were
 *   not.
 * - A `$` that starts field 3 or 5 begins a comment, unless it starts a name that the text declares.
 * - With `integers: "relax"` integer and semicontinuous columns are read as continuous ones, in the hull of what they
 *   may be; an integer column without any bound lies in [0, 1] (CPLEX, HiGHS). `notices` says how many they are.
 *
 * Stored zeros are kept, `rowNames` and `colNames` filled, the program's own name dropped. Time and memory are linear
 * in the text; a line (comments aside) may have 8192 characters.
 *
 * Throws {@link ProgramError} with the line: integer columns without that option, unknown sections, senses and names, a
 * coefficient, right-hand side, range, bound or sense given twice, malformed numbers, crossed bounds, text after or
 * without ENDATA. The first fault ends the reading.
 */
export function readMps(text: string, options: ReadMpsOptions = {}): TextProgram {
  if (typeof text !== "string") throw new ProgramError("text", `got ${typeof text}, wanted the MPS file as a string.`);
  checkReadOptions(options, ["objective", "rhs", "ranges", "bounds"]);
  try {
    return readForm(text, "free", options);
  } catch (error) {
    // NB: a text that reads as free is free; only one that does not can be fixed.
    if (detectForm(text) === "fixed") return readForm(text, "fixed", options);
    throw error;
  }
}

function readForm(text: string, form: MpsForm, options: ReadMpsOptions): TextProgram {
  const relax = options.integers === "relax";
  const notices: ReadNotice[] = [];
  const rows = mpsRows(notices);
  const columns = mpsColumns(rows, relax);
  const bounds = mpsBounds(columns.names, columns.integers, relax);
  const sets = mpsSets(options);
  const isDeclared = (name: string): boolean => rows.has(name) || columns.names.has(name);
  /** Words of the sections that hold one: their line, once they are there. */
  const said = new Map<string, string>();
  let section = "";
  let last: MpsLine = { number: 1, isHeader: true, text: "" };
  const met = new Set<string>();

  const say = (given: readonly string[], line: MpsLine): void => {
    if (said.has(section)) throw faultAt(line, `a second word under ${section}, wanted one.`);
    said.set(section, section === "OBJSENSE" ? readSense(given, line) : given.join(" "));
  };
  const open = (line: MpsLine): void => {
    const [first, ...rest] = words(line.text);
    const holdsWord = section === "OBJSENSE" || section === "OBJNAME";
    if (holdsWord && !said.has(section))
      throw faultAt(
        line,
        `nothing under ${section} before it, ${section === "OBJSENSE" ? senses : "wanted the name of an N row"}.`,
      );
    section = first.toUpperCase();
    const isWord = section === "OBJSENSE" || section === "OBJNAME";
    if (otherPrograms.test(section))
      throw faultAt(line, `got section ${section}, wanted a linear program; this library solves no other.`);
    if (!isWord && section !== "NAME" && section !== "ENDATA" && !isDataSection(section)) {
      throw faultAt(line, `got section ${quote(first)}, wanted ${wanted}; a data line starts with a blank.`);
    }
    refuseSecond(met.has(section), `section ${section}`, line);
    met.add(section);
    if (isWord && rest.length > 0) say(rest, line);
    else if (section !== "NAME" && rest.length > 0)
      throw faultAt(line, `got ${quote(rest.join(" "))} after ${section}, wanted nothing.`);
    if (section === "OBJNAME" && met.has("COLUMNS")) throw faultAt(line, "OBJNAME after COLUMNS, wanted before it.");
    if (section !== "ROWS" && (isDataSection(section) || section === "ENDATA"))
      rows.chooseObjective(options.objective ?? said.get("OBJNAME"), line);
  };
  const take = (line: MpsLine): void => {
    if (section === "OBJSENSE" || section === "OBJNAME") return say(words(line.text), line);
    if (!isDataSection(section)) {
      throw faultAt(
        line,
        `a data line ${section === "" ? "before any section" : `under ${section}`}, wanted a section header first.`,
      );
    }
    const marker = section === "COLUMNS" ? markerOf(line) : undefined;
    if (marker !== undefined) return columns.mark(marker, line);
    const fields = splitFields(section, form, line, isDeclared);
    if (section === "ROWS") rows.add(fields, line);
    else if (section === "COLUMNS") columns.add(fields, line);
    else if (!sets.isRead(section, fields[section === "BOUNDS" ? 1 : 0], line)) return;
    else if (section === "RHS") rows.setRhs(fields, line);
    else if (section === "RANGES") rows.setRange(fields, line);
    else bounds.set(fields, line);
  };

  for (const line of mpsLines(text)) {
    if (section === "ENDATA") throw faultAt(line, "text after ENDATA, wanted the end of the file.");
    if (line.isHeader) open(line);
    else take(line);
    last = line;
  }
  if (section !== "ENDATA")
    throw faultAt(last, "the text ends without ENDATA, wanted it as the last line; was the file cut short?");
  sets.finish(notices);
  const colNames = [...columns.names.keys()];
  notices.push(...integerNotice(columns.integers, colNames));

  const program = {
    numRows: rows.names.length,
    numCols: columns.names.size,
    ...columns.matrix(),
    ...bounds.limits(columns.names.size),
    ...rows.limits(),
    sense: (said.get("OBJSENSE") ?? "min") as "min" | "max",
    objectiveOffset: rows.objectiveOffset(),
    rowNames: rows.names,
    colNames,
    ...(notices.length === 0 ? {} : { notices }),
  };
  checkProgram(program);
  return program;
}

function readSense(given: readonly string[], line: MpsLine): "min" | "max" {
  const text = given.join(" ");
  const sense = /^(MIN|MAX)(?:IMI[SZ]E)?$/iu.exec(text);
  if (sense === null) throw faultAt(line, `got ${quote(text)} under OBJSENSE, ${senses}.`);
  return sense[1].toLowerCase() as "min" | "max";
}
