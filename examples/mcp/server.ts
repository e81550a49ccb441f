/**
 * wattsplit as tools of the Model Context Protocol, on standard input and output, by the official SDK. The tools take a
 * site as JSON and answer in words; faults of a site come back with path and fix, so that a client can mend them.
 *
 *     npm install && npm run build (in the repository), then npm install && npm start (here)
 */
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { openPlanAsync, parsePlanInput, PlanInputError, planPowerAsync } from "wattsplit";
import { compareBaselinesAsync } from "wattsplit/compare";
import { whyAsync } from "wattsplit/explain";
import { summary } from "wattsplit/report";
import { planInputJsonSchema } from "wattsplit/schema";
import * as z from "zod";

const server = new McpServer({ name: "wattsplit", version: "0.1.0" });
const site = z.record(z.string(), z.unknown()).describe("The site, as the tool schema describes it");

const text = (words: string, isError = false) => ({ content: [{ type: "text" as const, text: words }], isError });

/** What a tool answers, or the faults of its input. */
async function answer(words: () => Promise<string> | string) {
  try {
    return text(await words());
  } catch (error) {
    if (error instanceof PlanInputError) return text(JSON.stringify({ code: error.code, faults: error.faults }), true);
    throw error;
  }
}

server.registerTool("schema", { description: "The JSON Schema of a site: read it before you write one" }, () =>
  answer(() => JSON.stringify(planInputJsonSchema())),
);
server.registerTool(
  "check",
  { description: "Check a site without planning it; lists every fault with its path and fix", inputSchema: { site } },
  (given) => answer(() => `The site is valid: ${parsePlanInput(given.site).assets.length} assets.`),
);
server.registerTool(
  "plan",
  {
    description: "Plan a site: where each megawatt goes, what it costs, warnings and the proof",
    inputSchema: { site },
  },
  (given, { signal }) => answer(async () => summary(await planPowerAsync(parsePlanInput(given.site), { signal }))),
);
server.registerTool(
  "compare",
  {
    description:
      "Plan a site and its AI-only twins: what diesel the flexibility really replaces (needs counterfactual)",
    inputSchema: { site },
  },
  (given, { signal }) =>
    answer(async () => summary(await compareBaselinesAsync(parsePlanInput(given.site), { signal }))),
);
server.registerTool(
  "why",
  {
    description: "Why an asset does what it does in one interval, and what would change it",
    inputSchema: {
      site,
      asset: z.string().describe("Name of the asset"),
      at: z.string().describe("An instant in the interval, ISO-8601 with an offset"),
      quantity: z.string().optional().describe("One of its quantities, e.g. importMw"),
    },
  },
  (given, { signal }) =>
    answer(async () => {
      const session = await openPlanAsync(parsePlanInput(given.site), { signal });
      const { asset, at, quantity } = given;
      const reply = await whyAsync(session, { asset, at, ...(quantity !== undefined && { quantity }) });
      return "text" in reply ? reply.text : reply.detail;
    }),
);

await server.connect(new StdioServerTransport());
