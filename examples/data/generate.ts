/**
 * Generates `texas-week.json`, the data of the examples: one synthetic July week on a Texas-like grid, hour by hour,
 * and `prices.csv`, its prices as ERCOT's day-ahead file has them. It is seeded and reads no clock, so running it again
 * writes the same bytes (`npx tsx examples/data/generate.ts`).
 * - Prices, USD/MWh: a duck curve (solar dip at midday, evening peak), weekday and weekend levels, noise, two scarcity
 * spikes, and negative hours on a windy weekend. Shapes and levels are synthetic, typical of ERCOT West in 2024-2026.
 * - Inference demand, share of peak IT power: the week of conversation and coding requests in the Azure LLM inference
 * traces 2024 (Microsoft, AzurePublicDataset, CC-BY-4.0; hourly means in requests per minute read off the published
 * plot), mixed half and half by their peaks; power = idle 30 % + 70 % x requests / peak requests.
 * - Solar and wind availability: clear-sky half sine with cloudy days; wind from a slow random walk, higher at night.
 */
import { writeFileSync } from "node:fs";
import { azureCoding, azureConversation } from "wattsplit/io";

const HOURS = 168;
/** Monday 2026-07-13 00:00 in Chicago is 05:00 UTC. */
const UTC_OFFSET_HOURS = 5;

/** mulberry32: a small seeded generator of uniform numbers in [0, 1). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const random = seeded(20260713);
const hours = Array.from({ length: HOURS }, (_, t) => t);
const round = (value: number, digits: number) => Number(value.toFixed(digits));

const priceUsdPerMwh = hours.map((t) => {
  const hour = t % 24;
  const day = Math.floor(t / 24);
  const weekend = day >= 5;
  const night = 24 + 5 * Math.cos((2 * Math.PI * (hour - 3)) / 24);
  const solarDip = -16 * Math.exp(-(((hour - 12.5) / 3) ** 2));
  const evening = (weekend ? 30 : 65) * Math.exp(-(((hour - 19.5) / 1.8) ** 2));
  const noise = 6 * (random() - 0.5);
  const scarcity = (day === 1 && hour === 19 ? 620 : 0) + (day === 3 && (hour === 18 || hour === 19) ? 1450 : 0);
  const windGlut = weekend && (hour < 6 || (hour >= 10 && hour < 15)) ? -32 : 0;
  return round(night + solarDip + evening + noise + scarcity + windGlut, 2);
});

const solarAvailability = hours.map((t) => {
  const hour = (t % 24) + 0.5;
  const clouds = [1, 0.92, 0.55, 0.98, 1, 0.85, 0.97][Math.floor(t / 24)];
  return round(Math.max(0, Math.sin((Math.PI * (hour - 6.7)) / 14)) * 0.86 * clouds, 4);
});

let gust = 0.35;
const windAvailability = hours.map((t) => {
  gust = Math.min(0.95, Math.max(0.04, gust + 0.12 * (random() - 0.5) + (t >= 120 ? 0.012 : -0.001)));
  return round(Math.min(0.97, gust * (1 + 0.25 * Math.cos((2 * Math.PI * ((t % 24) - 2)) / 24))), 4);
});

/** Value of a UTC week that starts on `firstUtcDay` (0 = Monday) at hour t of the local week. */
function inLocalWeek(utcWeek: readonly number[], firstUtcDay: number, t: number): number {
  return utcWeek[(t + UTC_OFFSET_HOURS - 24 * firstUtcDay + 2 * HOURS) % HOURS];
}

const peakConversation = Math.max(...azureConversation.requestsPerMinute);
const peakCoding = Math.max(...azureCoding.requestsPerMinute);
const inferenceShare = hours.map((t) => {
  const conversation = inLocalWeek(azureConversation.requestsPerMinute, 6, t) / peakConversation;
  const coding = inLocalWeek(azureCoding.requestsPerMinute, 4, t) / peakCoding;
  return round(0.3 + 0.7 * (0.5 * conversation + 0.5 * coding), 4);
});

const data = {
  about: "Synthetic, made by generate.ts. Inference shape: Azure LLM inference traces 2024, Microsoft, CC-BY-4.0.",
  start: "2026-07-13T00:00:00-05:00",
  timeZone: "America/Chicago",
  priceUsdPerMwh,
  solarAvailability,
  windAvailability,
  inferenceShare,
};
writeFileSync(new URL("texas-week.json", import.meta.url), `${JSON.stringify(data)}\n`);

const rows = priceUsdPerMwh.map((usd, t) => {
  const hourEnding = String((t % 24) + 1).padStart(2, "0");
  return `07/${13 + Math.floor(t / 24)}/2026,${hourEnding}:00,HB_WEST,${usd.toFixed(2)},N`;
});
const prices = ["DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag", ...rows];
writeFileSync(new URL("prices.csv", import.meta.url), `${prices.join("\n")}\n`);
