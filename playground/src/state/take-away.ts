import type { ExportKind } from "../planner/write-export.ts";
import { linkOf, LinkTooLongError } from "../site/link.ts";
import { client, tell, tellProblem } from "./actions.ts";
import { site } from "./page-state.ts";

const FILES: Readonly<Record<ExportKind, { readonly ending: string; readonly type: string }>> = {
  schedule: { ending: "schedule.csv", type: "text/csv" },
  site: { ending: "site.json", type: "application/json" },
  result: { ending: "result.json", type: "application/json" },
  report: { ending: "report.html", type: "text/html" },
};

/** Saves one export as a file. */
export async function saveExport(kind: ExportKind): Promise<void> {
  const name = site.value.name ?? "plan";
  try {
    const text = await client.ask("writeExport", { kind, question: name, site: site.value }).answer;
    const { ending, type } = FILES[kind];
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${name.toLowerCase().replaceAll(/[^a-z\d]+/gu, "-")}-${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    tell("note", `Saved ${link.download}.`);
  } catch (error) {
    tellProblem(error);
  }
}

/** Puts a link that holds the site into the address and the clipboard; says so where the site is too large. */
export async function copyLink(): Promise<void> {
  try {
    const link = await linkOf(site.value, location.href);
    history.replaceState(undefined, "", link);
    const isCopied = await copied(link);
    tell(
      "note",
      `${isCopied ? "The link is copied" : "The link stands in the address bar"}: ${link.length.toLocaleString("en-US")} characters that hold the whole site. Nothing of it is sent to a server.`,
    );
  } catch (error) {
    if (error instanceof LinkTooLongError)
      tell("problem", `${error.message} Take away the site as JSON instead; the page opens it again.`);
    else tellProblem(error);
  }
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
