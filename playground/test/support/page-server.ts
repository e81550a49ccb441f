import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

export interface PageServer {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves a folder on a free port of this machine, below `/docs/playground/` as on the site of the docs. */
export async function servePage(folder: string): Promise<PageServer> {
  const below = "/docs/playground/";
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://page").pathname);
    const inside = path.startsWith(below) ? normalize(path.slice(below.length) || "index.html") : "";
    readFile(join(folder, inside)).then(
      (body) => response.writeHead(200, { "content-type": TYPES[extname(inside)] ?? "text/plain" }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as { readonly port: number };
  return {
    address: `http://127.0.0.1:${port}${below}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
