import { run } from "../../src/cli/run.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

/** A terminal in memory: files by name, what was printed, and what was noted. */
export class MemoryTerminal implements Terminal {
  readonly files = new Map<string, string>();
  /** Files that are not text. */
  readonly bytes = new Map<string, Uint8Array>();
  printed = "";
  noted = "";
  isWatched = false;

  print(text: string): void {
    this.printed += `${text}\n`;
  }

  note(text: string): void {
    this.noted += text;
  }

  exists(path: string): boolean {
    return this.files.has(path);
  }

  read(path: string): string {
    const text = this.files.get(path);
    if (text === undefined)
      throw Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), {
        code: "ENOENT",
        syscall: "open",
      });
    return text;
  }

  write(path: string, content: string | Uint8Array): void {
    if (typeof content !== "string") this.bytes.set(path, content);
    else if (path === "-") this.printed += content;
    else this.files.set(path, content);
  }
}

/** A small site of six hours as a file `site.json`, and the command line run on it. */
export async function runOnSite(args: string, change: (site: Record<string, unknown>) => void = () => undefined) {
  const terminal = new MemoryTerminal();
  const site: Record<string, unknown> = {
    name: "Small",
    horizon: { start: "2026-07-14T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 6 },
    bitcoin: { hashpriceUsdPerPhDay: 40 },
    assets: [
      { kind: "grid", name: "grid", importLimitMw: 20, importPriceUsdPerMwh: [20, 20, 300, 20, 20, 20] },
      { kind: "ai-firm", name: "ai", facilityMw: 10, vollUsdPerMwh: 5000 },
      { kind: "mining-fleet", name: "rigs", rig: "Antminer S21", rigs: 2000 },
    ],
  };
  change(site);
  terminal.files.set("site.json", JSON.stringify(site));
  const code = await run(args.split(" "), terminal, () => 0);
  return { code, terminal };
}
