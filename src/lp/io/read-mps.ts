import { ProgramError } from "../../errors.ts";
import { checkProgram } from "../check-program.ts";
import { mpsBounds } from "./mps-bounds.ts";
import { mpsColumns } from "./mps-columns.ts";
import { detectForm, isDataSection, markerOf, mpsLines, splitFields, words } from "./mps-lines.ts";
import type { MpsForm, MpsLine } from "./mps-lines.ts";
import { mpsRows } from "./mps-rows.ts";
import { type MpsSetChoice, mpsSets } from "./mps-sets.ts";
import { checkReadOptions, integerNotice, type ReadOptions } from "./read-options.ts";
import { errorAt, quote, rejectDuplicate } from "./text-lines.ts";
import type { ReadNotice, TextProgram } from "./text-program.ts";

/** Choices of `readMps` where a text is ambiguous. */
export interface ReadMpsOptions extends ReadOptions, MpsSetChoice {
  /** The N row that is the objective. Default: the row that the section OBJNAME names, or else the first N row. */
  readonly objective?: string;
  /** The set of RHS to use. Default: the first one of the text. */
  readonly rhs?: string;
  /** The set of RANGES to use. Default: the first one of the text. */
  readonly ranges?: string;
  /** The set of BOUNDS to use. Default: the first one of the text. */
  readonly bounds?: string;
}

const wanted = "NAME, OBJSENSE, OBJNAME, ROWS, COLUMNS, RHS, RANGES, BOUNDS or ENDATA";
const senses = "wanted MIN, MINIMIZE, MAX or MAXIMIZE";
/** Sections of programs that are not linear. */
const otherPrograms =
  /^(?:SOS\d?|SETS|QUADOBJ|QMATRIX|QSECTION|QCMATRIX|CSECTION|INDICATORS|GENCONS|PWLOBJ|BRANCH|LAZYCONS|USERCUTS)$/u;

/**
 * Reads a linear program from MPS text. It detects fixed and free form (see `mps-lines.ts`).
 *
 * Rules where the format is ambiguous:
 * - The objective is the N row named by `objective` or OBJNAME, or else the first N row. Other N rows become free
 *   rows.
 * - OBJSENSE MAX or MAXIMIZE, inline or as a section, gives `sense: "max"`; the default is `min`.
 * - A right-hand side of the objective is minus its constant (HiGHS, Clp).
 * - A RANGES number R means [rhs - |R|, rhs] for an L row and [rhs, rhs + |R|] for a G row. For an E row it means
 *   [rhs, rhs + R], or [rhs + R, rhs] if R is negative. The sum is exact in decimals and rounded once.
 * - The default bounds of a column are [0, Infinity]. A negative UP without a lower bound makes the lower bound
 *   -Infinity (as SAS and QSopt document; HiGHS 1.15 keeps 0 and reports crossed bounds). MI does not change the upper
 *   bound.
 * - Bounds of 1e20 and more in size, and `Inf`, are infinite.
 * - If RHS, RANGES or BOUNDS has several sets, the first one is used, or the one that an option names. `notices`
 *   lists the others.
 * - A `$` at the start of field 3 or 5 starts a comment, unless it starts a name that the text declares.
 * - With `integers: "relax"`, integer and semicontinuous columns become continuous, within the convex hull of their
 *   values. An integer column without any bound gets [0, 1] (CPLEX, HiGHS). `notices` gives their number.
 *
 * Stored zeros are kept, and `rowNames` and `colNames` are set; the name of the program is dropped. Time and memory are
 * linear in the length of the text. A line that is not a comment may have 8192 characters.
 *
 * Throws {@link ProgramError} with the line number for: integer columns without that option, unknown sections, senses
 * and names, a coefficient, right-hand side, range, bound or sense given twice, malformed numbers, crossed bounds, text
 * after ENDATA, and a text without ENDATA. It reports the first error only.
 */
export function readMps(text: string, options: ReadMpsOptions = {}): TextProgram {
  if (typeof text !== "string") throw new ProgramError("text", `got ${typeof text}, wanted the MPS file as a string.`);
  checkReadOptions(options, ["objective", "rhs", "ranges", "bounds"]);
  try {
    return parseForm(text, "free", options);
  } catch (error) {
    // NB: free form comes first; only a text that is not valid in free form can be fixed form.
    if (detectForm(text) === "fixed") return parseForm(text, "fixed", options);
    throw error;
  }
}

function parseForm(text: string, form: MpsForm, options: ReadMpsOptions): TextProgram {
  const relax = options.integers === "relax";
  const notices: ReadNotice[] = [];
  const rows = mpsRows(notices);
  const columns = mpsColumns(rows, relax);
  const bounds = mpsBounds(columns.names, columns.integers, relax);
  const sets = mpsSets(options);
  const isDeclared = (name: string): boolean => rows.has(name) || columns.names.has(name);
  /** The word of each section that contains a single word. */
  const wordOf = new Map<string, string>();
  let section = "";
  let last: MpsLine = { number: 1, isHeader: true, text: "" };
  const met = new Set<string>();

  const setWord = (given: readonly string[], line: MpsLine): void => {
    if (wordOf.has(section)) throw errorAt(line, `got a second word under ${section}, wanted one.`);
    wordOf.set(section, section === "OBJSENSE" ? parseSense(given, line) : given.join(" "));
  };
  const openSection = (line: MpsLine): void => {
    const [first, ...rest] = words(line.text);
    const hasWord = section === "OBJSENSE" || section === "OBJNAME";
    if (hasWord && !wordOf.has(section))
      throw errorAt(
        line,
        `${section} before this line is empty, ${section === "OBJSENSE" ? senses : "wanted the name of an N row"}.`,
      );
    section = first.toUpperCase();
    const isWord = section === "OBJSENSE" || section === "OBJNAME";
    if (otherPrograms.test(section))
      throw errorAt(
        line,
        `got section ${section}, wanted a linear program; this library does not solve other programs.`,
      );
    if (!isWord && section !== "NAME" && section !== "ENDATA" && !isDataSection(section)) {
      throw errorAt(line, `got section ${quote(first)}, wanted ${wanted}; a data line starts with a blank.`);
    }
    rejectDuplicate(met.has(section), `section ${section}`, line);
    met.add(section);
    if (isWord && rest.length > 0) setWord(rest, line);
    else if (section !== "NAME" && rest.length > 0)
      throw errorAt(line, `got ${quote(rest.join(" "))} after ${section}, wanted nothing.`);
    if (section === "OBJNAME" && met.has("COLUMNS"))
      throw errorAt(line, "got OBJNAME after COLUMNS, wanted it before COLUMNS.");
    if (section !== "ROWS" && (isDataSection(section) || section === "ENDATA"))
      rows.chooseObjective(options.objective ?? wordOf.get("OBJNAME"), line);
  };
  const parseDataLine = (line: MpsLine): void => {
    if (section === "OBJSENSE" || section === "OBJNAME") return setWord(words(line.text), line);
    if (!isDataSection(section)) {
      throw errorAt(
        line,
        `got a data line ${section === "" ? "before any section" : `under ${section}`}, wanted a section header first.`,
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
    if (section === "ENDATA") throw errorAt(line, "got text after ENDATA, wanted the end of the file.");
    if (line.isHeader) openSection(line);
    else parseDataLine(line);
    last = line;
  }
  if (section !== "ENDATA")
    throw errorAt(last, "the text ends without ENDATA, wanted it as the last line; was the file cut short?");
  sets.finish(notices);
  const colNames = [...columns.names.keys()];
  notices.push(...integerNotice(columns.integers, colNames));

  const program = {
    numRows: rows.names.length,
    numCols: columns.names.size,
    ...columns.matrix(),
    ...bounds.bounds(columns.names.size),
    ...rows.bounds(),
    sense: (wordOf.get("OBJSENSE") ?? "min") as "min" | "max",
    objectiveOffset: rows.objectiveOffset(),
    rowNames: rows.names,
    colNames,
    ...(notices.length === 0 ? {} : { notices }),
  };
  checkProgram(program);
  return program;
}

function parseSense(given: readonly string[], line: MpsLine): "min" | "max" {
  const text = given.join(" ");
  const sense = /^(MIN|MAX)(?:IMI[SZ]E)?$/iu.exec(text);
  if (sense === null) throw errorAt(line, `got ${quote(text)} under OBJSENSE, ${senses}.`);
  return sense[1].toLowerCase() as "min" | "max";
}
