import { siteOfLink } from "../site/link.ts";
import { presets } from "../site/presets/index.ts";
import { loadSite, tell } from "./actions.ts";

/** Loads the site of the link, or the first preset. */
export async function startPage(): Promise<void> {
  addEventListener("hashchange", () => void loadLinked());
  await loadLinked();
  if (import.meta.env.PROD) await storeForOffline();
}

async function loadLinked(): Promise<void> {
  const { hash } = location;
  try {
    loadSite((await siteOfLink(hash)) ?? presets[0].site);
  } catch (error) {
    loadSite(presets[0].site);
    tell(
      "problem",
      `The link holds no site that can be read: ${(error as Error).message}. The first example is shown.`,
    );
  }
}

/** After the first visit the page works without a network. Where the host has no service workers, it works online. */
async function storeForOffline(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register("./service-worker.js");
  } catch {
    // A file:// page or a private window: the page works all the same while it is open.
  }
}
