import { MissingPackageError } from "../errors.ts";
import type { Terminal } from "./terminal.ts";

export interface ReportOptions {
  readonly report?: string;
  /** True asks for charts, false leaves them out; absent: with charts where the packages that draw them are there. */
  readonly charts?: boolean;
}

/** Writes the page that `make` makes, if one is asked for, and nothing once `signal` has fired. */
export async function writeReport<Result>(
  result: Result,
  { report, charts }: ReportOptions,
  terminal: Terminal,
  signal: AbortSignal,
  make: (result: Result, options: { readonly charts: boolean }) => Promise<string>,
): Promise<void> {
  if (report === undefined) return;
  let page: string;
  try {
    page = await make(result, { charts: charts !== false });
  } catch (error) {
    if (!(error instanceof MissingPackageError) || charts !== undefined) throw error;
    page = await make(result, { charts: false });
    terminal.note(
      `${report} has no charts, since the packages that draw them are not installed. ` +
        "For charts: npm install vega@6 vega-lite@~6.4\n",
    );
  }
  signal.throwIfAborted();
  terminal.write(report, page);
}
