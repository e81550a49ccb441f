/** What a dropped file is and what is in it: prices, a site, a fleet or a tariff. */
import type { PlanInput } from "wattsplit";
import {
  type Fleet,
  InputFileError,
  type MarketPrices,
  planFromJson,
  readFleet,
  readTariff,
  type Tariff,
} from "wattsplit/io";
import { readPriceFile } from "./price-file.ts";

export const fileKinds = ["prices", "site", "fleet", "tariff"] as const;
export type FileKind = (typeof fileKinds)[number];

export type FileContent =
  | { readonly kind: "prices"; readonly prices: MarketPrices }
  | { readonly kind: "site"; readonly site: PlanInput }
  | { readonly kind: "fleet"; readonly fleet: Fleet }
  | { readonly kind: "tariff"; readonly tariff: Tariff };

/**
 * Reads a file as `kind`. Without one, JSON with assets is a site and other JSON a tariff; a table with models is a
 * fleet and any other one is prices.
 *
 * @throws InputFileError, PlanInputError, SeveralLocationsError
 */
export function readFile(name: string, text: string, kind = likelyKind(text), location?: string): FileContent {
  if (text.trim() === "")
    throw new InputFileError([
      { line: 0, given: `${name}, which is empty`, wanted: "a file with content", fix: "choose another file" },
    ]);
  switch (kind) {
    case "prices":
      return { kind, prices: readPriceFile(text, location) };
    case "fleet":
      return { kind, fleet: readFleet(text) };
    case "tariff":
      return { kind, tariff: readTariff(text) };
    case "site":
      return { kind, site: readSite(text) };
  }
}

function likelyKind(text: string): FileKind {
  if (/^\s*[[{]/u.test(text)) {
    if (/"wattsplit"\s*:|"assets"\s*:/u.test(text)) return "site";
    return /"(?:energyratestructure|flatdemandstructure|utility|rate)"\s*:/iu.test(text) ? "tariff" : "prices";
  }
  const head = text.slice(0, 2000).toLowerCase();
  return /\b(?:model|miner|rig|machine)\b/u.test(head) ? "fleet" : "prices";
}

/** JSON by hand, or as `planToJson` wrote it. The planner checks what is in it. */
function readSite(text: string): PlanInput {
  const json: unknown = /"wattsplit"\s*:/u.test(text.slice(0, 200)) ? planFromJson(text) : parsed(text);
  const assets = (json as { readonly assets?: unknown } | null)?.assets;
  const horizon = (json as { readonly horizon?: unknown } | null)?.horizon;
  if (!Array.isArray(assets) || typeof horizon !== "object" || horizon === null)
    throw new InputFileError([
      {
        line: 0,
        given: "JSON without horizon and assets",
        wanted: "a site: { horizon, assets, ... }",
        fix: "start from the file that Export, Site writes",
      },
    ]);
  return json as PlanInput;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new InputFileError([
      { line: 0, given: (error as Error).message, wanted: "valid JSON", fix: "correct it there" },
    ]);
  }
}
