/** Reads a fleet inventory, a table of models and numbers of rigs, into the mining fleets of a plan. */
import type { CsvOptions } from "./csv-rows.ts";
import { FaultLog, quoted } from "./fault-log.ts";
import { type FleetColumnOptions, fleetColumns, hasModelHeading } from "./fleet-columns.ts";
import { FleetGroups, type MiningFleetInput } from "./fleet-groups.ts";
import { type FleetRowOptions, FleetRows } from "./fleet-rows.ts";
import { Header } from "./header.ts";
import { LinesAbove } from "./lines-above.ts";
import { namesListed, noticesListed } from "./read-limits.ts";
import { checkReadOptions, checkText } from "./read-options.ts";
import { eachTableRow } from "./table-rows.ts";

export interface ReadFleetOptions extends CsvOptions, FleetColumnOptions, FleetRowOptions {}

export interface Fleet {
  /** One asset for each kind of rig, named after it; add what else you know of the site, e.g. `pue`. */
  readonly assets: readonly MiningFleetInput[];
  readonly rigs: number;
  /** Power at the rigs' plugs with all rigs running as rated. */
  readonly powerMw: number;
  readonly notices: readonly string[];
}

/**
 * Reads a table with the columns `model` and `count`. Power and hash rate per rig are optional; their unit (W, kW;
 * GH/s, TH/s, PH/s) is in the heading or in the cells. Rigs without figures of their own have the catalogue's.
 *
 * Rows of equal rigs become one fleet, and other columns are ignored; notices report both. If the table has no numbers
 * of rigs but names a machine in each row (name, serial number, worker, rack), each row is one rig. The machines of a
 * model then become one fleet at the mean of their figures, which preserves the sums of W and TH/s.
 *
 * A field may have 32,767 characters, and a row 16,384 fields and a megabyte. At most 100 errors and 100 notices are
 * listed; the others are counted. Time and memory are linear in the length of the text.
 *
 * @throws InputFileError listing each error with line, column and fix; an unknown model with the nearest names.
 * @example
 * const { assets } = readFleet("model,count\nAntminer S21 XP,5000\n");
 */
export function readFleet(text: string, options: ReadFleetOptions = {}): Fleet {
  checkText(text);
  checkReadOptions(options, []);
  const faults = new FaultLog();
  const notices: string[] = [];
  const groups = new FleetGroups();
  const above = new LinesAbove();
  let hasHeadings = false;
  eachTableRow(
    text,
    options,
    faults,
    (fields, line) => {
      const header = new Header(fields);
      if (!hasModelHeading(header)) return above.add(fields, line);
      hasHeadings = true;
      const columns = fleetColumns(header, line, faults, options);
      above.check(header.width, faults);
      const notice = above.notice();
      if (notice !== undefined) notices.push(notice);
      if (!columns) return "stop";
      if (columns.ignored.length > 0) notices.push(`nothing is read from ${namesListed(columns.ignored.map(quoted))}.`);
      if (columns.count < 0) notices.push("every row is one rig, since there is no column of numbers of rigs.");
      const rows = new FleetRows({ header, line, columns }, options, groups, faults, notices);
      const numBlankHeadings = header.names.length - header.width;
      return { headerWidth: header.width, numBlankHeadings, row: (cells, at) => rows.add(cells, at) };
    },
    notices,
  );
  if (!hasHeadings && above.rows.length > 0) {
    const { fields, line } = above.likeliestHeadings(() => 0);
    fleetColumns(new Header(fields), line, faults, options);
  }
  if (faults.isEmpty) groups.groupMachines(notices);
  if (groups.numRigs === 0 && faults.isEmpty)
    faults.add({ line: 0 }, "no rigs", "headings and at least one row with rigs", "load the file again");
  faults.throwIfAny();
  groups.noteJoinedRows(notices);
  const { assets, numRigs, powerMw } = groups;
  return { assets, rigs: numRigs, powerMw, notices: noticesListed(notices) };
}
