import { signal } from "@preact/signals";
import { PlannerError } from "../client/planner-client.ts";
import type { FileContent } from "../planner/read-file.ts";
import { withFleet, withPrices, withTariff, type Loaded } from "../site/load-content.ts";
import { loadSite, side, tell, tellProblem } from "./actions.ts";
import { site } from "./page-state.ts";

/** A price file that waits for the choice of a location. */
export interface WaitingFile {
  readonly file: File;
  readonly message: string;
  readonly locations: readonly string[];
}

export const waitingFile = signal<WaitingFile | undefined>(undefined);

/** Reads a file and puts what is in it into the site. The side worker reads, so that a large file delays no plan. */
export async function openFile(file: File, location?: string): Promise<void> {
  tell("note", `Reading ${file.name}…`);
  try {
    const text = await file.text();
    const given = { name: file.name, text, ...(location !== undefined && { location }) };
    const { site: loaded, notes } = contentIn(await side().ask("readFile", given).answer);
    loadSite(loaded);
    tell("note", `${file.name}: ${notes[0]}`, notes.slice(1));
  } catch (error) {
    if (error instanceof PlannerError && error.failure.locations)
      waitingFile.value = { file, message: error.message, locations: error.failure.locations };
    else if (error instanceof PlannerError && error.failure.faults.length > 0)
      tell(
        "problem",
        `${file.name} was not read, and the site is as before.`,
        error.failure.faults.map(({ path, given, wanted, fix }) => `${path}: got ${given}, wanted ${wanted}; ${fix}`),
      );
    else tellProblem(error);
  }
}

function contentIn(content: FileContent): Loaded {
  switch (content.kind) {
    case "site":
      return { site: content.site, notes: ["a site, planned as it is."] };
    case "prices":
      return withPrices(site.value, content.prices);
    case "fleet":
      return withFleet(site.value, content.fleet);
    case "tariff":
      return withTariff(site.value, content.tariff);
  }
}
