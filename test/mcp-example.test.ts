/** The MCP server of the examples, asked by the SDK's own client; skipped where its packages are not installed. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}examples/mcp`;
const isInstalled = existsSync(`${folder}/node_modules/@modelcontextprotocol/sdk`);
const why = isInstalled ? "" : " [skipped: no examples/mcp/node_modules; npm install there]";

interface Client {
  connect(transport: unknown): Promise<void>;
  listTools(): Promise<{ tools: { name: string; inputSchema: unknown }[] }>;
  callTool(call: { name: string; arguments?: unknown }): Promise<{ isError?: boolean; content: { text: string }[] }>;
  close(): Promise<void>;
}

const site = {
  horizon: { start: "2026-07-14T16:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 2 },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  assets: [
    { kind: "grid", name: "grid", importLimitMw: 50, importPriceUsdPerMwh: [48, 140] },
    { kind: "ai-firm", name: "inference", facilityMw: 24, vollUsdPerMwh: 5000 },
    { kind: "mining-fleet", name: "rigs", rig: "Antminer S21", rigs: 4500 },
  ],
  counterfactual: { aiOnlyImportLimitMw: 24, basis: "letter", assetsAiOnlyKeeps: [], extraImportUsdPerMwMonth: 5000 },
};

describe.skipIf(!isInstalled)(`the MCP server of the examples${why}`, () => {
  let client: Client;
  const call = async (name: string, given: object) => {
    const { content, isError = false } = await client.callTool({ name, arguments: given });
    return { text: content[0].text, isError };
  };

  beforeAll(async () => {
    const load = (path: string) =>
      import(pathToFileURL(createRequire(`${folder}/package.json`).resolve(`@modelcontextprotocol/sdk/${path}`)).href);
    const { Client: SdkClient } = (await load("client/index.js")) as { Client: new (about: object) => Client };
    const { StdioClientTransport } = (await load("client/stdio.js")) as {
      StdioClientTransport: new (server: object) => unknown;
    };
    client = new SdkClient({ name: "test", version: "1" });
    const args = ["--import", import.meta.resolve("tsx"), `${folder}/server.ts`];
    await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: root }));
  });
  afterAll(() => client?.close());

  it("offers the five tools", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["schema", "check", "plan", "compare", "why"]);
  });

  it("answers each of them", async () => {
    expect(JSON.parse((await call("schema", {})).text)).toMatchObject({ type: "object" });
    expect((await call("check", { site })).text).toBe("The site is valid: 3 assets.");
    expect((await call("plan", { site })).text).toMatch(/^optimal plan/u);
    expect((await call("compare", { site })).text).toContain("diesel against the AI-only site");
    const asked = await call("why", { site, asset: "rigs", at: "2026-07-14T17:00:00-05:00" });
    expect(asked.text).toContain("strike");
  });

  it("hands faults back with path and fix", async () => {
    const { text, isError } = await call("plan", {
      site: { ...site, assets: [{ ...site.assets[0], importLimitMw: -1 }] },
    });
    expect(isError).toBe(true);
    expect(JSON.parse(text)).toMatchObject({ code: "PLAN_INPUT", faults: [{ path: "assets[0].importLimitMw" }] });
  });
});
