import type { Browser, BrowserContextOptions, Page } from "playwright-core";

export interface Visit {
  readonly page: Page;
  /** Errors on the console and in scripts, and requests that failed. */
  readonly problems: readonly string[];
}

/** Opens the page and waits for its first plan. */
export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  page.on("pageerror", ({ message }) => problems.push(message));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(address);
  await planned(page);
  return { page, problems };
}

/** Waits until nothing is being planned. */
export async function planned(page: Page): Promise<void> {
  await page.waitForSelector('main[data-is-busy="false"]:not([data-case="0"])', { timeout: 60_000 });
}

/** The number on the strip below a label, e.g. `Mining`. */
export async function figure(page: Page, label: string): Promise<number> {
  const text = await page.locator(".figures > div", { hasText: label }).locator("dd").first().innerText();
  return numberIn(text);
}

export async function netUsd(page: Page): Promise<number> {
  const sign = (await page.locator(".figure-label").innerText()).includes("costs") ? 1 : -1;
  return sign * numberIn(await page.locator(".headline-figure").innerText());
}

export function numberIn(text: string): number {
  return Number(text.replaceAll(/[^\d.−-]/gu, "").replace("−", "-"));
}
