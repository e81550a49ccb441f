/**
 * How does another program plan over HTTP? POST a site as JSON to /plan, /check or /why; the answer is JSON. Faults of
 * the input are status 422 with their paths. Work is done in slices, so requests run side by side, and one that its
 * client gives up stops. `node --import tsx examples/plan-over-http.ts 8080` serves; without a port it asks itself.
 */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { openPlanAsync, parsePlanInput, PlanInputError, planPowerAsync } from "wattsplit";
import { whyAsync, type WhyQuestion } from "wattsplit/explain";

const MOST_BYTES = 20_000_000;

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) {
    text += chunk as string;
    if (text.length > MOST_BYTES) throw new RangeError("the request is too long");
  }
  return JSON.parse(text);
}

/** What each address answers. */
const answers: Record<string, (body: unknown, signal: AbortSignal) => Promise<unknown>> = {
  "/check": async (site) => ({ valid: true, assets: parsePlanInput(site).assets.length }),
  "/plan": (site, signal) => planPowerAsync(parsePlanInput(site), { signal }),
  "/why": async (body, signal) => {
    const { site, question } = body as { site: unknown; question: WhyQuestion };
    return whyAsync(await openPlanAsync(parsePlanInput(site), { signal }), question);
  },
};

const server = createServer(async (request, response) => {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const send = (status: number, body: unknown) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  const answer = Object.hasOwn(answers, request.url ?? "") ? answers[request.url ?? ""] : undefined;
  if (!answer || request.method !== "POST")
    return void send(404, { error: `POST ${Object.keys(answers).join(" or ")}` });
  try {
    send(200, await answer(await bodyOf(request), gone.signal));
  } catch (error) {
    if (gone.signal.aborted) return;
    if (error instanceof PlanInputError) send(422, { code: error.code, faults: error.faults });
    else send(400, { error: String(error) });
  }
});

const port = Number(process.argv[2] ?? 0);
server.listen(port, "127.0.0.1", async () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  if (port !== 0) return console.log(`serving ${url}`);
  const site = {
    horizon: { start: "2026-07-14T16:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 2 },
    bitcoin: { hashpriceUsdPerPhDay: 40 },
    assets: [
      { kind: "grid", name: "grid", importLimitMw: 50, importPriceUsdPerMwh: [48, 140] },
      { kind: "ai-firm", name: "inference", facilityMw: 24, vollUsdPerMwh: 5000 },
      { kind: "mining-fleet", name: "rigs", rig: "Antminer S21", rigs: 4500 },
    ],
  };
  const post = async (path: string, body: unknown) => {
    const response = await fetch(url + path, { method: "POST", body: JSON.stringify(body) });
    return [response.status, await response.json()] as const;
  };
  const [status, plan] = await post("/plan", site);
  console.log(`/plan ${status}: ${plan.status}, ${plan.objectiveUsd.toFixed(2)} USD`);
  const question = { asset: "rigs", at: "2026-07-14T17:00:00-05:00" };
  console.log(`/why: ${(await post("/why", { site, question }))[1].text.split("\n")[0]}`);
  const [wrong, { faults }] = await post("/check", { ...site, assets: [{ ...site.assets[0], importLimitMw: -1 }] });
  console.log(`/check ${wrong}: ${faults[0].path} got ${faults[0].given}; ${faults[0].fix}`);
  server.close();
});

/*
/plan 200: optimal, 3864.32 USD
/why: 2026-07-14 17:00: power 140 USD/MWh, set by grid importMw
/check 422: assets[0].importLimitMw got -1; correct the value or its sign
*/
