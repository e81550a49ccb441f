import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";

/** The build under test. */
export const builtPage = fileURLToPath(new URL("../../dist", import.meta.url));

const CANDIDATES = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Path of a Chromium of this machine. */
export const browserPath = CANDIDATES.find((path) => path !== undefined && existsSync(path));

/** Why the page cannot be tried here, for the names of skipped tests; empty where it can. */
export const whyNoBrowser =
  browserPath === undefined
    ? "skipped: no Chromium on this machine (apt-get install chromium, or set CHROMIUM)"
    : existsSync(`${builtPage}/index.html`)
      ? ""
      : "skipped: the page is not built (npm run build:page)";

export async function launchBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error(whyNoBrowser);
  return chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
}
